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

/** Envelopes over the line of this window. */
export const makeEnvelopes = (
  socket: Pick<Socket<ServerEvents, ClientEvents>, 'connected' | 'timeout' | 'on' | 'off'>,
) => ({
  /** Who got it; `null` where nobody knows: no line, or no answer. None is kept to be sent later. */
  send: async (frame: RelayFrame): Promise<RelayAck | null> =>
    socket.connected
      ? socket
          .timeout(PATIENCE)
          .emitWithAck('relay', frame)
          .catch(() => null)
      : null,
  /** Calls back with each that comes; the answer stops it. */
  hear: (listener: (envelope: RelayedFrame) => void): (() => void) => {
    socket.on('relay', listener);
    return () => void socket.off('relay', listener);
  },
});
export type Envelopes = ReturnType<typeof makeEnvelopes>;
