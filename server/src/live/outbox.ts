// What goes out to one connection. A reader that takes nothing must not fill our memory.

import type { ServerEvents } from '@tele-balint/shared/wire';
import type { LiveSocket } from './socket-types.ts';

/** Bytes that may wait for one reader; a dozen whole views. It comes back and gets the newest one. */
const MOST_BUFFERED = 256 * 1024;

export type Outbox = {
  send<E extends keyof ServerEvents>(event: E, ...payload: Parameters<ServerEvents[E]>): void;
};

/** The way out of one connection; closes it when too much waits. */
export const createOutbox = (socket: LiveSocket, tooSlow: () => void): Outbox => {
  let waiting = 0;
  const { conn } = socket;
  const flushed = (): void => {
    waiting = 0;
  };
  conn.on('flush', flushed);
  const buffered = (): number => waiting + conn.request.socket.writableLength;
  return {
    send: (event, ...payload) => {
      waiting += JSON.stringify(payload).length;
      socket.emit(event, ...payload);
      if (buffered() > MOST_BUFFERED) tooSlow();
    },
  };
};
