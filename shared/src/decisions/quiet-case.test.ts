import { describe, expect, it } from 'vitest';
import { USUAL_EVENING, type Protocol } from '../protocol/steps.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import type { StepId } from '../vocabulary.ts';

/** Two cases; in the second one there is a quiet minute before the chair moves back. */
const KINDS = [
  ...(['call', 'presentation', 'discussion', 'return'] as const),
  ...(['call', 'presentation', 'quiet', 'discussion', 'return', 'closing'] as const),
];
const TWO: Protocol = {
  ...USUAL_EVENING,
  outerRing: true,
  madeFrom: null,
  steps: KINDS.map((kind, n) => ({ id: `s${n + 1}` as StepId, kind, minutes: 5 })),
};
const QUIET = 's7' as StepId;

const goTo = (play: Play, step: string) => {
  const answer = play.rested().lead({ type: 'goTo', step: step as StepId, turn: play.session.course.turn });
  return answer.ok ? 'ok' : answer.refusal;
};

describe('a quiet minute within a case', () => {
  it('[CM2] is not gone to from outside it without a presenter', () => {
    const { play, mei } = fullCircle(TWO);
    expect([goTo(play, 's3'), goTo(play, QUIET)]).toEqual(['ok', 'no-presenter']);
    goTo(play, 's5');
    play.lead({ type: 'choosePresenter', seat: play.seat(mei) });
    // Nor with one who was asked out meanwhile, in the case before.
    expect(goTo(play, 's3')).toBe('ok');
    expect(play.lead({ type: 'askOut', seat: play.seat(mei) }).ok).toBe(true);
    expect(goTo(play, QUIET)).toBe('no-presenter');
    expect(play.lead({ type: 'askIn', seat: play.seat(mei) }).ok).toBe(true);
    expect(goTo(play, QUIET)).toBe('ok');
  });

  it('[CM7, DR3, PR6] entered there, the case has begun, and goes on whatever becomes of its presenter', () => {
    const { play, mei, ruth } = fullCircle(TWO);
    goTo(play, 's5');
    play.lead({ type: 'choosePresenter', seat: play.seat(mei) });
    play.lead({ type: 'openDoor' });
    expect([goTo(play, QUIET), play.session.door]).toEqual(['ok', 'closed']);
    play.says(mei, { type: 'leave' });
    expect(goTo(play, 's8')).toBe('ok');
    expect(play.room(ruth).leader?.chair?.how).toBe('left');
  });

  it.each(['line', 'leave', 'remove'] as const)(
    '[PR22, CO13] keeps the calm chair of its presenter, however they went before it (%s)',
    (how) => {
      const { play, mei, ruth, samir } = fullCircle(TWO);
      const seat = play.seat(mei);
      goTo(play, 's5');
      play.lead({ type: 'choosePresenter', seat });
      goTo(play, 's8');
      if (how === 'line') play.disconnect(mei);
      else if (how === 'leave') play.says(mei, { type: 'leave' });
      else play.lead({ type: 'remove', seat });
      goTo(play, QUIET);
      const room = play.room(samir);
      expect([room.presenter, room.ears.includes(seat)]).toEqual([seat, true]);
      expect(room.places.find((one) => one.seat === seat)).toMatchObject({
        ...{ presence: 'away', presenter: true },
      });
      expect(play.room(ruth).leader?.chair).toMatchObject({ seat });
    },
  );

  it('[PR21] closed gently there, its presenter is back for good', () => {
    const { play, mei } = fullCircle(TWO);
    goTo(play, 's5');
    play.lead({ type: 'choosePresenter', seat: play.seat(mei) });
    goTo(play, QUIET);
    expect(play.rested().lead({ type: 'closeCase', turn: play.session.course.turn }).ok).toBe(true);
    expect(play.session.course.step).toBe('s9');
  });
});
