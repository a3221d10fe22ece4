// The course of the 45-minute case as a view holds it.

import { PRESETS } from '@tele-balint/shared/protocol/presets';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import type { RoomView } from '@tele-balint/shared/view/view';
import { stepViews } from '@tele-balint/shared/view/view-steps';

/** In the first step of a kind. */
export const courseIn = (kind: PhaseKind, change: Partial<RoomView['course']> = {}): RoomView['course'] => {
  const steps = stepViews(PRESETS.case45);
  const index = steps.findIndex((step) => step.kind === kind);
  const still = { memberVoice: 'open', paused: false, gently: false, apart: false, clock: null } as const;
  return { turn: 1, index, kind, steps, ...still, ...change };
};
