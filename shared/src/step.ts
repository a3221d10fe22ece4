// The one function the server calls: decide, evolve, and the difference of the two states.

import type { Command, Context } from './decisions/command.ts';
import { decide } from './decisions/decide.ts';
import type { Result } from './decisions/decision.ts';
import type { Refusal } from './decisions/refusals.ts';
import type { SessionEvent } from './session/events.ts';
import { evolve } from './session/evolve.ts';
import { grantsOf, type Grant } from './session/grants.ts';
import type { Session } from './session/session.ts';
import type { Instant, MediaIdentity } from './vocabulary.ts';

export type Effects = {
  /** Whether somebody has other rights than before. */
  readonly rights: boolean;
  /** Identities that must be out of the media server. */
  readonly evict: readonly MediaIdentity[];
};

export type Stepped =
  | {
      readonly ok: true;
      readonly events: readonly SessionEvent[];
      readonly next: Session;
      readonly effects: Effects;
      readonly result: Result;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const equal = (a: Grant | undefined, b: Grant): boolean =>
  a !== undefined && a.room === b.room && a.microphone === b.microphone && a.camera === b.camera;

/** What the media server must hear of from `before` (as it was at `at`) to `after` (now). */
export const effectsBetween = (before: Session, after: Session, at: Instant, now: Instant): Effects => {
  const had = new Map(grantsOf(before, at).map((grant) => [grant.identity, grant]));
  const has = grantsOf(after, now);
  const kept = new Set(has.map((grant) => grant.identity));
  return {
    rights: has.some((grant) => !equal(had.get(grant.identity), grant)),
    evict: [...had.keys()].filter((identity) => !kept.has(identity)),
  };
};

/** Decides one command and says what follows from it. A refusal changes nothing. */
export const step = (session: Session, command: Command, context: Context): Stepped => {
  const decision = decide(session, command, context);
  if (!decision.ok) return decision;
  const next = decision.events.reduce(evolve, session);
  const effects = effectsBetween(session, next, context.now, context.now);
  return { ok: true, events: decision.events, next, effects, result: decision.result };
};
