import { describe, expect, it } from 'vitest';
import { fullCircle, Play } from '../testing/play.ts';
import { DAY, HOUR, later, MINUTE, SECOND } from '../vocabulary.ts';
import {
  clockAt,
  dueEnd,
  emptyEnd,
  endOf,
  extendedEnd,
  forgottenAt,
  isForLeadersAlone,
  leftOf,
  nextAlarm,
} from './timer.ts';

const alarm = ({ session, now }: Play): number | null => {
  const at = nextAlarm(session, now);
  return at === null ? null : at - now;
};

describe('when a session looks at itself again', () => {
  it('[TM6, DR18] before it begins: at the time of its door, then at its end by its date or its opening', () => {
    expect(alarm(new Play())).toBe(14 * DAY);
    const play = new Play('case45', true, [], HOUR);
    expect(alarm(play)).toBe(45 * MINUTE);
    play.wait(45 * MINUTE).tick();
    expect(alarm(play)).toBe(15 * MINUTE + 14 * DAY);
  });

  it('[TM1, CM8, CM30] at the end of the rest and of the undo after a move, and at no end of a step', () => {
    const { play } = fullCircle();
    expect(alarm(play)).toBeNull();
    play.lead({ type: 'next', turn: play.session.course.turn });
    expect(alarm(play)).toBe(SECOND);
    play.wait(SECOND);
    expect(alarm(play)).toBe(9 * SECOND);
    play
      .wait(9 * SECOND)
      .to('presentation')
      .wait(10 * SECOND);
    expect([play.session.course.endsAt, alarm(play)]).toEqual([
      later(play.now, 5 * MINUTE - 10 * SECOND),
      null,
    ]);
  });

  it('[HP1] when a call for help can be taken back', () => {
    const { play, mei } = fullCircle();
    play.says(mei, { type: 'askHelp' });
    expect(alarm(play)).toBe(2 * SECOND);
    expect(alarm(play.wait(2 * SECOND))).toBeNull();
  });

  it('[LD2, TM6] when leaders have been away for long enough, then when nobody has been there at all', () => {
    const { play, ruth, tomas } = fullCircle();
    play.disconnect(ruth);
    expect(alarm(play)).toBeNull();
    play.disconnect(tomas);
    expect(alarm(play)).toBe(30 * SECOND);
    expect(alarm(play.wait(30 * SECOND))).toBeNull();
    for (const { line } of play.session.seats) play.disconnect(line);
    expect(alarm(play)).toBe(2 * HOUR);
  });

  it('[CM4, LV3] at the end that is announced, and then at that of the time to stay', () => {
    const { play } = fullCircle();
    play.lead({ type: 'endSession', stay: true });
    expect(alarm(play)).toBe(MINUTE);
    play.wait(MINUTE).tick();
    expect(alarm(play)).toBe(10 * MINUTE);
    play.wait(10 * MINUTE).tick();
    // The debrief has no time of its own.
    expect([alarm(play), play.session.status]).toEqual([null, 'running']);
  });

  it('[HS9] no more once it is over, and when it is forgotten', () => {
    const { play } = fullCircle();
    expect(forgottenAt(play.session)).toBeNull();
    play.lead({ type: 'endSession' });
    play.wait(MINUTE).tick();
    expect([alarm(play), dueEnd(play.session)]).toEqual([null, null]);
    expect(forgottenAt(play.session)).toBe(later(play.now, 15 * MINUTE));
  });
});

describe('an evening without anybody', () => {
  it('[TM6] counts from the last line that left, and whoever waits at the door keeps nothing alive', () => {
    const { play, ruth, mei } = fullCircle();
    expect(emptyEnd(play.session)).toBeNull();
    for (const { line } of play.session.seats) if (line !== mei) play.disconnect(line);
    expect(emptyEnd(play.wait(MINUTE).session)).toBeNull();
    play.disconnect(mei);
    const ends = later(play.now, 2 * HOUR);
    play.wait(MINUTE).connect(play.enter('open', 'Ola'));
    expect(emptyEnd(play.session)).toBe(ends);
    play.connect(ruth);
    expect(emptyEnd(play.session)).toBeNull();
  });

  it('[TM6] is none before it has begun', () => {
    const { play } = fullCircle('case45', true, false);
    for (const { line } of play.session.seats) play.disconnect(line);
    expect([emptyEnd(play.session), dueEnd(play.session)]).toEqual([null, later(play.now, 14 * DAY)]);
  });
});

describe('the clock of a step', () => {
  const { play } = fullCircle();
  const course = { ...play.session.course, since: play.now, endsAt: later(play.now, 5 * MINUTE) };
  const held = { ...course, heldSince: later(play.now, MINUTE) };

  it('[TM1, TM3] stands while it is held, and goes below nothing when it is over', () => {
    const now = later(play.now, 7 * MINUTE);
    expect([clockAt(course, now), clockAt(held, now)]).toEqual([now, held.heldSince]);
    expect([leftOf(course, now), leftOf(held, now)]).toEqual([-2 * MINUTE, 4 * MINUTE]);
    expect(leftOf({ ...course, endsAt: null }, now)).toBeNull();
  });

  it('[TM1] begins with the minutes of its step, or with what that had left', () => {
    const { now } = play;
    const ends = ([minutes, left]: readonly [number | null, number?]) => endOf(minutes, left, now);
    expect(([[null], [null, 9], [5], [5, 1_000], [5, 0], [5, -1_000]] as const).map(ends)).toEqual([
      ...[null, null, later(now, 5 * MINUTE), later(now, 1_000), now, now],
    ]);
  });

  it('[TM1] is extended from its end, or from now where that has passed', () => {
    const extended = (one: typeof course, ms: number) =>
      extendedEnd(one, one.endsAt, 2, later(play.now, ms)) - play.now;
    expect([extended(course, MINUTE), extended(course, 9 * MINUTE)]).toEqual([7 * MINUTE, 11 * MINUTE]);
    expect(extended(held, 9 * MINUTE)).toBe(7 * MINUTE);
  });
});

describe('what time alone changes', () => {
  it('[CM8, HP1] is for leaders alone at the end of a rest, and not where a call for help is due as well', () => {
    const { play, mei } = fullCircle();
    play.lead({ type: 'next', turn: play.session.course.turn });
    const [since, rested] = [play.now, later(play.now, SECOND)];
    expect(isForLeadersAlone(play.session, since, rested)).toBe(true);
    play.says(mei, { type: 'askHelp' });
    expect(isForLeadersAlone(play.session, since, rested)).toBe(true);
    expect(isForLeadersAlone(play.session, since, later(since, 2 * SECOND))).toBe(false);
  });
});
