// A protocol as it is handed in.

import { z } from 'zod';
import { LONGEST_NAME } from '../longest.ts';
import type { StepId } from '../vocabulary.ts';
import { faultsOf, LONGEST_STAY, LONGEST_STEP, LONGEST_WAIT, MOST_STEPS } from './faults.ts';
import { PHASE_KINDS } from './phases.ts';
import { COURSE_IDS, type Protocol } from './steps.ts';

export const stepId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,24}$/)
  .transform((value) => value as StepId);

const ofParts = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    leader: value.exactOptional(),
    presenter: value.exactOptional(),
    member: value.exactOptional(),
    outer: value.exactOptional(),
  });

export const stepShape = z.strictObject({
  id: stepId,
  kind: z.enum(PHASE_KINDS),
  minutes: z.int().min(1).max(LONGEST_STEP).nullable(),
  title: z.string().min(1).max(LONGEST_NAME).exactOptional(),
  over: z
    .strictObject({
      voice: ofParts(z.enum(['open', 'floor', 'none'])).exactOptional(),
      camera: ofParts(z.enum(['open', 'none'])).exactOptional(),
      presenterSeat: z.enum(['circle', 'back']).exactOptional(),
      memberClock: z.enum(['none', 'soft']).exactOptional(),
    })
    .exactOptional(),
});

/** What holds for the whole evening. */
export const evening = {
  reentry: z.enum(['leaders', 'presenter']),
  outerRing: z.boolean(),
  presenterWait: z.int().min(0).max(LONGEST_WAIT),
  leavingMinutes: z.int().min(1).max(LONGEST_STAY).nullable(),
  debrief: z.boolean(),
} as const;

export const protocolShape = z
  .strictObject({
    ...evening,
    madeFrom: z.enum(COURSE_IDS).nullable(),
    steps: z.array(stepShape).min(1).max(MOST_STEPS),
  })
  .refine((protocol) => faultsOf(protocol).length === 0, {
    error: ({ input }) =>
      faultsOf(input as Protocol)
        .map(({ fault }) => fault)
        .join(' '),
  });
