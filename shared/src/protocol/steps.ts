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

export type Protocol = {
  /** The form it was made from; no rule reads it. */
  readonly preset: PresetId;
  readonly steps: readonly Step[];
};

export const PRESET_IDS = ['case45', 'online60', 'double90', 'long105'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

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
