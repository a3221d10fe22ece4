import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import type { Session } from '../session/session.ts';
import { nextAlarm, UNDO_FOR } from '../session/timer.ts';
import { leads } from '../session/leadership.ts';
import { along } from '../testing/along.ts';
import { make, moves } from '../testing/arbitraries.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { MINUTE, SECOND, type LineId } from '../vocabulary.ts';

const turnOf = (play: Play) => play.session.course.turn;
const undo = (play: Play, line?: LineId) => {
  const command = { type: 'undo', turn: turnOf(play) } as const;
  return line ? play.says(line, command) : play.lead(command);
};
const next = (play: Play) => play.rested().lead({ type: 'next', turn: turnOf(play) });

/** What an undo promises to bring back, of a state and of one after the undo. */
const restored = ({ course }: Session) => {
  const { turn: _turn, undo: _undo, missed: _missed, ...rest } = course;
  return rest;
};

describe('undo', () => {
  it('[CM30] gives back step, time, floor and hands, and the turn rises', () => {
    const { play, samir, mei } = fullCircle();
    play.to('presentation').wait(MINUTE);
    for (const line of [samir, mei]) play.says(line, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(samir) });
    const before = play.session;
    expect(next(play).ok).toBe(true);
    expect(play.wait(9 * SECOND).session.course.floor).toEqual([]);
    expect(undo(play).ok).toBe(true);
    expect(restored(play.session)).toEqual(restored(before));
    expect(turnOf(play)).toBe(before.course.turn + 2);
    expect(play.room(samir).you.may.microphone).toBe(true);
    expect(play.room(mei).places.find(({ seat }) => seat === play.seat(mei))?.hand).toBe(1);
  });

  it('[CM30] of a mistaken return leaves the presenter silent again, with the signal that was answered', () => {
    const { play, ruth, tomas, claire } = fullCircle();
    play.to('discussion').says(claire, { type: 'askToComeIn' });
    const asked = play.session.course.ask;
    play.lead({ type: 'bringBack', turn: turnOf(play) });
    expect(play.room(claire).you.may.microphone).toBe(true);
    expect(undo(play, tomas).ok).toBe(true);
    expect(play.room(claire).you.may.microphone).toBe(false);
    expect(play.room(ruth).leader?.ask).toEqual({ seat: play.seat(claire), ...asked });
  });

  it('[CM30] keeps what became of the signal since, where the presenter sat back all the time', () => {
    const { play, claire } = fullCircle();
    play.to('pushBack').says(claire, { type: 'askToComeIn' });
    next(play);
    play.says(claire, { type: 'withdrawAsk' });
    undo(play);
    expect(play.session.course.ask).toBeNull();
    next(play);
    play.says(claire, { type: 'askToComeIn' });
    undo(play);
    expect(play.session.course.ask).not.toBeNull();
  });

  it('[CM30] is there for ten seconds, once, for any leader, and also in the rest after the move', () => {
    const { play, ruth, tomas, samir } = fullCircle();
    play.to('call');
    expect(play.room(tomas).leader?.undo).toEqual({ by: play.seat(ruth), until: play.now + 10 * SECOND });
    expect(play.room(samir).leader).toBeNull();
    expect(undo(play, samir)).toMatchObject({ refusal: 'not-leader' });
    expect(undo(play, tomas).ok).toBe(true);
    expect(undo(play, tomas)).toMatchObject({ refusal: 'nothing-to-do' });
    play.to('call').wait(UNDO_FOR - 1);
    expect(play.room(ruth).you.seats[0].can).toContain('undo');
    expect(nextAlarm(play.session, play.now)).toBe(play.now + 1);
    expect(undo(play.wait(1))).toMatchObject({ refusal: 'nothing-to-do' });
    expect(play.room(ruth).leader?.undo).toBeNull();
    expect(play.room(ruth).you.seats[0].can).not.toContain('undo');
  });

  it('[CM30] is of the move that it was pressed for', () => {
    const { play } = fullCircle();
    play.to('presentation').rested();
    const stale = turnOf(play);
    next(play);
    expect(play.lead({ type: 'undo', turn: stale })).toMatchObject({ refusal: 'stale-turn' });
  });

  it.each(['hold', 'extend', 'moveEnd', 'stopCase'] as const)(
    '[CM30] is over with the next command of the course (%s)',
    (type) => {
      const { play, claire } = fullCircle();
      play.to('questions');
      const minutes = { minutes: 5 };
      const done =
        type === 'stopCase'
          ? play.says(claire, { type })
          : type === 'hold'
            ? play.lead({ type })
            : play.lead(type === 'extend' ? { type, ...minutes, turn: turnOf(play) } : { type, ...minutes });
      expect(done.ok).toBe(true);
      expect(undo(play)).toMatchObject({ refusal: 'nothing-to-do' });
    },
  );

  it('[CM30] lets a door, a begun session and whoever came or went since stand', () => {
    const { play, ruth, samir, mei, claire } = fullCircle('case45', true, false);
    play.lead({ type: 'openDoor' });
    play.to('presentation');
    expect(play.session.door).toBe('closed');
    play.says(samir, { type: 'leave' });
    play.lead({ type: 'remove', seat: play.seat(mei) });
    play.disconnect(claire);
    expect(undo(play).ok).toBe(true);
    const { session } = play;
    expect([session.status, session.door, session.evening !== null]).toEqual(['running', 'closed', true]);
    expect(session.course).toMatchObject({ step: 's1', begun: [], movedAt: null });
    expect(play.room(ruth).places.map(({ name, presence }) => [name, presence])).toEqual(
      expect.arrayContaining([
        ['Samir', 'left'],
        ['Claire', 'away'],
      ]),
    );
    expect(play.room(ruth).places.some(({ name }) => name === 'Mei')).toBe(false);
  });

  it('[CM30] gives no hand and no floor back to whoever left or was removed since', () => {
    const { play, ruth, samir, mei } = fullCircle();
    play.to('presentation');
    for (const line of [samir, mei]) play.says(line, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(samir) });
    next(play);
    play.lead({ type: 'remove', seat: play.seat(samir) });
    play.says(mei, { type: 'leave' });
    undo(play);
    expect(play.session.course).toMatchObject({ hands: [], floor: [] });
    expect(play.room(ruth).leader?.hands).toEqual([]);
  });

  it('[CM30] does not take back that the presenter came in alone', () => {
    const { play, ruth, tomas, claire } = fullCircle();
    play.to('discussion');
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(30 * SECOND).says(claire, { type: 'comeIn' });
    play.connect(ruth);
    expect(undo(play)).toMatchObject({ refusal: 'nothing-to-do' });
  });

  it('[CM32] leaders see who moved and when, and nobody else does', () => {
    const { play, ruth, tomas, samir } = fullCircle();
    play.to('call').rested();
    play.says(tomas, { type: 'next', turn: turnOf(play) });
    const moved = { by: play.seat(tomas), at: play.now };
    expect(play.wait(MINUTE).room(ruth).leader?.moved).toEqual(moved);
    expect(JSON.stringify(play.room(samir))).not.toContain('"moved"');
  });

  it('[CM31] one press from questions into push-back, one into discussion; the running step does nothing', () => {
    const { play, ruth } = fullCircle();
    play.to('questions');
    for (const kind of ['pushBack', 'discussion'] as const) {
      expect(next(play).ok).toBe(true);
      expect(play.room(ruth).course.kind).toBe(kind);
    }
    const before = play.rested().session;
    const { step, turn } = before.course;
    expect(play.lead({ type: 'goTo', step, turn })).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(play.session).toBe(before);
  });
});

describe('an undo after any move', { timeout: 240_000 }, () => {
  const begunIn = (before: Session, events: readonly SessionEvent[]): Session =>
    events.filter(({ type }) => type === 'begun').reduce(evolve, before);

  it('[CM30, SI5] right away is as if the move had not been made', () => {
    let met = 0;
    fc.assert(
      fc.property(moves(), fc.nat(7), fc.boolean(), (list, target, begun) => {
        const play = along(list, true, () => undefined, begun).rested();
        const { session } = play;
        const leader = session.seats.find((seat) => leads(session, seat, play.now));
        const { steps } = session.protocol;
        const step = steps[target % steps.length]!.id;
        const { turn } = session.course;
        if (!leader || !play.says(leader.line, { type: 'goTo', step, turn }).ok) return;
        met += 1;
        const before = begunIn(session, play.log.slice(session.version));
        expect(undo(play, leader.line).ok).toBe(true);
        // That somebody sits apart was confirmed for the moment: no undo brings or leaves it.
        expect(restored(play.session)).toEqual({ ...restored(before), apart: null });
        expect(turnOf(play)).toBe(turn + 2);
      }),
      { numRuns: 500 },
    );
    expect(met).toBeGreaterThan(0);
  });

  it('[CM30] later is as if the rest had happened without it', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const { play, ruth } = fullCircle();
        play.to('presentation').rested();
        const { course } = play.session;
        expect(next(play).ok).toBe(true);
        const { turn } = play.session.course;
        for (const move of list) {
          const command = { ...move, wait: Math.min(move.wait, 100) };
          make(play, command);
          if (play.session.course.turn !== turn || play.session.course.undo === null) return;
        }
        if (!undo(play, ruth).ok) return;
        expect(play.session.course).toMatchObject({
          step: course.step,
          since: course.since,
          endsAt: course.endsAt,
        });
        const gone = new Set(play.session.seats.filter((one) => one.gone !== null).map(({ seat }) => seat));
        for (const list of [play.session.course.hands, play.session.course.floor])
          expect(list.some((seat) => gone.has(seat))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
