// Which connection a page holds: the newest. And under which name the framework knows a page.

import type { LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { LiveServer, LiveSocket } from './socket-types.ts';

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

const nameOfLine = (session: SessionId, line: LineId): string => `${session} ${line}`;

const roomOfPage = (session: SessionId, identity: MediaIdentity): string => `page ${session} ${identity}`;

/** Without this, a connection that dies late would send away a page that is back already. */
export const createPages = (io: LiveServer): Pages => {
  const { rooms } = io.of('/').adapter;
  const under = new Map<string, number>();
  return {
    comes: (session, line) => {
      const key = nameOfLine(session, line);
      under.set(key, (under.get(key) ?? 0) + 1);
      return () => {
        const left = (under.get(key) ?? 1) - 1;
        if (left > 0) under.set(key, left);
        else under.delete(key);
      };
    },
    coming: (session, line) => under.has(nameOfLine(session, line)),
    came: (session, identity, socket) => {
      const room = roomOfPage(session, identity);
      io.in(room).disconnectSockets(true);
      void socket.join(room);
    },
    gone: (session, identity, socket) => {
      const left = rooms.get(roomOfPage(session, identity));
      // A connection that closes before it has begun is still in its room.
      return left === undefined || (left.size === 1 && left.has(socket.id));
    },
    holds: (session, identity) => rooms.has(roomOfPage(session, identity)),
  };
};
