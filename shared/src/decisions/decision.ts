// The answer of a decision: what happened, or a refusal. Both are values.

import type { SessionEvent } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import type { Session } from '../session/session.ts';
import type { LineId, MediaIdentity } from '../vocabulary.ts';
import type { Context } from './command.ts';
import type { Refusal } from './refusals.ts';

/** An event without its instant; deciding stamps them all with the context's now. */
type Undated<E> = E extends { readonly at: unknown } ? Omit<E, 'at'> : never;
export type EventBody = Undated<SessionEvent>;

/** What an accepted command tells its sender besides "done". */
export type Result = { readonly line: LineId | null; readonly identity: MediaIdentity | null };

export type Decision =
  | { readonly ok: true; readonly events: readonly SessionEvent[]; readonly result: Result }
  | { readonly ok: false; readonly refusal: Refusal };

const NOTHING: Result = { line: null, identity: null };

/** Says no, with the reason. */
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** Spreading a union loses which member it was; only the instant is added. */
export const dated = (body: EventBody, { now }: Context): SessionEvent =>
  ({ at: now, ...body }) as SessionEvent;

/** The state after these events, all at the context's now. */
export const evolved = (session: Session, bodies: readonly EventBody[], context: Context): Session =>
  bodies.reduce((state, one) => evolve(state, dated(one, context)), session);

/** Accepts with these events, in this order, all at the context's now. */
export const accept = (
  context: Context,
  bodies: readonly EventBody[],
  result: Partial<Result> = {},
): Decision => ({
  ok: true,
  events: bodies.map((one) => dated(one, context)),
  result: { ...NOTHING, ...result },
});
