// What a step says itself, kept as short as it can be: nothing that the row of its kind says already.

import type { Part } from '../vocabulary.ts';
import { PHASES, type PhaseRow } from './phases.ts';
import type { Over, Step } from './steps.ts';

const different = <T>(
  said: Readonly<Partial<Record<Part, T>>>,
  row: Readonly<Record<Part, T | null>>,
): Readonly<Partial<Record<Part, T>>> | null => {
  const left = Object.entries(said).filter(([part, value]) => row[part as Part] !== value);
  return left.length === 0 ? null : (Object.fromEntries(left) as Partial<Record<Part, T>>);
};

/** The step with this laid over what it says itself; whatever its kind says anyway is left out. */
export const laidOver = (step: Step, more: Over): Step => {
  const { over, ...bare } = step;
  const row: PhaseRow = PHASES[step.kind];
  const voice = different({ ...over?.voice, ...more.voice }, row.voice);
  const camera = different({ ...over?.camera, ...more.camera }, row.camera);
  const presenterSeat = more.presenterSeat ?? over?.presenterSeat ?? row.presenterSeat;
  const memberClock = more.memberClock ?? over?.memberClock ?? row.memberClock;
  const left: Over = {
    ...(voice && { voice }),
    ...(camera && { camera }),
    ...(presenterSeat !== row.presenterSeat && { presenterSeat }),
    ...(memberClock !== row.memberClock && { memberClock }),
  };
  return Object.keys(left).length === 0 ? bare : { ...bare, over: left };
};
