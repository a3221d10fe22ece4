// @vitest-environment happy-dom
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId, SeatId } from '@tele-balint/shared/vocabulary';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { LastPress } from './LastPress.tsx';
import { Leadership } from './Leadership.tsx';
import { LeaveAsLeader } from './LeaveAsLeader.tsx';

describe('who leads', () => {
  let root: Root;
  let box: HTMLElement;
  let stays = 0;
  const sent: PersonalCommand[] = [];
  const run = async (command: PersonalCommand) => sent.push(command) > 0;
  const show = (what: ReactNode) => act(async () => root.render(what));
  const press = (name: RegExp) =>
    act(async () => {
      const found = [...box.querySelectorAll('button')].find(({ textContent }) => name.test(textContent));
      (found ?? expect.fail(`no button ${name}: ${box.textContent}`)).click();
    });
  const pick = (label: RegExp, seat: string) =>
    act(async () => {
      const list = [...box.querySelectorAll('select')].find((one) =>
        label.test(one.labels[0]?.textContent ?? ''),
      );
      if (!list) return expect.fail(`no list ${label}`);
      list.value = seat;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const withLeader = (change: Partial<LeaderView>): RoomView => ({
    ...discussion,
    leader: { ...discussion.leader!, ...change },
  });
  const drawn = (view: RoomView) => <Leadership view={view} leader={view.leader!} now={NOW} run={run} />;

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    sent.length = 0;
    stays = 0;
  });
  afterEach(() => act(async () => root.unmount()));

  it('[LD5] asks a backup by a press of its own, not with each change of the list', async () => {
    await show(drawn(discussion));
    for (const seat of ['Samir Haddad', 'Mei Lin', '', 'Priya Nair']) await pick(/^Backup/, seat);
    expect(sent).toEqual([]);
    await press(/^Ask$/);
    expect(sent).toEqual([{ type: 'nameBackup', seat: 'Priya Nair' }]);
  });

  it('[LD5] says whether the backup has agreed, and takes that back by a press', async () => {
    const backup = (agreed: boolean) => withLeader({ backup: { seat: 'Mei Lin' as SeatId, agreed } });
    await show(drawn(backup(false)));
    expect(box.textContent).toContain('Mei has been asked to be the backup and has not agreed yet.');
    await show(drawn(backup(true)));
    expect(box.textContent).toContain('Mei has agreed to be the backup');
    await press(/^No backup any more$/);
    expect(sent).toEqual([{ type: 'nameBackup', seat: null }]);
  });

  it('[LD6, LD7] steps down with one press, and asks one of the members to lead', async () => {
    await show(drawn(discussion));
    expect(box.textContent).toContain('Tomás Vidal can lead meanwhile.');
    await press(/^Sit as a member$/);
    await pick(/^Hand the leadership on/, 'Priya Nair');
    await press(/^Ask$/);
    expect(sent).toEqual([{ type: 'stepDown' }, { type: 'handOn', seat: 'Priya Nair' }]);
    const handing = { by: 'Tomás Vidal' as SeatId, seat: 'Priya Nair' as SeatId };
    await show(drawn(withLeader({ handing })));
    expect(box.textContent).toContain('Priya Nair has been asked to lead in the place of Tomás Vidal.');
    await press(/^Ask no more$/);
    expect(sent.at(-1)).toEqual({ type: 'handOn', seat: null });
  });

  it('[LD5, LD7] offers nobody at a camera with others, and says why', async () => {
    const why = 'Only members of the inner ring with a camera of their own can lead.';
    await show(drawn(discussion));
    expect(box.textContent).not.toContain(why);
    const names = () => [...box.querySelectorAll('option')].map(({ textContent }) => textContent);
    const all = names();
    const shared = ['Mei Lin', 'Priya Nair'];
    const places = discussion.places.map((place) =>
      shared.includes(place.name) ? { ...place, line: 'york' as LineId, site: 'York' } : place,
    );
    await show(drawn({ ...discussion, places }));
    expect(names()).toEqual(all.filter((name) => !shared.includes(name)));
    expect(box.textContent).toContain(why);
  });

  const leaving = (view: RoomView) => <LeaveAsLeader view={view} run={run} onStay={() => (stays += 1)} />;

  it('[LE85] the last one hands over to a backup who agreed and leaves', async () => {
    await show(leaving(withLeader({ backup: { seat: 'Mei Lin' as SeatId, agreed: true } })));
    await press(/^Hand over to Mei and leave$/);
    expect(sent).toEqual([{ type: 'handOn', seat: 'Mei Lin' }, { type: 'leave' }]);
  });

  it('[LE85] or asks somebody, ends for all, or leaves all the same', async () => {
    const places = discussion.places.map((place) =>
      place.role === 'coLeader' ? { ...place, presence: 'away' as const } : place,
    );
    await show(leaving({ ...discussion, places }));
    expect(box.textContent).toContain('Tomás leads as soon as their line is back.');
    await pick(/^Nobody has agreed/, 'Priya Nair');
    await press(/^Ask$/);
    await press(/^End the session for all$/);
    expect([sent, stays]).toEqual([[{ type: 'handOn', seat: 'Priya Nair' }, { type: 'endSession' }], 2]);
    await press(/^Leave all the same$/);
    expect(sent.at(-1)).toEqual({ type: 'leave' });
  });

  it('[CM33] the latest press stands there with who it was', async () => {
    const last = { by: 'Tomás Vidal' as SeatId, what: 'hold', at: discussion.now } as const;
    const view = withLeader({ last });
    await show(<LastPress view={view} leader={view.leader!} now={NOW} run={run} />);
    expect(box.textContent).toMatch(/Tomás pressed “Hold”$/);
  });
});
