// What somebody does in a tale, or what is done to them: one press, or the few that belong together.

import { leads } from '../session/leadership.ts';
import { caseAhead, planOf } from '../protocol/cases.ts';
import { runningIndex, seatsOn } from '../session/roster.ts';
import { MOST_AT_ONE } from '../session/names.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import type { Seat } from '../session/session.ts';
import type { LineId, SeatId } from '../vocabulary.ts';
import type { Made } from './arbitraries.ts';
import type { Play } from './play.ts';
import { leaderless } from './wishes.ts';

/** Of whom it is told, and which of several cases, steps or people it is about. */
export type Scene = { readonly play: Play; readonly seat: SeatId; readonly nth: number };
type Deed = (scene: Scene) => Iterable<Made>;

const isHere = ({ gone }: Seat): boolean => gone === null;
const nth = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)];

const lineOf = ({ play, seat }: Scene): LineId =>
  play.session.seats.find((one) => one.seat === seat)?.line ?? ('nobody' as LineId);

/** Somebody else of the members. */
const otherThan = ({ play, seat, nth: index }: Scene): Seat | undefined =>
  nth(
    play.session.seats.filter((one) => isHere(one) && one.role === 'member' && one.seat !== seat),
    index,
  );

const says = (play: Play, line: LineId, said: PersonalCommand): Made => ({
  ...{ line, said },
  answer: play.says(line, said),
});

const own = (...types: readonly PersonalCommand['type'][]): Deed =>
  function* (scene) {
    for (const type of types)
      yield says(scene.play, lineOf(scene), { type, as: scene.seat } as PersonalCommand);
  };

/** Said by the first who leads; by nobody where nobody does. */
const ledBy = function* ({ play }: Scene, command: PersonalCommand): Iterable<Made> {
  const leader = play.session.seats.find((one) => leads(play.session, one, play.now));
  if (leader) yield says(play, leader.line, command);
};
const led =
  (command: (scene: Scene) => PersonalCommand): Deed =>
  (scene) =>
    ledBy(scene, command(scene));

const plan = ({ play }: Scene) => planOf(play.session.protocol.steps);

const goes = function* (scene: Scene, index: number | undefined): Iterable<Made> {
  const { session } = scene.play.rested();
  const step = session.protocol.steps[index ?? -1]?.id;
  if (step !== undefined) yield* ledBy(scene, { type: 'goTo', step, turn: session.course.turn });
};

/** The cases of the course in which a chair stands back; the one that a tale is about, and another one. */
const casesOf = (scene: Scene): readonly [number, number] | null => {
  const { cases, rows } = plan(scene);
  const told = cases.filter((one, at) => one !== null && rows[at]?.presenterSeat === 'back');
  const numbers = [...new Set(told)].filter((one) => one !== null);
  const [one, other] = [nth(numbers, scene.nth), nth(numbers, scene.nth + 1)];
  return one === undefined || other === undefined ? null : [one, other];
};

const choosesFor = function* (scene: Scene, of: number | undefined, seat = scene.seat): Iterable<Made> {
  const first = plan(scene).cases.findIndex((one) => one === of);
  if (of === undefined || first < 0) return;
  yield* goes(scene, Math.max(0, first - 1));
  yield* ledBy(scene, { type: 'choosePresenter', seat });
};

const backOf = (scene: Scene, of: number | undefined): number | undefined => {
  const { cases, rows } = plan(scene);
  const found = rows.findIndex((row, at) => cases[at] === of && row.presenterSeat === 'back');
  return found < 0 ? undefined : found;
};

/** Steps in which a hand is raised, where there are several of them; else also those in which a case is offered. */
const asking = (scene: Scene): readonly number[] => {
  const { rows, cases } = plan(scene);
  const hands = rows.flatMap(({ voice }, at) => (voice.member === 'floor' ? [at] : []));
  if (hands.length > 1 && scene.nth % 4 > 0) return hands;
  return rows.flatMap((_, at) =>
    hands.includes(at) || (cases[at] === null && caseAhead(plan(scene), at) !== null) ? [at] : [],
  );
};

/** To one of these, with somebody else who presents where one is needed. */
const goesAsking = function* (scene: Scene, index: number): Iterable<Made> {
  const { play } = scene;
  const at = nth(
    asking(scene).filter((one) => one !== runningIndex(play.session)),
    index,
  );
  if (at === undefined) return;
  const of = plan(scene).cases[at] ?? null;
  const presenter = otherThan(scene);
  if (of !== null && presenter) yield* choosesFor(scene, of, presenter.seat);
  yield* goes(scene, at);
};

/** They ask themselves, or somebody beside whom they have left. */
const asksBeside = (scene: Scene): Made => {
  const { play } = scene;
  const here = seatsOn(play.session, lineOf(scene)).filter(isHere);
  const as = (here.find(({ seat }) => seat === scene.seat) ?? here[0])?.seat ?? scene.seat;
  const named = { name: `Beside ${play.log.length}.`, profession: '', site: 'Site of all.' };
  return says(play, lineOf(scene), { type: 'askBeside', ...named, as });
};

const answered: Deed = function* (scene) {
  for (const { ask } of scene.play.session.beside)
    yield* ledBy(scene, { type: 'answerBeside', ask, letIn: true });
};

const connects = ({ play }: Scene, line: LineId): Made => ({
  ...{ line, said: null },
  answer: play.connect(line, `page-${line}`, true),
});

export const DEEDS = {
  offer: led(({ seat }) => ({ type: 'handOn', seat })),
  take: own('takeLead'),
  anotherTakes: function* (scene) {
    const other = otherThan(scene);
    if (other) yield* own('takeLead')({ ...scene, seat: other.seat });
  },
  name: led(({ seat }) => ({ type: 'nameBackup', seat })),
  anotherAgrees: function* (scene) {
    const other = otherThan(scene);
    if (other) yield* own('agreeBackup')({ ...scene, seat: other.seat });
  },
  backUp: function* (scene) {
    yield* ledBy(scene, { type: 'nameBackup', seat: scene.seat });
    yield* own('agreeBackup')(scene);
  },
  down: own('stepDown'),
  up: own('stepUp'),
  leaderDown: led(() => ({ type: 'stepDown' })),
  leaderless: ({ play }) => [leaderless(play)],
  choose: (scene) => choosesFor(scene, casesOf(scene)?.[0]),
  chooseBoth: function* (scene) {
    yield* choosesFor(scene, casesOf(scene)?.[1]);
    yield* choosesFor(scene, casesOf(scene)?.[0]);
  },
  chosen: led(({ seat }) => ({ type: 'choosePresenter', seat })),
  another: function* (scene) {
    const seat = otherThan(scene)?.seat;
    if (seat !== undefined) yield* ledBy(scene, { type: 'choosePresenter', seat });
  },
  enter: (scene) =>
    goes(
      scene,
      plan(scene).cases.findIndex((one) => one === casesOf(scene)?.[0]),
    ),
  sitBack: (scene) => goes(scene, backOf(scene, casesOf(scene)?.[0])),
  sitBackElsewhere: (scene) => goes(scene, backOf(scene, casesOf(scene)?.[1])),
  onward: (scene) => goes(scene, runningIndex(scene.play.session) + 1),
  behind: function* (scene) {
    const last = plan(scene).cases.findLastIndex((one) => one === casesOf(scene)?.[0]);
    if (last >= 0) yield* goes(scene, last + 1);
  },
  undo: led(({ play }) => ({ type: 'undo', turn: play.session.course.turn })),
  apart: led(() => ({ type: 'sitApart', apart: true })),
  toAsk: (scene) => goesAsking(scene, scene.nth),
  moveOn: (scene) => goesAsking(scene, scene.nth + 1),
  hand: own('raiseHand', 'offerCase'),
  floor: led(({ seat }) => ({ type: 'giveFloor', seat })),
  lower: own('lowerHand', 'withdrawOffer'),
  noFloor: led(({ seat }) => ({ type: 'takeFloor', seat })),
  out: own('stepOut'),
  back: own('stepIn'),
  askOut: led(({ seat }) => ({ type: 'askOut', seat })),
  askIn: led(({ seat }) => ({ type: 'askIn', seat })),
  leave: own('leave'),
  allLeave: function* (scene) {
    for (const { seat, line } of seatsOn(scene.play.session, lineOf(scene)).filter(isHere))
      yield says(scene.play, line, { type: 'leave', as: seat });
  },
  come: (scene) => [connects(scene, lineOf(scene))],
  ask: (scene) => [asksBeside(scene)],
  askAll: (scene) => Array.from({ length: MOST_AT_ONE }, () => asksBeside(scene)),
  answer: answered,
  fill: function* (scene) {
    for (let n = 0; n < MOST_AT_ONE; n += 1) {
      yield asksBeside(scene);
      yield* answered(scene);
    }
  },
  ownDevice: function* ({ play, seat }) {
    const came = play.ask('open', `Name of ${play.log.length}.`);
    const line = came.ok ? came.result.line : null;
    if (line === null) return;
    yield* ledBy({ play, seat, nth: 0 }, { type: 'admit', line, answer: 'letIn', seat });
    yield connects({ play, seat, nth: 0 }, line);
  },
} as const satisfies Readonly<Record<string, Deed>>;
