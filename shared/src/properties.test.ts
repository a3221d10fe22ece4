import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Command } from './decisions/command.ts';
import { decide } from './decisions/decide.ts';
import { evolve } from './session/evolve.ts';
import { sitsApart } from './session/apart.ts';
import { grantsOf, maySpeak, type Grant } from './session/grants.ts';
import { belongsToDebrief, leads, nobodyLeads } from './session/leadership.ts';
import {
  caseAt,
  isPresent,
  presenterOf,
  runningCase,
  runningRow,
  seatsOn,
  waitingLines,
} from './session/roster.ts';
import { emptySession, type Session } from './session/session.ts';
import { restEnds } from './session/timer.ts';
import { PLACES, ringOf } from './session/rings.ts';
import { effectsBetween, step } from './step.ts';
import { along, property, RUNS } from './testing/along.ts';
import { make, moves } from './testing/arbitraries.ts';
import { fullCircle, Play } from './testing/play.ts';
import { later, type Instant, type LineId } from './vocabulary.ts';
import type { PhaseKind } from './protocol/phases.ts';

/** Every grant is at most what the row gives to each seat of its line: voice, picture and space. */
const withinRow = (session: Session, now: Instant): void => {
  const row = runningRow(session);
  for (const grant of grantsOf(session, now)) {
    expect(grant.room).toBe(`${session.media}.${grant.space}`);
    const sitting = seatsOn(session, grant.line).filter(({ gone }) => gone === null);
    const heard = sitting.some((seat) => maySpeak(session, seat, now));
    if (grant.microphone) expect(heard).toBe(true);
    for (const seat of sitting) {
      const presents = presenterOf(session) === seat.seat;
      const ordinary = !presents && !leads(session, seat, now);
      const column = ringOf(session, seat) === 'outer' ? 'outer' : 'member';
      const part = presents ? 'presenter' : ordinary ? column : 'leader';
      const debrief = seatsOn(session, grant.line).every(belongsToDebrief);
      // Once the evening has ended the space is the line's.
      const space = session.leaving === null ? row.space[part] : debrief ? 'debrief' : 'circle';
      expect(grant.space).toBe(space);
      if (row.camera[part] !== 'open') expect(grant.camera).toBe(false);
      if (!ordinary && row.voice[part] !== 'open' && !sitsApart(session, seat))
        expect(grant.microphone).toBe(false);
      const opened = nobodyLeads(session, now)
        ? row.voice[column] === 'floor'
        : session.course.voices[column] === 'open';
      if (ordinary && (row.voice[column] === 'none' || row.voice[column] === null))
        expect(grant.microphone && !opened).toBe(false);
      if (ordinary && row.voice[column] === 'floor')
        expect(grant.microphone && !opened && !heard).toBe(false);
    }
  }
};

const byIdentity = (grants: readonly Grant[]) => new Map(grants.map((grant) => [grant.identity, grant]));

describe('what holds for every session', { timeout: 240_000 }, () => {
  it('[EF1] deciding never throws, and a refusal changes nothing', () => {
    property(() => undefined);
    const { play, ruth } = fullCircle();
    const before = play.session;
    play.says(ruth, { type: 'resume' });
    expect(play.session).toBe(before);
  });

  it('[EF2] replaying the events gives the same state', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const play = along(list, true, () => undefined);
        expect(play.log.reduce(evolve, emptySession)).toEqual(play.session);
      }),
      RUNS,
    );
  });

  /** The same session in a step of another kind: no preset has all of them yet. */
  const inKind = (session: Session, kind: PhaseKind): Session => {
    const steps = session.protocol.steps.map((step) => ({ ...step, kind }));
    return { ...session, protocol: { ...session.protocol, steps } };
  };

  it.each([null, 'break', 'leaving', 'debrief'] as const)(
    '[EF3] grants never exceed the row of the running step, also where it is %s',
    (kind) => {
      property((play) => withinRow(kind === null ? play.session : inKind(play.session, kind), play.now));
    },
  );

  it('[EF4] effects tell whether rights differ from one state to the next, and who must be out', () => {
    property((play, before, at) => {
      const had = byIdentity(grantsOf(before, at as typeof play.now));
      const has = byIdentity(grantsOf(play.session, play.now));
      const effects = effectsBetween(before, play.session, at as typeof play.now, play.now);
      for (const identity of effects.evict) {
        expect(has.has(identity)).toBe(false);
        had.delete(identity);
      }
      if (!effects.rights) expect(has).toEqual(had);
      else expect(has).not.toEqual(had);
    });
  });

  it('[CM7] any session can still reach its end', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const play = along(list, true, () => undefined);
        for (const line of Object.keys(play.session.lines) as LineId[]) play.disconnect(line);
        play.wait(2 * 60 * 60 * 1_000 + 60_000).tick();
        expect(play.session.status).toBe('ended');
      }),
      RUNS,
    );
  });

  it('[CM7] in every running state a leader can end the session, and take the end back until then', () => {
    property(({ session, now }) => {
      const leader = session.seats.find((seat) => leads(session, seat, now));
      if (session.status !== 'running' || !leader) return;
      const after = (from: Session, command: Command, at: Instant): Session => {
        const by: Actor = command.type === 'tick' ? { kind: 'server' } : { kind: 'line', line: leader.line };
        const answer = step(from, command, { by, now: at, fresh: () => 'id' });
        return answer.ok ? answer.next : expect.fail(`${command.type} was refused: ${answer.refusal}`);
      };
      const announced = session.ending === null ? after(session, { type: 'endSession' }, now) : session;
      const end = announced.ending ?? expect.fail('no end was announced');
      if (session.ending === null) expect(end - now).toBe(60_000);
      expect(end - now).toBeLessThanOrEqual(60_000);
      const [justBefore, then] = [later(end, -1), later(now, 60_000)];
      const over = after(announced, { type: 'tick' }, then);
      expect(over.status === 'ended' || (announced.stays && over.leaving !== null)).toBe(true);
      if (justBefore < now) return;
      const kept = after(announced, { type: 'keepSession' }, justBefore);
      // It may be empty, and then end by itself; the announced end is none any more.
      const alone = after({ ...session, ending: null }, { type: 'tick' }, then).status;
      expect(after(kept, { type: 'tick' }, then).status).toBe(alone);
      if (session.seats.some((seat) => isPresent(session, seat))) expect(alone).toBe('running');
    });
  });

  it('[CM7] whatever has happened, within the running case a leader can go to every other step of it', () => {
    const look = ({ session, now }: Play): void => {
      const leader = session.seats.find((seat) => leads(session, seat, now));
      if (!leader || session.status !== 'running' || presenterOf(session) === null) return;
      const { turn, step } = session.course;
      const rested = restEnds(session, now) ?? now;
      if (!leads(session, leader, rested)) return;
      const context = { by: { kind: 'line', line: leader.line } as const, now: rested, fresh: () => 'id' };
      session.protocol.steps.forEach(({ id }, at) => {
        // Leaders may have put another case behind this one, which needs a presenter of its own.
        const other = caseAt(session, at) !== null && caseAt(session, at) !== runningCase(session);
        if (id !== step && !other)
          expect(decide(session, { type: 'goTo', step: id, turn }, context).ok).toBe(true);
      });
    };
    fc.assert(
      fc.property(moves(), (list) => {
        const { play } = fullCircle();
        play.to('discussion');
        for (const move of list) {
          make(play, move);
          look(play);
        }
      }),
      RUNS,
    );
  });

  const guests = Array.from({ length: 20 }, (_, n) => `guest-${n}`);
  const comings = fc.array(
    fc.record({ link: fc.constantFrom('open', ...guests), name: fc.constantFrom('Anna', 'Bert') }),
    { minLength: 1, maxLength: 40 },
  );
  /** They ask before the leader is there; then all who still wait come in with a move. */
  const gathered = (list: readonly { link: string; name: string }[]): Play => {
    const play = new Play('case45', true, guests);
    for (const { link, name } of list) play.ask(link, name);
    play.connect(play.enter('ruth', 'Ruth'));
    for (const { line } of waitingLines(play.session))
      play.lead({ type: 'admit', line, answer: 'nextPhase' });
    return play;
  };

  it('[DR14] there are never more seats than places, two of one name, or two lines of one personal link', () => {
    fc.assert(
      fc.property(comings, (list) => {
        const { seats, invitations } = gathered(list).to('call').session;
        const outside = seats.filter((seat) => seat.role === 'observer').length;
        expect([outside <= PLACES.outer, seats.length - outside <= PLACES.inner]).toEqual([true, true]);
        expect(new Set(seats.map((seat) => seat.name)).size).toBe(seats.length);
        for (const { invitation, kind } of invitations)
          if (kind !== 'open')
            expect(
              new Set(seats.filter((seat) => seat.invitation === invitation).map(({ line }) => line)).size,
            ).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('[DR8] who was removed does not come back from the door', () => {
    fc.assert(
      fc.property(comings, fc.nat(), (list, index) => {
        const play = gathered(list);
        const members = play.session.seats.filter((seat) => seat.role === 'member');
        const gone = members[index % Math.max(1, members.length)];
        if (!gone) return;
        play.lead({ type: 'remove', seat: gone.seat });
        play.to('call');
        expect(play.session.seats.find((one) => one.seat === gone.seat)?.gone).toBe('removed');
      }),
      RUNS,
    );
  });

  it('[CM1] every move raises the turn by one, and the version never falls', () => {
    property((play, before) => {
      expect(play.session.version).toBeGreaterThanOrEqual(before.version);
      const moved = play.session.course.turn - before.course.turn;
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(1);
      const first = before.evening === null && play.session.edited !== before.edited;
      if (moved === 0 && !first) expect(play.session.course.step).toBe(before.course.step);
    });
  });
});
