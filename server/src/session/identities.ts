// Which session an identity in the media server belongs to. A hint only: the session's state decides.

import type { Session } from '@tele-balint/shared/session/session';
import type { SessionId } from '@tele-balint/shared/vocabulary';

export type Identities = {
  keep(identity: string, session: SessionId): void;
  sessionOf(identity: string): SessionId | undefined;
};

/** Below this many nothing is swept. */
const FEW = 1_000;

/**
 * An empty list. Now and then those are dropped whom no line bears any more, so that it grows with the people who are
 * there and not with those who ever came.
 * @param linesOf the lines of a session now; none where there is no such session
 */
export const createIdentities = (linesOf: (session: SessionId) => Session['lines']): Identities => {
  let sessions = new Map<string, SessionId>();
  let sweepAt = FEW;

  const sweep = (): void => {
    const live = new Map<string, SessionId>();
    for (const session of new Set(sessions.values()))
      for (const { identity } of Object.values(linesOf(session)))
        if (identity !== null) live.set(identity, session);
    sessions = live;
    sweepAt = Math.max(FEW, 2 * live.size);
  };

  return {
    keep: (identity, session) => {
      sessions.set(identity, session);
      if (sessions.size > sweepAt) sweep();
    },
    sessionOf: (identity) => sessions.get(identity),
  };
};
