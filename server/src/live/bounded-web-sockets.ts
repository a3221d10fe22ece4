// The WebSockets under our pages' connections. Whoever sends too many frames of any sort, or reads no answers, is cut off.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { createBucket } from './token-bucket.ts';

/** Frames of any sort, signs of life too, that one connection may send: at once, and each second after. */
const FRAMES = { burst: 120, perSecond: 40 };
/** Signs of life that may stay unanswered because the other side does not read. */
const UNREAD_PONGS = 60;
/** Parts of one message; ours come in one. */
const FRAGMENTS = 16;
/** Milliseconds that the other side has to answer our goodbye. */
const GOODBYE = 1_000;

/** Newer than the type definitions. */
type Bounds = { readonly maxPendingAutoPongs: number; readonly closeTimeout: number };

const bounded = (socket: WebSocket): void => {
  const frames = createBucket(FRAMES);
  const count = (): void => {
    if (frames.take()) return;
    // What has come already in one piece is not looked at any more.
    socket.removeAllListeners('message');
    socket.terminate();
  };
  socket.on('ping', count).on('pong', count).on('message', count);
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
