import type { MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { LiveSocket } from './socket-types.ts';

/** Which connection a page holds: the newest. */
export type Pages = {
  /** A page came; an older connection of the same page is closed. */
  came(session: SessionId, identity: MediaIdentity, socket: LiveSocket): void;
  /** A connection closed: whether the page has no other one now. */
  gone(session: SessionId, identity: MediaIdentity, socket: LiveSocket): boolean;
};

/** Without this, a connection that dies late would send away a page that is back already. */
export const createPages = (): Pages => {
  const held = new Map<string, LiveSocket>();
  return {
    came: (session, identity, socket) => {
      const key = `${session} ${identity}`;
      const older = held.get(key);
      held.set(key, socket);
      older?.disconnect(true);
    },
    gone: (session, identity, socket) => {
      const key = `${session} ${identity}`;
      return held.get(key) === socket && held.delete(key);
    },
  };
};
