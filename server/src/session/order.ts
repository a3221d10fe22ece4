// A command on its way through a session, and what becomes of it.

import type { Actor, Command } from '@tele-balint/shared/decisions/command';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { Instant, MediaIdentity } from '@tele-balint/shared/vocabulary';
import { senderOf, type Result } from './answers.ts';

export type Outcome =
  | ({ readonly ok: true } & Result)
  /** `unsure`: nobody knows whether it was written; the next start will. */
  | { readonly ok: false; readonly refusal: Refusal; readonly unsure?: true };

export type Order = {
  readonly command: Command;
  readonly by: Actor;
  /** The same id from the same sender is the same command. */
  readonly commandId: string;
  /** The page it comes from: refused when another page holds the line by then. */
  readonly from?: MediaIdentity;
  /** Only asks what became of it: what was not done by now is not done any more. */
  readonly late?: boolean;
};

/** The outcome of an order; where it was written, when it was decided and the enforcing under way. */
export type Decided = {
  readonly outcome: Outcome;
  readonly enforced: { readonly at: Instant; readonly done: Promise<void> } | null;
};

export const refused = (refusal: Refusal): Outcome => ({ ok: false, refusal });
export const UNSURE: Outcome = { ok: false, refusal: 'unavailable', unsure: true };
/** What tells one order from every other one of a session. */
export const nameOf = ({ by, commandId }: Order): string => `${senderOf(by)} ${commandId}`;
