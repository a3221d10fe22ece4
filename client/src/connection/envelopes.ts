// Sealed envelopes to and from other lines of the own space.

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

/** So many are kept while nobody hears: 25 others greet a newcomer with two or three before the page is ready to read them. */
const KEPT = 100;

/** Envelopes over the line of this window, from its first. */
export const makeEnvelopes = (
  socket: Pick<Socket<ServerEvents, ClientEvents>, 'connected' | 'timeout' | 'on'>,
) => {
  const listeners = new Set<(envelope: RelayedFrame) => void>();
  const unheard: RelayedFrame[] = [];
  socket.on('relay', (envelope) => {
    for (const listener of listeners) listener(envelope);
    if (listeners.size === 0) unheard.push(envelope);
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
    /** Calls back with each that comes, and with those that nobody has heard yet; the answer stops it. */
    hear: (listener: (envelope: RelayedFrame) => void): (() => void) => {
      listeners.add(listener);
      for (const envelope of unheard.splice(0)) listener(envelope);
      return () => void listeners.delete(listener);
    },
  };
};
export type Envelopes = ReturnType<typeof makeEnvelopes>;
