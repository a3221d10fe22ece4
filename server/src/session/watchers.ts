// Who looks at a session now. A watcher is one page: a line and the identity of its page load.

import { type MediaReport } from '@tele-balint/shared/media-report';
import { viewsAt } from '@tele-balint/shared/view-for';
import type { Shown } from '@tele-balint/shared/view';
import type { Session } from '@tele-balint/shared/session/session';
import type { Instant, LineId, MediaIdentity } from '@tele-balint/shared/vocabulary';
import type { WrittenView } from './written-views.ts';

export type Watcher = {
  readonly line: LineId;
  readonly identity: MediaIdentity;
  readonly onView: (view: WrittenView) => void;
};

/** What each page sees at one moment; the page whose place another one took is over, whatever its line may see. */
export const shownAt = (
  session: Session,
  now: Instant,
  media: MediaReport,
): ((watcher: Watcher) => Shown | null) => {
  const viewOf = viewsAt(session, now, media);
  return ({ line, identity }) => {
    const known = session.lines[line];
    const holder = known?.identity ?? null;
    if (known && (holder === null || holder === identity)) return viewOf(line);
    // A line of which nothing is known any more ended at the door long ago.
    const reason = known ? 'moved' : 'left';
    return { kind: 'over', now, reason, group: session.group, forgottenAt: null };
  };
};
