// What can be asked of a kind before there is a step of it: the table itself is read by rules, through the row of a step.

import { PHASES, PHASE_KINDS, type PhaseKind, type PhaseRow } from './phases.ts';

export type Mark = PhaseRow['mark'];

/** Minutes that a step of this kind usually takes; `null` = as it takes. */
export const usualMinutes = (kind: PhaseKind): number | null => PHASES[kind].minutes;

/** Whether somebody presents in it. */
export const presentsIn = (kind: PhaseKind): boolean => PHASES[kind].voice.presenter !== null;

/** Kinds in which leaders and members have a place: whatever a course may be made of. */
export const ADDABLE: readonly PhaseKind[] = PHASE_KINDS.filter(
  (kind) => PHASES[kind].space.leader !== null && PHASES[kind].space.member !== null,
);
