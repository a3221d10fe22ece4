// A client's end of the way through the gateway. A browser opens one WebSocket to an address at a time: an upgrade that is
// not answered keeps the page's own line from coming back. So whoever has to wait waits behind an answered upgrade.

import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';

/** Added to a status that comes too late to be one: the code with which the connection is closed. */
const AS_CODE = 4000;
/** "Policy violation", as WebSockets say it. */
const VIOLATION = 1008;

type Upgrade = {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
};

export type Entrance = {
  /** Answers the upgrade. Nothing that the client says is carried before it has entered. */
  hold(): void;
  /** The open connection; `null` where the client has gone. */
  enter(): WebSocket | null;
  /** Says no: by this status, or by a close code once the upgrade was answered. */
  refuse(status: number): void;
};

/** Refuses an upgrade that was not answered. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/**
 * Notices that a client has gone while it waits for an answer: a socket that nobody reads keeps that to itself.
 * @returns how to stop, so that somebody else can read
 */
export function watchForEnd(socket: Duplex): () => void {
  const over = (): void => void socket.destroy();
  // Before it has its answer no client says anything.
  for (const event of ['data', 'end', 'error']) socket.on(event, over);
  return () => ['data', 'end'].forEach((event) => socket.off(event, over));
}

/**
 * @param answered called just before the upgrade is answered
 * @param affordable whether a frame of so many bytes, which goes nowhere, may still be sent
 */
export function createEntrance(
  sockets: WebSocketServer,
  { request, socket, head }: Upgrade,
  answered: () => void,
  affordable: (bytes: number) => boolean,
): Entrance {
  let client: WebSocket | null = null;
  const answer = (): WebSocket | null => {
    if (client !== null || socket.destroyed) return client;
    answered();
    // Calls back at once, or never: then it has refused the request.
    sockets.handleUpgrade(request, socket, head, (opened) => (client = opened));
    return client;
  };
  const unheard = (data: unknown): void => {
    if (!affordable((data as Buffer).length)) client?.close(VIOLATION);
  };
  return {
    hold() {
      const held = answer();
      held?.on('message', unheard);
      // `close` follows.
      held?.on('error', () => undefined);
    },
    enter() {
      const entered = answer();
      entered?.off('message', unheard);
      return entered;
    },
    refuse(status) {
      if (client === null) refuseUpgrade(socket, status);
      else client.close(AS_CODE + status);
    },
  };
}
