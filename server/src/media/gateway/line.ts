// One connection through the gateway: what is let through, what is said about it, and what it may cost.

import type { MediaIdentity } from '@tele-balint/shared/vocabulary';
import type { WebSocket } from 'ws';
import type { SignalBudgets } from '../../budgets.ts';
import type { Log } from '../port.ts';
import { heard, judge, type Verdict } from './guard.ts';
import { pipe } from './pipe.ts';
import type { Tracks } from './tracks.ts';

/** What LiveKit's clients send though it is not carried: who may hear them is not theirs to say. */
const EXPECTED: readonly string[] = ['subscriptionPermission'];

/** Whom the gateway tells what. */
export type Listeners = {
  /** LiveKit has let somebody in, or does so this moment. */
  readonly joined: (identity: MediaIdentity) => void;
  /** A request to publish or an offer was carried. */
  readonly stirred: (identity: MediaIdentity) => void;
  /** A connection was ended for something that no client of ours does by mistake. */
  readonly violation: (identity: MediaIdentity) => void;
};

const TEXT: Verdict = { type: 'drop', what: 'text' };
const SPENT: Verdict = { type: 'end', what: 'more than one page sends', violation: false };

/** Joins the two ends of somebody's connection. */
export function carry(
  ends: { readonly client: WebSocket; readonly upstream: WebSocket },
  who: { readonly identity: MediaIdentity; readonly tracks: Tracks },
  around: { readonly budgets: SignalBudgets; readonly listeners: Listeners; readonly log: Log },
): void {
  const { identity, tracks } = who;
  const { budgets, listeners, log } = around;
  const said = new Set(EXPECTED);
  const named = new Set<string>();
  /** Whether LiveKit may knock at these; what was named before costs nothing, since every offer repeats it. */
  const mayName = (addresses: readonly string[]): boolean => {
    const fresh = new Set(addresses.filter((one) => !named.has(one)));
    if (fresh.size > 0 && !budgets.signalAddresses.take(identity, fresh.size)) return false;
    for (const one of fresh) named.add(one);
    return true;
  };

  pipe(ends.client, ends.upstream, {
    judge(frame, binary) {
      const affordable =
        budgets.signalFrames.take(identity) && budgets.signalBytes.take(identity, frame.length);
      if (!affordable) return SPENT;
      // LiveKit would read text as JSON, which is not looked into here. No client of ours sends it.
      const verdict = binary ? judge(frame, tracks, performance.now()) : TEXT;
      return verdict.type === 'carry' && !mayName(verdict.addresses) ? SPENT : verdict;
    },
    heard(frame, first) {
      if (first) listeners.joined(identity);
      heard(frame, tracks);
    },
    judged(verdict) {
      if (verdict.type === 'carry') {
        if (verdict.stirs) listeners.stirred(identity);
        return;
      }
      // Once: whoever sends junk would write our log.
      if (!said.has(verdict.what))
        log.warn({ what: verdict.what, ends: verdict.type === 'end' }, 'a frame was not carried');
      said.add(verdict.what);
      if (verdict.type === 'end' && verdict.violation) listeners.violation(identity);
    },
  });
}
