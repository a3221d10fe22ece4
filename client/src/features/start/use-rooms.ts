import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { useEffect, useState } from 'react';
import { forgetRoom, hasUncopied, keepRoom, keptRooms, type OpenedRoom, withCopied } from './kept-rooms.ts';
import { isOver } from './is-over.ts';

/** Whether a session is over is asked this often, in ms, and when the page is looked at again. */
const ASK_EVERY = 5 * 60_000;

/** Which room's links this entry of the tab's history shows: a reload shows them again, "back" leads to the form. */
type Shown = { readonly room?: string } | null;
const shownNow = (): string | null => (history.state as Shown)?.room ?? null;
/** A mail opens another program, and browsers ask as if the page were left: milliseconds in which they do. */
const MAIL_OPENS = 1_000;
let mailedAt = -MAIL_OPENS;
const mailed = ({ target, timeStamp }: MouseEvent): void => {
  if (target instanceof Element && target.closest('a[href^="mailto:"]')) mailedAt = timeStamp;
};
const ask = (event: BeforeUnloadEvent): void => {
  if (event.timeStamp - mailedAt > MAIL_OPENS) event.preventDefault();
};

/** Calls again whenever a session may have ended; a window that sits in it takes its seat token out of the storage. */
const whenever = (look: () => void): (() => void) => {
  const timer = setInterval(look, ASK_EVERY);
  const seen = () => void (document.visibilityState === 'visible' && look());
  addEventListener('storage', look);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    removeEventListener('storage', look);
    document.removeEventListener('visibilitychange', seen);
  };
};

/** The rooms that were opened in this tab, and which one's links are shown. */
export function useRooms() {
  const [rooms, setRooms] = useState(keptRooms);
  const [shown, setShown] = useState(shownNow);
  const [ended, setEnded] = useState(false);
  const uncopied = rooms.some(hasUncopied);

  useEffect(() => {
    const look = () => setShown(shownNow());
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  useEffect(() => {
    if (!uncopied) return;
    addEventListener('beforeunload', ask);
    addEventListener('click', mailed);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('click', mailed);
    };
  }, [uncopied]);
  const ids = rooms.map(({ plan }) => plan.sessionId).join(' ');
  useEffect(() => {
    const look = () =>
      keptRooms().forEach((room) => {
        void isOver(room).then((over) => {
          if (!over) return;
          forgetRoom(room.plan.sessionId);
          setRooms((before) => before.filter(({ plan }) => plan.sessionId !== room.plan.sessionId));
          setEnded(true);
        });
      });
    if (ids === '') return;
    look();
    return whenever(look);
  }, [ids]);

  const show = (room: string | null) => {
    history.pushState(room === null ? null : ({ room } satisfies Shown), '');
    setEnded(false);
    setShown(room);
  };
  const keep = (room: OpenedRoom) => {
    keepRoom(room);
    setRooms((before) => [room, ...before.filter(({ plan }) => plan.sessionId !== room.plan.sessionId)]);
  };
  return {
    rooms,
    /** The room whose links are shown. */
    room: rooms.find(({ plan }) => plan.sessionId === shown) ?? null,
    /** A room of this tab has ended, and its links are forgotten. */
    ended,
    open: (room: OpenedRoom) => {
      // Asked for again after "back", it is the same room.
      keep({
        ...room,
        copied: rooms.find(({ plan }) => plan.sessionId === room.plan.sessionId)?.copied ?? [],
      });
      show(room.plan.sessionId);
    },
    copied: (room: OpenedRoom, links: readonly InvitationId[]) => {
      const next = withCopied(room, links);
      keepRoom(next);
      setRooms((before) => before.map((one) => (one === room ? next : one)));
    },
    show,
  };
}
