// @vitest-environment happy-dom
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { Instant, SeatId } from '@tele-balint/shared/vocabulary';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, discussion, NOW } from '../../../showcase/leader-view.ts';
import { Calls } from './Calls.tsx';
import { Drawer } from './Drawer.tsx';
import { chairWait } from './use-empty-chair.ts';

const claire = 'Claire Dubois' as SeatId;
const turn = { turn: discussion.course.turn };
const leaders = (change: Partial<LeaderView>, view: RoomView = discussion): RoomView => ({
  ...view,
  leader: { ...view.leader!, ask: null, ...change },
});

describe('what leaders must not miss', () => {
  let root: Root;
  let box: HTMLElement;
  const sent: PersonalCommand[] = [];
  const show = (view: RoomView, now = NOW) =>
    act(async () =>
      root.render(<Calls view={view} now={now} run={async (command) => sent.push(command) > 0} />),
    );
  const names = () => [...box.querySelectorAll('button')].map(({ textContent }) => textContent);
  const press = (name: string) =>
    act(async () => [...box.querySelectorAll('button')].find((one) => one.textContent === name)?.click());

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    sent.length = 0;
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    chairWait.setState(chairWait.getInitialState(), true);
  });

  it('[LE17, LE18] is the presenter’s call, also once it is seen, and Alt+B goes to "Bring back"', async () => {
    for (const seen of [false, true]) {
      await show(leaders({ ask: { seat: claire, since: NOW as Instant, seen } }));
      expect(names()).toEqual(seen ? ['Bring Claire back'] : ['Bring Claire back', 'Seen']);
    }
    const key = new KeyboardEvent('keydown', { code: 'KeyB', altKey: true });
    await act(async () => void dispatchEvent(key));
    expect(document.activeElement?.textContent).toBe('Bring Claire back');
    await press('Bring Claire back');
    expect(sent).toEqual([{ type: 'bringBack', ...turn }]);
  });

  it('[LE9] is an empty chair, with four choices once leaders have waited', async () => {
    const since = (NOW - 35_000) as Instant;
    const gone = leaders({
      chair: { seat: claire, how: 'away', since, decideAt: (NOW - 5_000) as Instant, again: 30_000 },
    });
    await show(gone, NOW - 6_000);
    expect(names()).toEqual([]);
    await show(gone);
    expect(box.textContent).toContain('Away 0:35.');
    expect(names()).toEqual(['Wait', 'Hold', 'Go on: Return', 'Close the case gently']);
    await press('Close the case gently');
    expect(sent).toEqual([{ type: 'closeCase', ...turn }]);
    await press('Wait');
    expect(names()).toEqual([]);
    await show(gone, NOW + 30_000);
    expect(names()).toHaveLength(4);
  });

  it('[LE9, PR22] is an empty chair again at once for who waits, where its presenter has left for good or it is another case’s', async () => {
    const since = (NOW - 35_000) as Instant;
    const chairOf = (how: 'away' | 'removed', from: Instant) =>
      leaders({ chair: { seat: claire, how, since: from, decideAt: from, again: 120_000 } });
    const away = chairOf('away', since);
    const before = { ...away, course: { ...away.course, index: away.course.index - 1 } };
    const steps = away.course.steps.map((step) => ({ ...step, case: 7 }));
    const next = { ...away, course: { ...away.course, steps } };
    await show(away);
    await press('Wait');
    for (const meanwhile of [chairOf('removed', NOW as Instant), next]) {
      await show(before);
      expect(names()).toEqual([]);
      await show(meanwhile);
      expect(names()).toContain('Wait');
    }
  });

  it('[LE9, LE17] as long as a leader waits at it the drawer does not count it', async () => {
    const since = (NOW - 35_000) as Instant;
    const view = leaders({ chair: { seat: claire, how: 'away', since, decideAt: since, again: 30_000 } });
    const shown = (now: number) =>
      act(async () =>
        root.render(
          <>
            <Calls view={view} now={now} run={async () => true} />
            <Drawer
              view={view}
              now={now}
              send={async () => ({ ok: true })}
              roomSecret={() => null}
              Ahead={() => null}
            />
          </>,
        ),
      );
    const count = () => Number(box.querySelector('[aria-expanded="false"][aria-label]')?.textContent);
    await shown(NOW);
    await act(async () =>
      box.querySelector<HTMLElement>('[aria-label="Hide what only leaders see"]')?.click(),
    );
    const before = count();
    await press('Wait');
    expect(count()).toBe(before - 1);
    await shown(NOW + 30_000);
    expect(count()).toBe(before);
  });

  it('[LE71] is a stopped case: go on, or close it gently', async () => {
    await show({ ...leaders({}), course: { ...discussion.course, paused: true } });
    expect(box.textContent).toContain('Claire Dubois has stopped the case.');
    expect(names()).toEqual(['Resume', 'Close the case gently']);
    await press('Resume');
    expect(sent).toEqual([{ type: 'resume' }]);
  });

  it('[LE9] is for how long a presenter was away who is back, until it is seen', async () => {
    await show(leaders({ missed: { seat: claire, ms: 121_000 } }));
    expect(box.textContent).toContain('Claire Dubois is back and silent. 2 minutes missed.');
    await press('Seen');
    expect(box.textContent).toBe('');
  });

  it('[LE72] is who has a case, beside the choice', async () => {
    await show(leaders({ offers: ['Mei Lin' as SeatId, 'Samir Haddad' as SeatId] }, call));
    expect(box.textContent).toContain('Mei Lin and Samir Haddad have a case.');
    expect(names()).toEqual(['Presents']);
  });
});
