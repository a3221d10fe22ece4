// What goes out to one connection. A reader that takes nothing must not fill our memory.

import type { LiveSocket } from './socket-types.ts';

/** Bytes that may wait for one reader; a dozen whole views. It comes back and gets the newest one. */
export const MOST_BUFFERED = 256 * 1024;
/** So many of them at most are there for what others send: the rest is left for views. */
const MOST_OF_OTHERS = MOST_BUFFERED / 2;

type Packet = { readonly data?: string };

export type Outbox = {
  /** Whether something may be added that is not the server's own. */
  takesMore(): boolean;
};

/** Calls back once when too much waits on the way out of a connection. */
export const boundOutbox = ({ conn }: LiveSocket, tooSlow: () => void): Outbox => {
  let waiting = 0;
  let over = false;
  const onTheWay = (): number => waiting + conn.request.socket.writableLength;
  conn.on('flush', () => {
    waiting = 0;
  });
  conn.on('packetCreate', ({ data = '' }: Packet) => {
    waiting += data.length;
    if (over || onTheWay() <= MOST_BUFFERED) return;
    over = true;
    // Not from within the sending.
    queueMicrotask(tooSlow);
  });
  return { takesMore: () => !over && onTheWay() <= MOST_OF_OTHERS };
};
