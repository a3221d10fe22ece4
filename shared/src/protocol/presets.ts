// The four presets. Arrive and call come first, untimed where no minutes stand; the session's clock
// starts with the first timed step.

import { PRESET_IDS, type PresetId, type Protocol, type Step } from './steps.ts';
import type { StepId } from '../vocabulary.ts';
import type { PhaseKind } from './phases.ts';

type Minutes = readonly [
  arrive: number | null,
  presentation: number,
  questions: number,
  pushBack: number,
  discussion: number,
  back: number,
  closing: number,
];

const MINUTES: Record<PresetId, Minutes> = {
  case45: [null, 5, 5, 1, 24, 5, 5],
  online60: [5, 10, 5, 1, 29, 5, 5],
  double90: [null, 15, 10, 1, 44, 10, 10],
  long105: [null, 15, 10, 1, 59, 10, 10],
};

const KINDS = ['presentation', 'questions', 'pushBack', 'discussion', 'return', 'closing'] as const;

const numbered = (kind: PhaseKind, minutes: number | null, index: number): Step => ({
  id: `s${index + 1}` as StepId,
  kind,
  minutes,
});

const stepsOf = ([arrive, ...timed]: Minutes): readonly Step[] => [
  numbered('arrive', arrive, 0),
  numbered('call', null, 1),
  ...KINDS.map((kind, index) => numbered(kind, timed[index] ?? null, index + 2)),
];

/** The steps of every preset, for the page that offers them. */
export const PRESETS: Readonly<Record<PresetId, readonly Step[]>> = Object.fromEntries(
  PRESET_IDS.map((id) => [id, stepsOf(MINUTES[id])]),
) as Record<PresetId, readonly Step[]>;

/** Minutes that a preset takes in all. */
export const minutesOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);

/**
 * The protocol that a leader opens a session with.
 * @param protectStory in the presentation members ask for the floor by a hand; else they speak as they like
 */
export const protocolOf = (preset: PresetId, protectStory: boolean): Protocol => ({
  preset,
  steps: PRESETS[preset].map((step) =>
    step.kind === 'presentation' && !protectStory ? { ...step, over: { voice: { member: 'open' } } } : step,
  ),
});
