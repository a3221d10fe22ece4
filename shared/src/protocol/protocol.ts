// A protocol is what the group agreed on: ordered steps and a few settings.

import { PHASES, type PhaseRow } from './phases.ts';
import type { PhaseKind } from '../vocabulary.ts';

export type Step = {
  readonly kind: PhaseKind;
  /** `null` = untimed. */
  readonly minutes: number | null;
};

export type Protocol = {
  readonly preset: PresetId;
  readonly steps: readonly Step[];
  /** "Protect the story": in the presentation members ask for the floor by a hand. */
  readonly protectStory: boolean;
};

export const PRESET_IDS = ['case45', 'online60', 'double90', 'long105'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** The row of a step with the protocol's overrides laid over it. */
export const rowOf = (protocol: Protocol, step: Step): PhaseRow => {
  const row: PhaseRow = PHASES[step.kind];
  return step.kind === 'presentation' && !protocol.protectStory
    ? { ...row, voice: { ...row.voice, member: 'open' } }
    : row;
};
