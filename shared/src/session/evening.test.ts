import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { make, moves } from '../testing/arbitraries.ts';
import { RUNS } from '../testing/along.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { PRESETS } from '../protocol/presets.ts';
import { USUAL_EVENING } from '../protocol/steps.ts';
import { DAY, HOUR, later, MINUTE, SECOND, type Instant, type StepId } from '../vocabulary.ts';
import { readEvent } from './upcasts.ts';
import { evolve } from './evolve.ts';
import { emptySession, type Session } from './session.ts';
import { dueEnd, UNOPENED_FOR } from './timer.ts';

const sit = (play: Play) => {
  const ruth = play.enter('ruth', 'Ruth');
  play.connect(ruth);
  return ruth;
};
const turnOf = (play: Play) => play.session.course.turn;

describe('the evening', () => {
  it('[TM5] ends by its date and the course, however late it begins', () => {
    for (const late of [-HOUR, 0, 20 * MINUTE]) {
      const play = new Play('online60', true, [], DAY);
      const date = play.session.startsAt!;
      const ruth = sit(play);
      expect(play.room(ruth).session.until).toBe(date + HOUR);
      play.wait(DAY + late).begin();
      expect(play.room(ruth).session.until).toBe(date + HOUR);
    }
  });

  it('[TM5] without a date, or where it had passed by then, ends by its beginning and the course', () => {
    for (const [ahead, late] of [
      [null, 3 * HOUR],
      [DAY, 2 * DAY],
      [DAY, DAY + HOUR],
    ] as const) {
      const play = new Play('online60', true, [], ahead);
      const ruth = sit(play);
      play.wait(late);
      expect(play.room(ruth).session.until).toBeNull();
      play.lead({ type: 'begin' });
      expect(play.room(ruth).session.until).toBe(play.now + HOUR);
    }
  });

  it('[TM5] of steps without minutes has no end, and counts none of them', () => {
    const untimed = PRESETS.case45.map((step) => ({ ...step, minutes: null }));
    for (const ahead of [null, DAY]) {
      const play = new Play({ ...USUAL_EVENING, madeFrom: null, steps: untimed }, true, [], ahead);
      const ruth = sit(play);
      play.begin();
      expect(play.room(ruth)).toMatchObject({ session: { until: null }, leader: { session: { needs: 0 } } });
      expect(play.lead({ type: 'moveEnd', minutes: 5 })).toMatchObject({ refusal: 'nothing-to-do' });
    }
    const { play } = fullCircle('case45', true, false);
    play.lead({ type: 'begin' });
    expect(play.session.evening?.endsAt).toBe(play.now + 45 * MINUTE);
  });

  it('[TM5] is moved by "Move the end" alone, for everybody, later from now where it has passed, never before now', () => {
    const { play, ruth, samir } = fullCircle('online60');
    const ends = play.room(samir).session.until!;
    const move = (minutes: number) => play.lead({ type: 'moveEnd', minutes });
    expect(move(5).ok && move(-10).ok).toBe(true);
    for (const line of [ruth, samir]) expect(play.room(line).session.until).toBe(ends - 5 * MINUTE);
    play.wait(ends - play.now - 7 * MINUTE);
    expect(move(-5).ok).toBe(true);
    expect(play.room(ruth).session.until).toBe(play.now);
    expect(move(-5)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(move(0)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    play.wait(HOUR);
    expect(move(5).ok).toBe(true);
    expect(play.room(ruth).session.until).toBe(play.now + 5 * MINUTE);
    expect(play.says(samir, { type: 'moveEnd', minutes: 5 })).toEqual({ ok: false, refusal: 'not-leader' });
  });

  it('[TM5] leaders see what the steps still need that have not begun; members do not', () => {
    const { play, ruth, samir } = fullCircle('online60', true, false);
    const needs = () => play.room(ruth).leader?.session.needs;
    expect(needs()).toBe(60);
    play.begin();
    expect(needs()).toBe(55);
    expect(play.to('discussion') && needs()).toBe(10);
    play.lead({ type: 'extend', minutes: 3, turn: turnOf(play) });
    expect(play.to('closing') && needs()).toBe(0);
    expect(JSON.stringify(play.room(samir))).not.toContain('"needs":');
  });

  it('[TM5] its end moves by nothing else, whatever happens', () => {
    fc.assert(
      fc.property(moves(), fc.boolean(), (list, begun) => {
        const { play } = fullCircle('online60', true, begun);
        for (const move of list) {
          const [before, known] = [play.session.evening, play.log.length];
          make(play, move);
          const moved = play.log.slice(known).some(({ type }) => type === 'endMoved' || type === 'begun');
          if (!moved) expect(play.session.evening).toBe(before);
        }
      }),
      RUNS,
    );
  });

  it('[TM7] whatever happens before it begins, it stands in its first step and ends by its date', () => {
    fc.assert(
      fc.property(moves(), fc.option(fc.integer({ min: 0, max: 300 * DAY })), (list, ahead) => {
        const play = new Play('online60', true, ['anna'], ahead);
        const { madeAt, startsAt } = play.session;
        for (const move of list) {
          make(play, move);
          const { status, evening, course, protocol, ending } = play.session;
          if (status !== 'ended') expect(evening === null).toBe(status === 'made');
          if (status !== 'made') continue;
          expect(course).toMatchObject({
            turn: 0,
            step: protocol.steps[0]!.id,
            endsAt: null,
            heldSince: null,
          });
          const end = later(startsAt ?? madeAt, UNOPENED_FOR);
          expect(dueEnd(play.session)).toBe(ending === null ? end : Math.min(ending, end));
        }
      }),
      RUNS,
    );
  });

  it('[TM8] may be planned for a day within a year, or for ten minutes ago', () => {
    for (const ahead of [-10 * MINUTE, 0, 366 * DAY])
      expect(new Play('case45', true, [], ahead).session.status).toBe('made');
    for (const ahead of [-10 * MINUTE - 1, 366 * DAY + 1])
      expect(() => new Play('case45', true, [], ahead)).toThrow('bad-date');
  });
});

describe('an evening that an earlier program began', () => {
  const at = (seconds: number) => (1_700_000_000_000 + seconds * SECOND) as Instant;
  const steps = PRESETS.case45.map(({ kind, minutes }) => ({ kind, minutes }));
  const link = { invitation: 'i', hash: 'h', kind: 'leader', role: 'leader', name: null, revoked: false };
  const seat = {
    seat: 's',
    line: 'l',
    invitation: 'i',
    name: 'Ruth',
    profession: '',
    role: 'leader',
    gone: null,
  };
  const protocol = { preset: 'case45', steps, protectStory: true };
  const replayed = (...more: readonly object[]): Session =>
    [
      { type: 'opened', at: at(0), id: 'x', group: '', protocol, media: 'm', invitations: [link] },
      { type: 'seated', at: at(1), seat },
      { type: 'begun', at: at(1) },
      ...more,
    ]
      .map((event) => readEvent(event, 1))
      .reduce(evolve, emptySession);
  const moved = (seconds: number, step: number, minutes: number | null) => ({
    type: 'moved',
    at: at(seconds),
    step,
    endsAt: minutes === null ? null : later(at(seconds), minutes * MINUTE),
    left: null,
  });

  it('[LG12] has begun with its first leader, as a move, and ends by its first timed step', () => {
    expect(replayed()).toMatchObject({
      status: 'running',
      course: { turn: 1, step: 's1', since: at(1), endsAt: null },
      evening: { endsAt: null, floats: true },
    });
    const told = replayed(moved(100, 1, null), moved(200, 2, 5));
    expect(told.evening).toMatchObject({ endsAt: at(200 + 45 * 60), floats: true });
    expect(told.course).toMatchObject({ turn: 3, step: 's3' as StepId });
  });

  it('[TM5] goes on by the rules of then: holds and longer steps move its end, resumed or by a move', () => {
    const told = [moved(100, 1, null), moved(200, 2, 5)];
    const longer = { type: 'extended', at: at(250), endsAt: at(200 + 7 * 60) };
    expect(replayed(...told, longer).evening?.endsAt).toBe(at(200 + 47 * 60));
    const held = { type: 'held', at: at(260) };
    const resumed = { type: 'resumed', at: at(290) };
    expect(replayed(...told, held, resumed).evening?.endsAt).toBe(at(230 + 45 * 60));
    expect(replayed(...told, held, moved(290, 3, 5)).evening?.endsAt).toBe(at(230 + 45 * 60));
  });
});
