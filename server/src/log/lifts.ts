// Events of an older shape, lifted on reading, never rewritten.

import { EVENT_VERSION, type SessionEvent } from '@tele-balint/shared/session/events';

type Json = Readonly<Record<string, unknown>>;

/** Version 1 named steps by their place in the course, and kept the tick "protect the story" beside them. */
const stepAt = (index: number): string => `s${index + 1}`;

const withSteps = ({ preset, steps, protectStory }: Json): Json => ({
  preset,
  steps: (steps as readonly Json[]).map(({ kind, minutes }, index) => ({
    id: stepAt(index),
    kind,
    minutes,
    ...(kind === 'presentation' && protectStory === false ? { over: { voice: { member: 'open' } } } : {}),
  })),
});

const fromFirst = (event: unknown): unknown => {
  const { type, protocol, step, ...rest } = event as Json;
  if (type === 'opened') return { ...rest, type, protocol: withSteps(protocol as Json) };
  return type === 'moved' ? { ...rest, type, step: stepAt(step as number) } : event;
};

/** `LIFTS[v]` makes an event of version v + 1 from one of version v. */
const LIFTS: Readonly<Record<number, (event: unknown) => unknown>> = { 1: fromFirst };

/**
 * The event in today's shape.
 * @throws Error where it is newer than this program, or a lift is missing
 */
export const lift = (event: unknown, version: number, to = EVENT_VERSION, lifts = LIFTS): SessionEvent => {
  if (version > to) throw new Error(`written by a newer program (version ${version})`);
  let lifted = event;
  for (let v = version; v < to; v += 1) {
    const next = lifts[v];
    if (next === undefined) throw new Error(`no lift from version ${v}`);
    lifted = next(lifted);
  }
  return lifted as SessionEvent;
};
