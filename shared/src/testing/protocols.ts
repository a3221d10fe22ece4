// Random courses that can be run: any kinds in any order, with words of their own on some steps.

import * as fc from 'fast-check';
import { faultsOf } from '../protocol/faults.ts';
import { USUAL_EVENING, type Over, type Protocol, type Step } from '../protocol/steps.ts';
import type { StepId } from '../vocabulary.ts';
import type { PhaseKind } from '../protocol/phases.ts';

const KINDS = [
  'arrive',
  'quiet',
  'round',
  'call',
  'presentation',
  'questions',
  'pushBack',
  'discussion',
  'return',
  'talk',
  'closing',
  'break',
] as const satisfies readonly PhaseKind[];

const overs: fc.Arbitrary<Over | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant<Over>({ voice: { member: 'floor' } }) },
  fc.constantFrom<Over>(
    { voice: { member: 'none', outer: 'none' } },
    { presenterSeat: 'back', voice: { presenter: 'none' } },
    { presenterSeat: 'circle' },
    { camera: { outer: 'none' } },
    { memberClock: 'none' },
  ),
);

const stepsOf = (rows: readonly (readonly [PhaseKind, Over | null])[]): readonly Step[] =>
  rows.map(([kind, over], index) => ({
    id: `s${index + 1}` as StepId,
    kind,
    minutes: index % 3 === 0 ? null : index,
    ...(over === null ? {} : { over }),
  }));

/** Courses that a leader could open. */
export const protocols = (): fc.Arbitrary<Protocol> =>
  fc
    .array(fc.tuple(fc.constantFrom(...KINDS), overs), { minLength: 1, maxLength: 14 })
    // Most random courses leave somebody sitting back for good: a return after them makes more of them run.
    .map((rows) =>
      stepsOf(rows.flatMap((row) => (row[0] === 'discussion' ? [row, ['return', null]] : [row]))),
    )
    .map((steps): Protocol => ({ ...USUAL_EVENING, madeFrom: null, steps }))
    .filter((protocol) => faultsOf(protocol).length === 0);
