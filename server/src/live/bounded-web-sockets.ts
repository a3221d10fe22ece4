// The WebSockets under our pages' connections. Whoever sends too many frames of any sort, or reads no answers, is cut off.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { createBucket } from './token-bucket.ts';

/** Signs of life that one connection may send: at once, and each second after. */
const SIGNS = { burst: 120, perSecond: 40 };
/**
 * Messages of any sort. The busiest page, which answers to keys of all others at each coming, stays below two hundred in a
 * second, whatever the others do: what is above is no page of ours.
 */
const MESSAGES = { burst: 1_000, perSecond: 200 };
/** Signs of life that may stay unanswered because the other side does not read. */
const UNREAD_PONGS = 60;
/** Parts of one message; ours come in one. */
const FRAGMENTS = 16;
/** Milliseconds that the other side has to answer our goodbye. */
const GOODBYE = 1_000;

/** Newer than the type definitions. */
type Bounds = { readonly maxPendingAutoPongs: number; readonly closeTimeout: number };

const bounded = (socket: WebSocket): void => {
  const within = (bounds: typeof SIGNS) => {
    const bucket = createBucket(bounds);
    return (): void => {
      if (bucket.take()) return;
      // What has come already in one piece is not looked at any more.
      socket.removeAllListeners('message');
      socket.terminate();
    };
  };
  const signs = within(SIGNS);
  socket.on('ping', signs).on('pong', signs).on('message', within(MESSAGES));
};

/** The framework's engine for WebSockets, with our bounds. */
export class BoundedWebSockets extends WebSocketServer {
  constructor(options: ServerOptions) {
    const bounds: Bounds = { maxPendingAutoPongs: UNREAD_PONGS, closeTimeout: GOODBYE };
    super({ ...options, ...bounds, maxFragments: FRAGMENTS });
  }

  override handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    callback: (client: WebSocket, request: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(request, socket, head, (client: WebSocket) => {
      bounded(client);
      callback(client, request);
    });
  }
}
