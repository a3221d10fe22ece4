import type { MediaAnswer } from '@tele-balint/shared/http';
import { type Room, RoomEvent } from 'livekit-client';
import { session } from '../state/store.ts';
import { pauseBefore } from './rules.ts';
import type { MediaSnapshot } from './snapshot.ts';

type Entry = { readonly sessionId: string; readonly token: string; readonly identity: string };

/** Milliseconds after which a ticket is asked for anew: a dead connection swallows questions. */
const ANSWER_WITHIN = 5_000;

/**
 * Milliseconds until an attempt at the signal is given up. A browser has one WebSocket to an address under way at a time:
 * while this one finds no answer, the page's own line cannot come back. Our gateway answers at once, also without LiveKit.
 */
const SIGNAL_WITHIN = 5_000;

/** @param resuming whether a stay is about to be gone on with; then the answer tells if it is over */
const ticketFor = async (
  { sessionId, token, identity }: Entry,
  resuming: boolean,
  signal: AbortSignal,
): Promise<MediaAnswer> => {
  const answer = await fetch(`/api/sessions/${sessionId}/media`, {
    method: 'POST',
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, identity, resuming }),
  });
  if (!answer.ok) throw new Error(`no ticket: ${answer.status}`);
  return (await answer.json()) as MediaAnswer;
};

const gone = (room: Room): Promise<void> =>
  new Promise((resolve) => void room.once(RoomEvent.Disconnected, () => resolve()));

/** Calls back when the line to our server is there again: what was in its way is out of the way to the media server too. */
const onLineBack = (back: () => void): (() => void) =>
  session.subscribe(({ link }, before) => {
    if (link === 'up' && before.link !== 'up') back();
  });

/** Waits, but not longer than until the device is online again. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
    return undefined;
  });

/**
 * Joins, and joins again with a new ticket whenever LiveKit's own client has given up, for ever.
 * Aborting the signal leaves.
 */
export const stayJoined = async (
  room: Room,
  entry: Entry,
  onLink: (link: MediaSnapshot['link']) => void,
  signal: AbortSignal,
): Promise<void> => {
  let next: MediaAnswer | null = null;
  /** LiveKit's client would go on trying to resume what is over, and be told so only when LiveKit is back. */
  const joinAnewIfForgotten = async (): Promise<void> => {
    // Without an answer LiveKit's client goes on by itself.
    const ticket = await ticketFor(entry, true, signal).catch(() => null);
    if (ticket?.forgotten !== true || room.state !== 'signalReconnecting' || signal.aborted) return;
    next = ticket;
    await room.disconnect();
  };
  // LiveKit's client comes back to a place that LiveKit has forgotten only after two more seconds, and with an old
  // ticket: we join again ourselves. A resume is another event; that one is left alone.
  room.on(RoomEvent.Reconnecting, () => void room.disconnect());
  room.on(RoomEvent.SignalReconnecting, () => {
    onLink('connecting');
    void joinAnewIfForgotten();
  });
  room.on(RoomEvent.Reconnected, () => onLink('up'));
  let tries = 0;
  let attempt = new AbortController();
  const hurry = (): void => {
    tries = -1;
    attempt.abort();
  };
  signal.addEventListener('abort', onLineBack(hurry), { once: true });
  onLink('connecting');
  for (; !signal.aborted; tries += 1) {
    attempt = new AbortController();
    const ends = AbortSignal.any([signal, attempt.signal]);
    const began = performance.now();
    try {
      const { url, token } = next ?? (await ticketFor(entry, false, ends));
      next = null;
      if (signal.aborted) return;
      const left = gone(room);
      await room.connect(new URL(url, location.origin.replace(/^http/, 'ws')).href, token, {
        autoSubscribe: false,
        websocketTimeout: SIGNAL_WITHIN,
      });
      if (signal.aborted) return;
      // Half of the first pause: nobody else is in the way of a place that was just there.
      tries = -1;
      onLink('up');
      await left;
    } catch {
      // Every failure has the same answer: try again.
    }
    if (signal.aborted) return;
    onLink('away');
    // Whoever was kept waiting at the door goes on waiting there: the pause is for quick refusals.
    const waited = performance.now() - began >= SIGNAL_WITHIN;
    if (next === null) await pause(pauseBefore(waited ? 0 : tries), ends);
  }
};
