import { describe, expect, it } from 'vitest';
import { fullCircle, type Play } from '../testing/play.ts';
import { nextAlarm, UNDO_FOR } from '../session/timer.ts';
import { SECOND, type StepId } from '../vocabulary.ts';

const turnOf = (play: Play) => play.session.course.turn;
const MOVES = ['next', 'back', 'goTo'] as const;
const TOO_SOON = { ok: false, refusal: 'too-soon' };

/** Just moved to the discussion, with a presenter sitting back. */
const moved = () => {
  const circle = fullCircle();
  circle.play.to('pushBack').wait(SECOND);
  expect(circle.play.lead({ type: 'next', turn: turnOf(circle.play) }).ok).toBe(true);
  return circle;
};
const press = (play: Play, type: (typeof MOVES)[number]) => {
  const turn = turnOf(play);
  return play.lead(type === 'goTo' ? { type, step: 's1' as StepId, turn } : { type, turn });
};

describe('a double click', () => {
  it('[CM8] moves one step: for a second after a move next, back and a step’s name are refused', () => {
    for (const type of MOVES) {
      const { play, ruth } = moved();
      expect(press(play, type)).toEqual(TOO_SOON);
      expect(press(play.wait(SECOND - 1), type)).toEqual(TOO_SOON);
      expect(play.room(ruth).course.kind).toBe('discussion');
      expect(press(play.wait(1), type).ok).toBe(true);
    }
  });

  it('[CM8] two leaders pressing at once are still told that the other one moved', () => {
    const { play, tomas } = moved();
    expect(play.says(tomas, { type: 'next', turn: turnOf(play) - 1 })).toMatchObject({
      refusal: 'stale-turn',
    });
  });

  it('[CM8] never keeps the presenter back, nor hold, more time and the end waiting', () => {
    for (const command of ['bringBack', 'extend', 'undo', 'closeCase'] as const) {
      const { play } = moved();
      const more = command === 'extend' ? { type: command, minutes: 1 } : { type: command };
      expect(play.lead({ ...more, turn: turnOf(play) }).ok).toBe(true);
    }
    const { play, claire } = moved();
    for (const type of ['hold', 'resume', 'endSession', 'keepSession'] as const)
      expect(play.lead({ type }).ok).toBe(true);
    expect(play.says(claire, { type: 'askToComeIn' }).ok).toBe(true);
    const again = moved();
    expect(again.play.says(again.claire, { type: 'stopCase' }).ok).toBe(true);
  });

  it('[CM8] never keeps the presenter from coming in alone, where the backup went right after a move', () => {
    const { play, ruth, tomas, mei, claire } = moved();
    play.backUp(mei);
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(30 * SECOND);
    expect(play.says(mei, { type: 'back', turn: turnOf(play) }).ok).toBe(true);
    play.disconnect(mei);
    expect(play.says(claire, { type: 'comeIn' }).ok).toBe(true);
  });

  it('[CM8] a hold that ends, and a clock that was set back, make no new rest', () => {
    const { play } = moved();
    play.lead({ type: 'hold' });
    play.wait(60 * SECOND).lead({ type: 'resume' });
    expect(press(play, 'next').ok).toBe(true);
    const back = moved().play;
    expect(press(back.wait(-3_600 * SECOND), 'next').ok).toBe(true);
  });

  it('[CM8] the view says so to leaders alone, asks to be made anew when it is over, and leaves the clock alone', () => {
    const { play, ruth, samir } = moved();
    const clock = play.room(ruth).course.clock;
    const member = JSON.stringify(play.room(samir).you);
    expect(play.room(ruth).leader?.rests).toBe(true);
    for (const type of MOVES) expect(play.room(ruth).you.seats[0].can).not.toContain(type);
    expect(play.room(ruth).you.seats[0].can).toContain('bringBack');
    expect(nextAlarm(play.session, play.now)).toBe(play.now + SECOND);
    play.wait(SECOND);
    expect(play.room(ruth).leader?.rests).toBe(false);
    for (const type of MOVES) expect(play.room(ruth).you.seats[0].can).toContain(type);
    expect(nextAlarm(play.session, play.now)).toBe(play.now + UNDO_FOR - SECOND);
    expect(play.room(ruth).course.clock).toEqual(clock);
    expect(JSON.stringify(play.room(samir).you)).toBe(member);
  });
});
