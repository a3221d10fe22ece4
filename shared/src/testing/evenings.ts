// Whole evenings by chance: any course, up to twenty-six people at lines of one to six, half of them begun, and whatever
// they press. Leaders' commands mostly come from leaders, so that most of them are accepted; now and then a whole tale is told.

import * as fc from 'fast-check';
import { COURSES } from '../protocol/courses.ts';
import type { PhaseKind } from '../protocol/phases.ts';
import type { Protocol } from '../protocol/steps.ts';
import { waitingLines } from '../session/roster.ts';
import type { Session } from '../session/session.ts';
import { nextAlarm } from '../session/timer.ts';
import { MOST_AT_ONE } from '../session/names.ts';
import { HOUR } from '../vocabulary.ts';
import type { Made, Move } from './arbitraries.ts';
import { Play } from './play.ts';
import { protocols } from './protocols.ts';
import { told } from './tales.ts';
import { wish } from './wishes.ts';

type Company = { readonly people: number; readonly watches: boolean };

export type Evening = {
  readonly protocol: Protocol;
  readonly companies: readonly Company[];
  readonly begun: boolean;
  readonly moves: readonly Move[];
};

/** Kinds in which members speak as they like, and might as well by the floor. */
const HANDS: readonly PhaseKind[] = ['arrive', 'round', 'questions', 'talk', 'closing'];

const offered = (): fc.Arbitrary<Protocol> =>
  fc.constantFrom(...COURSES).map(({ steps, evening }) => ({ ...evening, madeFrom: null, steps }));

/** The same course with hands in more of its steps: an undo leads from one of them to another one. */
const withHands = (protocol: Protocol): Protocol => ({
  ...protocol,
  steps: protocol.steps.map((step) =>
    HANDS.includes(step.kind) && step.over === undefined
      ? { ...step, over: { voice: { member: 'floor' } } }
      : step,
  ),
});

const courses = (): fc.Arbitrary<Protocol> =>
  fc
    .record({
      course: fc.oneof(offered(), protocols()),
      hands: fc.constantFrom(true, false, false),
      outerRing: fc.boolean(),
      reentry: fc.constantFrom('leaders', 'leaders', 'presenter'),
      leavingMinutes: fc.constantFrom(null, 2, 10),
      debrief: fc.boolean(),
    })
    .map(({ course, hands, ...evening }) => ({ ...(hands ? withHands(course) : course), ...evening }));

/** Mostly seconds, now and then half a minute or more, and very rarely hours. */
const wait = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 2_500 }) },
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 70_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * HOUR }) },
);
const move: fc.Arbitrary<Move> = fc.record({
  wait,
  who: fc.nat(60),
  what: fc.nat(2_000),
  target: fc.nat(60),
  flag: fc.boolean(),
});

/** What one evening comes to at most. */
const MOST_MOVES = 70;
/** A move from here on is a whole tale: one in fifteen. */
const TALES_FROM = 1_867;

const companies = (maxLength: number): fc.Arbitrary<readonly Company[]> =>
  fc.array(fc.record({ people: fc.constantFrom(1, 1, 1, 1, 2, 3, 4, MOST_AT_ONE), watches: fc.boolean() }), {
    minLength: 1,
    maxLength,
    size: 'max',
  });

/** Any evening. */
export const evenings = (): fc.Arbitrary<Evening> =>
  fc.record({
    protocol: courses(),
    // Where the rings are full, nobody joins anybody any more.
    companies: fc.oneof(companies(26), companies(7)),
    begun: fc.boolean(),
    moves: fc.array(move, { minLength: 5, maxLength: MOST_MOVES, size: 'max' }),
  });

/** Leaders, a supervisor, and as many companies as find places, each by the name of its number. */
const gathered = ({ protocol, companies, begun }: Evening): Play => {
  const play = new Play(protocol, true, ['anna']);
  for (const link of ['ruth', 'tomas', 'lena']) play.connect(play.enter(link, link));
  companies.forEach(({ people, watches }, n) => {
    const names = Array.from({ length: people }, (_, i) => `Person ${n} ${i}`);
    const link = watches ? 'watch' : 'open';
    const came = people === 1 ? play.ask(link, names[0] ?? '') : play.askTogether(link, `Site ${n}`, names);
    if (!came.ok || came.result.line === null) return;
    play.connect(came.result.line);
    play.lead({ type: 'admit', line: came.result.line, answer: 'letIn' });
  });
  for (const { line } of waitingLines(play.session)) play.says(line, { type: 'goAway' });
  const member = play.session.seats.find(({ role }) => role === 'member');
  if (member) play.lead({ type: 'choosePresenter', seat: member.seat });
  if (begun) play.lead({ type: 'begin' });
  return play;
};

/** The server looks again when it must. */
const ring = (play: Play): void => {
  const due = nextAlarm(play.session, play.now);
  if (due !== null && due <= play.now) play.tick();
};

/** What one move comes to. */
const madeBy = (play: Play, move: Move): Iterable<Made> => {
  if (move.what >= TALES_FROM) return told(play, move);
  const made = wish(play, move);
  return made ? [made] : [];
};

/** One state on the way: what it was before, what was made of it, and what it is. */
export type Moment = { readonly play: Play; readonly before: Session; readonly made: Made };

/** Plays an evening and looks at every state on the way. */
export const playEvening = (evening: Evening, look: (moment: Moment) => void): Play => {
  const play = gathered(evening);
  for (const move of evening.moves) {
    let before = play.session;
    for (const made of madeBy(play, move)) {
      look({ play, before, made });
      before = play.session;
    }
    ring(play);
  }
  return play;
};

/** So many evenings, the same ones for the same seed. */
export const sampled = (numRuns: number, seed: number): readonly Evening[] =>
  fc.sample(evenings(), { numRuns, seed });
