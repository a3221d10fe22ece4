// Sealed envelopes to and from other lines of the own space.

import { LONGEST_ENVELOPE } from '@tele-balint/shared/e2ee/messages';
import type {
  ClientEvents,
  RelayAck,
  RelayedFrame,
  RelayFrame,
  ServerEvents,
} from '@tele-balint/shared/wire';
import type { Socket } from 'socket.io-client';

/** After so many ms without an answer nobody knows who got an envelope. */
const PATIENCE = 5_000;

/** So many are kept while nobody hears, and for so many ms: 25 others greet a newcomer with two or three before the page can read them. */
const KEPT = 100;
const KEPT_FOR = 10_000;

/** Envelopes over the line of this window, from its first. */
export const makeEnvelopes = (
  socket: Pick<Socket<ServerEvents, ClientEvents>, 'connected' | 'timeout' | 'on'>,
) => {
  const listeners = new Set<(envelope: RelayedFrame) => void>();
  const unheard: { readonly envelope: RelayedFrame; readonly at: number }[] = [];
  socket.on('relay', (envelope) => {
    for (const listener of listeners) listener(envelope);
    if (listeners.size > 0 || envelope.sealed.length > LONGEST_ENVELOPE) return;
    unheard.push({ envelope, at: performance.now() });
    if (unheard.length > KEPT) unheard.shift();
  });
  return {
    /** Who got it; `null` where nobody knows: no line, or no answer. None is kept to be sent later. */
    send: async (frame: RelayFrame): Promise<RelayAck | null> =>
      socket.connected
        ? socket
            .timeout(PATIENCE)
            .emitWithAck('relay', frame)
            .catch(() => null)
        : null,
    /** Calls back with each that comes, and with those that came lately and nobody has heard; the answer stops it. */
    hear: (listener: (envelope: RelayedFrame) => void): (() => void) => {
      listeners.add(listener);
      // What is old would be taken for a sign of life.
      const since = performance.now() - KEPT_FOR;
      for (const { envelope, at } of unheard.splice(0)) if (at > since) listener(envelope);
      return () => void listeners.delete(listener);
    },
  };
};
export type Envelopes = ReturnType<typeof makeEnvelopes>;
