// A protocol as it is handed in, and what makes one impossible to run.

import { z } from 'zod';
import { PARTS, type StepId } from '../vocabulary.ts';
import { planOf, wayBack } from './cases.ts';
import { PHASES, PHASE_KINDS } from './phases.ts';
import { COURSE_IDS, type Step } from './steps.ts';

const MOST_STEPS = 40;
const LONGEST_STEP = 240;
const LONGEST_WAIT = 600;
const LONGEST_LEAVING = 60;

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
  title: z.string().min(1).max(60).exactOptional(),
  over: z
    .strictObject({
      voice: ofParts(z.enum(['open', 'floor', 'none'])).exactOptional(),
      camera: ofParts(z.enum(['open', 'none'])).exactOptional(),
      presenterSeat: z.enum(['circle', 'back']).exactOptional(),
      memberClock: z.enum(['none', 'soft']).exactOptional(),
    })
    .exactOptional(),
});

/** `twice` = two steps of one id; `heard-outside` = a voice for somebody who sits back; `no-way-back` = the presenter would sit back to the end of the case. */
export type ProtocolFault = 'twice' | 'nobody-there' | 'no-such-part' | 'heard-outside' | 'no-way-back';

/** A kind in which leaders or members have no place is nothing to open a session with. */
const leavesOut = ({ kind }: Step): boolean =>
  PHASES[kind].space.leader === null || PHASES[kind].space.member === null;

/** Nobody of a part without a voice in the row of the kind is there. */
const speaksForNobody = ({ kind, over }: Step): boolean =>
  PARTS.some((part) => over?.voice?.[part] !== undefined && PHASES[kind].voice[part] === null);

/** Why these steps cannot be run, if they cannot. */
export const faultOf = (steps: readonly Step[]): ProtocolFault | null => {
  if (new Set(steps.map(({ id }) => id)).size < steps.length) return 'twice';
  if (steps.some(leavesOut)) return 'nobody-there';
  if (steps.some(speaksForNobody)) return 'no-such-part';
  const plan = planOf(steps);
  // Whoever sits back is told that nobody hears them.
  if (plan.rows.some((row) => row.presenterSeat === 'back' && row.voice.presenter !== 'none'))
    return 'heard-outside';
  const stuck = plan.rows.some((row, at) => row.presenterSeat === 'back' && wayBack(plan, at) === null);
  return stuck ? 'no-way-back' : null;
};

/** What holds for the whole evening. */
export const evening = {
  reentry: z.enum(['leaders', 'presenter']),
  outerRing: z.boolean(),
  presenterWait: z.int().min(0).max(LONGEST_WAIT),
  leavingMinutes: z.int().min(1).max(LONGEST_LEAVING).nullable(),
  debrief: z.boolean(),
} as const;

export const protocolShape = z
  .strictObject({
    ...evening,
    madeFrom: z.enum(COURSE_IDS).nullable(),
    steps: z.array(stepShape).min(1).max(MOST_STEPS),
  })
  .refine(({ steps }) => faultOf(steps) === null, {
    error: ({ input }) => faultOf((input as { readonly steps: readonly Step[] }).steps) ?? '',
  });
