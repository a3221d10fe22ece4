import type { LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { LiveSocket } from './socket-types.ts';

/** Which connection a page holds: the newest. */
export type Pages = {
  /** Somebody of this line connects; the answer says that it is over, one way or the other. */
  comes(session: SessionId, line: LineId): () => void;
  coming(session: SessionId, line: LineId): boolean;
  /** A page came; an older connection of the same page is closed. */
  came(session: SessionId, identity: MediaIdentity, socket: LiveSocket): void;
  /** A connection closed: whether the page has no other one now. */
  gone(session: SessionId, identity: MediaIdentity, socket: LiveSocket): boolean;
  /** Whether the page has a connection. */
  holds(session: SessionId, identity: MediaIdentity): boolean;
};

/** Without this, a connection that dies late would send away a page that is back already. */
export const createPages = (): Pages => {
  const held = new Map<string, LiveSocket>();
  const under = new Map<string, number>();
  const keyOf = (session: SessionId, whose: LineId | MediaIdentity): string => `${session} ${whose}`;
  return {
    comes: (session, line) => {
      const key = keyOf(session, line);
      under.set(key, (under.get(key) ?? 0) + 1);
      return () => {
        const left = (under.get(key) ?? 1) - 1;
        if (left > 0) under.set(key, left);
        else under.delete(key);
      };
    },
    coming: (session, line) => under.has(keyOf(session, line)),
    came: (session, identity, socket) => {
      const key = keyOf(session, identity);
      const older = held.get(key);
      held.set(key, socket);
      older?.disconnect(true);
    },
    gone: (session, identity, socket) => {
      const key = keyOf(session, identity);
      return held.get(key) === socket && held.delete(key);
    },
    holds: (session, identity) => held.has(keyOf(session, identity)),
  };
};
