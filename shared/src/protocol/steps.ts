// A protocol is what the group agreed on: ordered steps. A step is data: its kind names a row of the phase table, and
// what the step says itself is laid over that row.

import type { Part, StepId, Voice } from '../vocabulary.ts';
import { PHASES, type PhaseRow, type PhaseKind } from './phases.ts';

export type { PhaseKind };

/** What a step says otherwise than the row of its kind. */
export type Over = {
  readonly voice?: Readonly<Partial<Record<Part, Voice>>>;
  readonly camera?: Readonly<Partial<Record<Part, 'open' | 'none'>>>;
  readonly presenterSeat?: PhaseRow['presenterSeat'];
  readonly memberClock?: PhaseRow['memberClock'];
};

export type Step = {
  readonly id: StepId;
  readonly kind: PhaseKind;
  /** `null` = untimed. */
  readonly minutes: number | null;
  /** The leaders' own name for it. */
  readonly title?: string;
  readonly over?: Over;
};

/** What holds for the whole evening, at whichever step. */
export type WholeEvening = {
  /** Who brings a presenter who sits back into the circle again: the leaders, or the presenter too by their own choice. */
  readonly reentry: 'leaders' | 'presenter';
  /** Leaders may ask members out into the outer ring and in again. */
  readonly outerRing: boolean;
  /** Seconds for which the group waits for a presenter whose line broke while they sit back, before leaders choose. */
  readonly presenterWait: number;
  /** Minutes for which members may stay after the end; `null` = they do not. */
  readonly leavingMinutes: number | null;
  /** After the end the leaders talk in a space of their own. */
  readonly debrief: boolean;
};

export type Protocol = WholeEvening & {
  /** The course to choose from that it was made from, `null` for one of the leaders' own; no rule reads it. */
  readonly madeFrom: CourseId | null;
  readonly steps: readonly Step[];
};

/** The courses to choose from. */
export const COURSE_IDS = [
  'case45',
  'online60',
  'trainees75',
  'double90',
  'long105',
  'two90',
  'two120',
  'noPushBack90',
  'inAndOut90',
  'reEntry90',
  'first90',
  'training105',
] as const;
export type CourseId = (typeof COURSE_IDS)[number];

/** As it is unless leaders choose otherwise. */
export const USUAL_EVENING: WholeEvening = {
  reentry: 'leaders',
  outerRing: false,
  presenterWait: 120,
  leavingMinutes: 10,
  debrief: true,
};

/** The row of a step as it holds: that of its kind, with what the step says itself laid over it. */
export const rowOf = ({ kind, over }: Pick<Step, 'kind' | 'over'>): PhaseRow => {
  const row: PhaseRow = PHASES[kind];
  if (over === undefined) return row;
  return {
    ...row,
    voice: { ...row.voice, ...over.voice },
    camera: { ...row.camera, ...over.camera },
    presenterSeat: over.presenterSeat ?? row.presenterSeat,
    memberClock: over.memberClock ?? row.memberClock,
  };
};
