// What goes out to one connection. A reader that takes nothing must not fill our memory.

import type { LiveSocket } from './socket-types.ts';

/** Bytes that may wait for one reader; a dozen whole views. It comes back and gets the newest one. */
const MOST_BUFFERED = 256 * 1024;

type Packet = { readonly data?: string };

/** Calls back once when too much waits on the way out of a connection. */
export const boundOutbox = ({ conn }: LiveSocket, tooSlow: () => void): void => {
  let waiting = 0;
  let over = false;
  conn.on('flush', () => {
    waiting = 0;
  });
  conn.on('packetCreate', ({ data = '' }: Packet) => {
    waiting += data.length;
    if (over || waiting + conn.request.socket.writableLength <= MOST_BUFFERED) return;
    over = true;
    // Not from within the sending.
    queueMicrotask(tooSlow);
  });
};
