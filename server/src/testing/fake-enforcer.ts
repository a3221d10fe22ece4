import type { SessionId } from '@tele-balint/shared/vocabulary';
import type { Desired, Enforcer } from '../media/media.ts';

export type FakeEnforcer = Enforcer & {
  /** The latest desired rights of every session; `null` after forgetting. */
  readonly desired: Map<SessionId, Desired | null>;
  /** Sessions whose rooms were closed: only a session that it had been told of has rooms. */
  readonly closed: readonly SessionId[];
  /** Something got confirmed, or not. */
  tell(session: SessionId): void;
};

/** Confirms everything at once. */
export const fakeEnforcer = (): FakeEnforcer => {
  const desired = new Map<SessionId, Desired | null>();
  const closed: SessionId[] = [];
  const listeners = new Set<(session: SessionId) => void>();
  return {
    desired,
    tell: (session) => {
      for (const listener of listeners) listener(session);
    },
    desire: async (next) => void desired.set(next.session, next),
    closed,
    forget: (session) => {
      if (desired.get(session)) closed.push(session);
      desired.set(session, null);
    },
    report: () => ({ unconfirmed: [], unenforced: [], strangers: 0, connected: [] }),
    onReport: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    joined: () => undefined,
    ready: async () => true,
    stop: async () => undefined,
  };
};
