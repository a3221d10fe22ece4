import { describe, expect, it } from 'vitest';
import { PLACES } from '../session/rings.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { MINUTE, type LineId } from '../vocabulary.ts';

const over = (play: Play, line: LineId) => {
  const view = play.view(line);
  return view?.kind === 'over' ? view : expect.fail(`sees ${view?.kind ?? 'nothing'}`);
};
const end = (play: Play, stay: boolean) => {
  expect(play.lead({ type: 'endSession', ...(stay ? { stay } : {}) }).ok).toBe(true);
  play.wait(MINUTE).tick();
};

describe('nothing more to see', () => {
  it('[DR8, DR11] is told with its reason, and only an evening that has ended is taken leave of', () => {
    const { play, claire, samir, mei } = fullCircle();
    const waits = play.enter('open', 'Eve');
    play.says(samir, { type: 'leave' });
    play.lead({ type: 'remove', seat: play.seat(mei) });
    play.lead({ type: 'admit', line: waits, answer: 'notToday' });
    const told = (line: LineId) => {
      const { reason, farewell } = over(play, line);
      return [reason, farewell];
    };
    expect([samir, mei, waits].map(told)).toEqual([
      ['left', null],
      ['removed', null],
      ['not-today', null],
    ]);
    expect(over(play, samir).forgottenAt).toBeNull();
    end(play, false);
    const thanks = { leaders: ['Ruth', 'Tomás'], line: null };
    expect([claire, samir, mei, waits].map(told)).toEqual([
      ['over', thanks],
      ['over', thanks],
      ['removed', null],
      ['not-today', null],
    ]);
    expect(over(play, claire).forgottenAt).toBe(play.now + 15 * MINUTE);
  });

  it('[LV2, PR22] leaves no chair of a presenter who was removed, once the evening has ended', () => {
    const { play, claire, mei, samir } = fullCircle();
    play.to('discussion').lead({ type: 'remove', seat: play.seat(claire) });
    const seen = () => play.room(mei).places.map(({ line }) => line);
    expect(seen()).toContain(claire);
    play.says(samir, { type: 'stepOut' });
    end(play, true);
    expect(seen()).not.toContain(claire);
    const { presenter, course, ears, leader } = play.room(mei);
    expect([presenter, course.kind, leader]).toEqual([null, 'leaving', null]);
    expect(ears).not.toContain(play.session.seats.find(({ line }) => line === claire)?.seat);
    expect(play.room(mei).places.find(({ line }) => line === samir)?.out).toBe(true);
  });
});

it('[SI2, DR14] several who come to a place that one of them had wait where not all of them find one', () => {
  const { play, ruth, samir } = fullCircle();
  play.disconnect(samir);
  const answer = play.askTogether('open', 'York', ['Samir', 'Ben']);
  const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  for (let n = 5; n < PLACES.inner; n += 1) {
    const line = play.enter('open', `Member ${'abcdefghijklmn'[n] ?? ''}`);
    expect(play.lead({ type: 'admit', line, answer: 'letIn' }).ok).toBe(true);
    play.connect(line);
  }
  const admit = (seat: boolean) =>
    play.lead({
      ...{ type: 'admit', line: york, answer: 'letIn' },
      ...(seat ? { seat: play.seat(samir) } : {}),
    });
  expect(play.room(ruth).leader?.waiting).toMatchObject([
    { line: york, lacks: 2, mayBe: [play.seat(samir)] },
  ]);
  for (const seat of [true, false]) expect(admit(seat)).toEqual({ ok: false, refusal: 'too-many' });
  play.lead({ type: 'remove', seat: play.session.seats.at(-1)!.seat });
  expect(play.room(ruth).leader?.waiting).toMatchObject([{ lacks: 1 }]);
  expect([admit(false).ok, admit(true).ok]).toEqual([false, true]);
});
