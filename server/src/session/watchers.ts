// Who looks at a session now. A watcher is one page: a line and the identity of its page load.

import { viewsAt } from '@tele-balint/shared/view/view-for';
import type { Shown } from '@tele-balint/shared/view/view';
import type { Session } from '@tele-balint/shared/session/session';
import type { RelayedFrame } from '@tele-balint/shared/wire';
import type { Instant, LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { Enforcer } from '../media/port.ts';
import type { Receipts } from './receipts.ts';
import type { WrittenView } from './written-views.ts';

export type Watcher = {
  readonly line: LineId;
  readonly identity: MediaIdentity;
  readonly onView: (view: WrittenView) => void;
  /** Sends an envelope on to the page; false where too much waits for it already. */
  readonly onRelay: (envelope: RelayedFrame) => boolean;
};

/** Whoever is there at the end, and whoever says goodbye after it, may ask later whether the key is gone. */
const withReceipt = (shown: Shown | null, id: SessionId, receipts: Pick<Receipts, 'of'>): Shown | null =>
  shown?.kind === 'over' && (shown.forgottenAt !== null || shown.farewell !== null)
    ? { ...shown, receipt: receipts.of(id) }
    : shown;

/** What each page is shown at one moment, and the enforcer hears of it; the page whose place another one took is over, whatever its line may see. */
export const shownAt = (
  id: SessionId,
  session: Session,
  now: Instant,
  enforcer: Pick<Enforcer, 'report' | 'shown'>,
  receipts: Pick<Receipts, 'of'>,
): ((watcher: Watcher) => Shown | null) => {
  const media = enforcer.report(id);
  enforcer.shown(id, media);
  const viewOf = viewsAt(session, now, media);
  return ({ line, identity }) => {
    const known = session.lines[line];
    const holder = known?.identity ?? null;
    if (known && (holder === null || holder === identity)) return withReceipt(viewOf(line), id, receipts);
    // A line of which nothing is known any more ended at the door long ago.
    const reason = known ? 'moved' : 'left';
    return {
      kind: 'over',
      now,
      reason,
      group: session.group,
      forgottenAt: null,
      farewell: null,
      receipt: null,
    };
  };
};
