// Protocols as earlier programs wrote them, in logs and in files, made over to the shape of the next version.

import type { WholeEvening } from './steps.ts';

type Json = Readonly<Record<string, unknown>>;

/** Raised when a protocol changes its shape. */
export const PROTOCOL_SHAPE = 3;

/** Before it could be said otherwise, nothing followed the end. */
const AS_BEFORE: WholeEvening = {
  reentry: 'leaders',
  outerRing: false,
  presenterWait: 120,
  leavingMinutes: null,
  debrief: false,
};

/** Version 1 named steps by their place, and kept the tick "protect the story" beside them. */
const fromFirst = ({ steps, protectStory, ...rest }: Json): Json => ({
  ...rest,
  // A tick that is neither is no tick.
  ...(protectStory !== undefined && typeof protectStory !== 'boolean' && { protectStory }),
  steps: Array.isArray(steps)
    ? steps.map((step, index): unknown => {
        if (typeof step !== 'object' || step === null) return step;
        const open = (step as Json)['kind'] === 'presentation' && protectStory === false;
        return { id: `s${index + 1}`, ...step, ...(open && { over: { voice: { member: 'open' } } }) };
      })
    : steps,
});

/** Version 2 had the steps alone. */
const fromSecond = (protocol: Json): Json => ({ ...AS_BEFORE, ...protocol });

const MADE_OVER: Readonly<Record<number, (protocol: Json) => Json>> = { 1: fromFirst, 2: fromSecond };

/**
 * A protocol of an earlier version in the shape of the next one. Whatever is wrong with it stays wrong: it is looked at
 * only in today's shape.
 */
export const madeOver = (protocol: Json, version: number): Json => MADE_OVER[version]?.(protocol) ?? protocol;
