// Who looks at a session now. A watcher is one page: a line and the identity of its page load.

import { type MediaReport } from '@tele-balint/shared/media-report';
import { viewFor } from '@tele-balint/shared/view-for';
import type { View } from '@tele-balint/shared/view';
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
): View | null => {
  const holder = session.lines[line]?.identity ?? null;
  if (holder === null || holder === identity) return viewFor(session, line, now, media);
  const { version, group } = session;
  return { kind: 'over', version, now, reason: 'elsewhere', group, forgottenAt: null };
};

/** What a view shows, whatever the hour: two views of one content look the same. */
export const contentOf = ({ version: _version, now: _now, ...shown }: View): string => JSON.stringify(shown);
