// @vitest-environment happy-dom
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId, SeatId } from '@tele-balint/shared/vocabulary';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discussion, NOW } from '../../../showcase/leader-view.ts';
import { place } from '../../testing/place.ts';
import { courseIn } from '../../testing/course.ts';
import { LeaderBar } from './LeaderBar.tsx';

const york = ['Claire', 'Kofi', 'Elena'].map((name) =>
  place(name, { line: 'york' as LineId, site: 'York', presenter: name === 'Claire' }),
);
const roomAt = (course: RoomView['course'], places = york): RoomView => ({
  ...discussion,
  course,
  presenter: 'Claire' as SeatId,
  places: [...discussion.places.filter(({ role }) => role !== 'member'), ...places],
});
const questions = courseIn('questions');

describe('before a chair moves back that stands at a camera of several', () => {
  let root: Root;
  let box: HTMLElement;
  let refused: PersonalCommand['type'] | null;
  const sent: PersonalCommand[] = [];
  const run = async (command: PersonalCommand) => sent.push(command) > 0 && command.type !== refused;
  const show = (view: RoomView) =>
    act(async () => root.render(<LeaderBar view={view} now={NOW} run={run} />));
  const press = (name: RegExp) =>
    act(async () => {
      const all = [...box.querySelectorAll<HTMLElement>('button, label')];
      (all.find(({ textContent }) => name.test(textContent)) ?? expect.fail(`no ${name}`)).click();
    });
  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
    sent.length = 0;
    refused = null;
  });
  afterEach(() => act(async () => root.unmount()));

  it('[SI23] asks leaders whether the site listens, which stands chosen, or the presenter sits apart', async () => {
    await show(roomAt(questions));
    await press(/^Next: /);
    expect(sent).toEqual([]);
    expect(box.textContent).toContain('Claire, Kofi, and Elena share one microphone.');
    await press(/^Go on to /);
    expect(sent.map(({ type }) => type)).toEqual(['next']);
    await press(/^Next: /);
    await press(/^Claire sits apart/);
    await press(/^Go on to /);
    expect(sent.slice(1)).toEqual([{ type: 'sitApart', apart: true }, sent[0]]);
  });

  it('[SI23] asks whichever press moves the chair back: Back from the return, too, and a step’s name', async () => {
    const back = courseIn('return');
    await show(roomAt(back));
    for (const [name, type] of [
      [/^Back$/, 'back'],
      [/^Discussion/, 'goTo'],
    ] as const) {
      await press(name);
      expect(sent).toEqual([]);
      expect(box.textContent).toContain('Claire, Kofi, and Elena share one microphone.');
      await press(/^Go on to Discussion/);
      expect(sent.splice(0)).toMatchObject([{ type, turn: back.turn }]);
    }
  });

  it('[SI23] moves nothing where the answer is refused, says so, and asks anew with it chosen', async () => {
    const chosen = () =>
      box.querySelector<HTMLInputElement>('input:checked')?.closest('label')?.textContent ?? 'no question';
    await show(roomAt(questions));
    await press(/^Next: /);
    expect(chosen()).toMatch(/^York listens/);
    await press(/^Claire sits apart/);
    refused = 'sitApart';
    await press(/^Go on to /);
    expect(sent.splice(0)).toEqual([{ type: 'sitApart', apart: true }]);
    expect(box.querySelector('dialog [role="alert"]')?.textContent).toContain('the chair has not moved');
    expect(chosen()).toMatch(/^Claire sits apart/);
    refused = null;
    await press(/^Go on to /);
    expect(sent.map(({ type }) => type)).toEqual(['sitApart', 'next']);
    expect(chosen()).toBe('no question');
  });

  it('[SI23] asks no more once the course has moved, not even where it is again as it was', async () => {
    await show(roomAt(questions));
    await press(/^Next: /);
    for (const course of [
      { ...courseIn('presentation'), turn: 2 },
      { ...questions, turn: 3 },
    ]) {
      await show(roomAt(course));
      expect(box.textContent).not.toContain('share one microphone');
    }
  });

  it('[SI23] asks nothing of a presenter with a line of their own, of one who sits apart, and of another step', async () => {
    const pressed = async (view: RoomView) => {
      await show(view);
      await press(/^Next: /);
      return sent.splice(0).map(({ type }) => type);
    };
    expect(await pressed(roomAt(questions, york.slice(0, 1)))).toEqual(['next']);
    expect(await pressed(roomAt({ ...questions, apart: true }))).toEqual(['next']);
    expect(await pressed(roomAt(courseIn('presentation')))).toEqual(['next']);
    expect(await pressed(roomAt(courseIn('pushBack')))).toEqual(['next']);
  });
});
