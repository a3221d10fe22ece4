// Who looks at a session now. A watcher is one page: a line and the identity of its page load.

import { type MediaReport } from '@tele-balint/shared/media-report';
import { viewFor } from '@tele-balint/shared/view-for';
import type { Shown, View } from '@tele-balint/shared/view';
import type { Session } from '@tele-balint/shared/session/session';
import type { Instant, LineId, MediaIdentity } from '@tele-balint/shared/vocabulary';

export type Watcher = {
  readonly line: LineId;
  readonly identity: MediaIdentity;
  readonly onView: (view: View) => void;
};

/** What a page sees; the page whose place another one took is over, whatever its line may see. */
export const viewOf = (
  session: Session,
  { line, identity }: Watcher,
  now: Instant,
  media: MediaReport,
): Shown | null => {
  const known = session.lines[line];
  const holder = known?.identity ?? null;
  if (known && (holder === null || holder === identity)) return viewFor(session, line, now, media);
  // A line of which nothing is known any more ended at the door long ago.
  const reason = known ? 'moved' : 'left';
  return { kind: 'over', now, reason, group: session.group, forgottenAt: null };
};

/** What a view shows, whatever the hour: two views of one content look the same. */
export const contentOf = ({ now: _now, ...shown }: Shown): string => JSON.stringify(shown);

/** A view as it goes out; spreading a union loses which member it was. */
export const numbered = (shown: Shown, version: number): View => ({ ...shown, version }) as View;
