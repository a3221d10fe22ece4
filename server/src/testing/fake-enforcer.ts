import { NO_MEDIA, type MediaReport } from '@tele-balint/shared/media-report';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import type { Desired, Enforcer } from '../media/port.ts';

export type FakeEnforcer = Enforcer & {
  /** The latest desired rights of every session; `null` after forgetting. */
  readonly desired: Map<SessionId, Desired | null>;
  /** Sessions whose rooms were closed: only a session that it had been told of has rooms. */
  readonly closed: readonly SessionId[];
  /** The media server has news. */
  tell(session: SessionId, report: Partial<MediaReport>): void;
};

/** Confirms everything at once. */
export const fakeEnforcer = (): FakeEnforcer => {
  const desired = new Map<SessionId, Desired | null>();
  const closed: SessionId[] = [];
  let report = NO_MEDIA;
  const listeners = new Set<(session: SessionId) => void>();
  return {
    desired,
    tell: (session, news) => {
      report = { ...NO_MEDIA, ...news };
      for (const listener of listeners) listener(session);
    },
    desire: async (next) => void desired.set(next.session, next),
    closed,
    forget: (session) => {
      if (desired.get(session)) closed.push(session);
      desired.set(session, null);
    },
    report: () => report,
    shown: () => undefined,
    onReport: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    joined: () => undefined,
    stirred: () => undefined,
    violation: () => undefined,
    ready: async () => true,
    stop: async () => undefined,
  };
};
