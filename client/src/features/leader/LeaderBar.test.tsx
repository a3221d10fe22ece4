// @vitest-environment happy-dom
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, discussion, NOW } from '../../../showcase/leader-view.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { LeaderBar } from './LeaderBar.tsx';

const MINUTE = 60_000;

describe('the leaders’ bar', () => {
  let root: Root;
  let box: HTMLElement;
  const sent: PersonalCommand[] = [];
  const show = (view: RoomView) =>
    act(async () =>
      root.render(<LeaderBar view={view} now={NOW} run={async (command) => sent.push(command) > 0} />),
    );
  const button = (name: string | RegExp) => {
    const found = [...box.querySelectorAll('button')].find(({ textContent }) =>
      typeof name === 'string' ? textContent === name : name.test(textContent),
    );
    return found ?? expect.fail(`no button ${name}: ${box.textContent}`);
  };
  const press = (name: string | RegExp) => act(async () => button(name).click());

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    sent.length = 0;
  });
  afterEach(() => act(async () => root.unmount()));

  const session = { ...call.leader!.session, begunAt: null, endsAt: null, needs: 60 };
  const early: RoomView = {
    ...call,
    session: { ...call.session, begun: false, until: null },
    leader: { ...call.leader!, session },
  };

  it('[LE63] has Begin where Next will stand, and the focus stays on it', async () => {
    await show(early);
    expect(box.textContent).toContain('Looking in changes nothing');
    expect(box.textContent).toContain('60 minutes from Begin on');
    button('Begin').focus();
    await press('Begin');
    expect(sent).toEqual([{ type: 'begin' }]);
    const begin = button('Begin');
    await show(call);
    expect(button(/^Next: /)).toBe(begin);
    expect(document.activeElement).toBe(begin);
  });

  it('[LE63] asks whoever presses Begin before the day, and begins no step by its name', async () => {
    const ahead = (minutes: number) => {
      const startsAt = (NOW + minutes * MINUTE) as never;
      return { ...early, leader: { ...early.leader!, session: { ...session, startsAt } } };
    };
    await show(ahead(24 * 60));
    await press(/^Discussion/);
    await press('Begin');
    expect(box.textContent).toContain('Begin already?');
    await press('Not yet');
    expect(sent).toEqual([]);
    await press('Begin');
    await press('Begin now');
    expect(sent).toEqual([{ type: 'begin' }]);
    await show(ahead(15));
    await press('Begin');
    expect(sent).toHaveLength(2);
  });

  const movedBy = (by: string, left: number | null): RoomView => {
    const until = left === null ? null : ((NOW + left) as never);
    const undo = until === null ? null : { by: by as never, until };
    return {
      ...discussion,
      leader: { ...discussion.leader!, undo, moved: { by: by as never, at: NOW as never } },
    };
  };

  it('[LE70] has Undo as long as a move can be undone, by its button and by Alt+Z, and says whose it was', async () => {
    await show(movedBy('Tomás Vidal', 6_000));
    expect(box.textContent).toContain(`since ${timeOfDay(NOW)}, Tomás pressed`);
    const undo = button('Undo');
    expect(undo.getAttribute('aria-label')).toBe('Undo: Tomás moved on to Discussion');
    await press('Undo');
    const key = new KeyboardEvent('keydown', { code: 'KeyZ', altKey: true });
    await act(async () => void dispatchEvent(key));
    expect(sent).toEqual([
      { type: 'undo', turn: discussion.course.turn },
      { type: 'undo', turn: discussion.course.turn },
    ]);
    await show(movedBy('Tomás Vidal', null));
    expect([...box.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain('Undo');
    await act(async () => void dispatchEvent(key));
    expect(sent).toHaveLength(2);
    await show(movedBy('Ruth Adler', 1));
    expect(button('Undo').getAttribute('aria-label')).toBe('Undo: You moved on to Discussion');
  });

  it('[LE17] has "Bring back" as long as the presenter asks to come in', async () => {
    await show(discussion);
    expect(button('Bring back').getAttribute('aria-label')).toBe('Bring back Claire');
    await press('Bring back');
    expect(sent).toEqual([{ type: 'bringBack', turn: discussion.course.turn }]);
    await show({ ...discussion, leader: { ...discussion.leader!, ask: null } });
    expect(box.textContent).not.toContain('Bring back');
  });

  it('[LE61] asks before the end, and no more once another leader went back or has announced it', async () => {
    const last = {
      ...discussion.course,
      index: discussion.course.steps.length - 1,
      kind: 'closing' as const,
    };
    const closing: RoomView = { ...discussion, course: last };
    const announced = { ...closing, session: { ...closing.session, endsAt: (NOW + MINUTE) as never } };
    const asks = () => box.textContent.includes('End the session?');
    for (const meanwhile of [discussion, announced]) {
      await show(closing);
      expect(asks()).toBe(false);
      await press('End the session…');
      expect(asks()).toBe(true);
      await show(meanwhile);
      expect(asks()).toBe(false);
    }
    // Nor does it come back by itself with the last step.
    await show(closing);
    expect(asks()).toBe(false);
    expect(sent).toEqual([]);
  });

  it('[LE64] moves the end by five minutes with each press, and never before now', async () => {
    const endsAt = (minutes: number) => {
      const until = (NOW + minutes * MINUTE) as never;
      const own = { ...discussion.leader!.session, endsAt: until, needs: 14 };
      return {
        ...discussion,
        session: { ...discussion.session, until },
        leader: { ...discussion.leader!, session: own },
      };
    };
    await show(endsAt(12));
    expect(box.textContent).toContain('12 min left,the plan needs 31');
    await press(`ends ${timeOfDay(NOW + 12 * MINUTE)}`);
    await press('5 min later');
    await press('5 min earlier');
    expect(sent).toEqual([
      { type: 'moveEnd', minutes: 5 },
      { type: 'moveEnd', minutes: -5 },
    ]);
    await show(endsAt(-2));
    expect(box.textContent).toContain('2 min past it');
    await press('5 min earlier');
    expect(sent).toHaveLength(2);
  });
});
