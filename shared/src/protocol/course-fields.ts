// Which fields a course's file has and what may stand in them. Whether the course can be run is another question.

import { PHASE_KINDS } from './phases.ts';

export type Problem = {
  /** The step, counted from 1; `null` = it concerns the whole file. */
  readonly row: number | null;
  readonly field: string | null;
  readonly reason: 'unknown-field' | 'missing' | 'wrong-value';
};
type Place = Pick<Problem, 'row' | 'field'>;
type Look = (value: unknown, place: Place) => readonly Problem[];
type Fields = Readonly<Record<string, { readonly look: Look; readonly optional: boolean }>>;

const said =
  (holds: (value: unknown) => boolean): Look =>
  (value, place) =>
    holds(value) ? [] : [{ ...place, reason: 'wrong-value' }];

const must = (look: Look) => ({ look, optional: false });
const may = (look: Look) => ({ look, optional: true });

const text = said((value) => typeof value === 'string');
const flag = said((value) => typeof value === 'boolean');
const number = said((value) => typeof value === 'number');
const numberOrNull = said((value) => value === null || typeof value === 'number');
const oneOf = (words: readonly string[]) => said((value) => words.some((word) => word === value));

const within = ({ row, field }: Place, name: string): Place => ({
  row,
  field: field === null ? name : `${field}.${name}`,
});

const record =
  (fields: Fields): Look =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ ...place, reason: 'wrong-value' }];
    const has = value as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(has)
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name): Problem => ({ ...within(place, name.slice(0, 40)), reason: 'unknown-field' }));
    const known = Object.entries(fields).flatMap(([name, { look, optional }]): readonly Problem[] => {
      if (Object.hasOwn(has, name)) return look(has[name], within(place, name));
      return optional ? [] : [{ ...within(place, name), reason: 'missing' }];
    });
    return [...unknown, ...known];
  };

const ofParts = (look: Look): Look =>
  record({ leader: may(look), presenter: may(look), member: may(look), outer: may(look) });

const step = record({
  id: must(text),
  kind: must(oneOf(PHASE_KINDS)),
  minutes: must(numberOrNull),
  title: may(text),
  over: may(
    record({
      voice: may(ofParts(oneOf(['open', 'floor', 'none']))),
      camera: may(ofParts(oneOf(['open', 'none']))),
      presenterSeat: may(oneOf(['circle', 'back'])),
      memberClock: may(oneOf(['none', 'soft'])),
    }),
  ),
});

const steps: Look = (value, place) =>
  Array.isArray(value)
    ? value.flatMap((one: unknown, at) => step(one, { row: at + 1, field: null }))
    : [{ ...place, reason: 'wrong-value' }];

const file = record({
  name: must(text),
  reentry: must(oneOf(['leaders', 'presenter'])),
  outerRing: must(flag),
  presenterWait: must(number),
  leavingMinutes: must(numberOrNull),
  debrief: must(flag),
  steps: must(steps),
});

/** More than anybody reads. */
const MOST_PROBLEMS = 40;

/** What is wrong with the fields of a file, in the order of its rows. */
export const fileProblems = (value: unknown): readonly Problem[] =>
  file(value, { row: null, field: null }).slice(0, MOST_PROBLEMS);
