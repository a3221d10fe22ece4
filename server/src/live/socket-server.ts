// The socket server on the same port as the pages: who may knock, how big, how often.

import { SOCKETS } from '@tele-balint/shared/addresses';
import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { Server } from 'socket.io';
import { MAX_FRAME } from '@tele-balint/shared/wire';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { callerOf } from '../http/caller.ts';
import { originGuard } from '../http/origins.ts';
import type { Registry } from '../session/registry.ts';
import { boundedParser } from './bounded-decoder.ts';
import { BoundedWebSockets } from './bounded-web-sockets.ts';
import { serveConnection } from './connection.ts';
import { createHandshake } from './handshake.ts';
import { createIntroductions } from './introductions.ts';
import { createPages } from './pages.ts';
import { watchPresence } from './presence.ts';
import type { LiveServer, LiveSocket } from './socket-types.ts';

export type LivePorts = {
  readonly server: HttpServer;
  readonly registry: Registry;
  readonly budgets: Budgets;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly config: Pick<Config, 'publicUrl' | 'local' | 'trustProxy' | 'pingInterval' | 'pingTimeout'>;
};

/** Milliseconds that a page has to say goodbye when we go down. */
const FAREWELL = 1_000;

/** Nobody of a foreign page, or who comes too often, gets as far as 101; the framework would say 400. */
const no = (status: '403 Forbidden' | '429 Too Many Requests'): string =>
  `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;

/** Attaches the sockets to an HTTP server; `stop` tells every page to come back and closes them. */
export const attachLive = (ports: LivePorts): { stop(): Promise<void> } => {
  const { server, registry, budgets, clock, logger, config } = ports;
  const mayKnock = originGuard(config);
  let stopping = false;
  const io: LiveServer = new Server(server, {
    path: SOCKETS,
    serveClient: false,
    transports: ['websocket'],
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_FRAME,
    pingInterval: config.pingInterval,
    pingTimeout: config.pingTimeout,
    parser: boundedParser,
    wsEngine: BoundedWebSockets,
    allowRequest: (request, answer) => {
      const foreign = !mayKnock(request.headers.origin);
      const may = !foreign && !stopping && budgets.upgrades.take(callerOf(request, config.trustProxy));
      if (!may && request.headers.upgrade !== undefined)
        request.socket.end(no(foreign || stopping ? '403 Forbidden' : '429 Too Many Requests'));
      answer(null, may);
    },
  });
  const tcp = new Set<Socket>();
  const introductions = createIntroductions();
  io.engine.on('connection', (connection: LiveSocket['conn']) => {
    const { socket } = connection.request;
    tcp.add(socket);
    socket.once('close', () => tcp.delete(socket));
    introductions.expect(connection);
  });
  const pages = createPages(io);
  const unwatch = watchPresence(registry, pages, clock);
  const addressOfSocket = (socket: LiveSocket): string => callerOf(socket.request, config.trustProxy);
  const handshake = createHandshake({
    registry,
    pages,
    budgets,
    addressOf: addressOfSocket,
    clock,
    logger,
    door: server,
    stopping: () => stopping,
  });
  io.use((socket: LiveSocket, next) => {
    introductions.heard(socket.conn);
    handshake(socket, (refusal) => {
      if (refusal === undefined) introductions.heard(socket.conn);
      else introductions.expect(socket.conn);
      next(refusal);
    });
  });
  io.on('connection', (socket: LiveSocket) => {
    const { who } = socket.data;
    if (who !== undefined) serveConnection(socket, who, { registry, budgets, logger });
  });
  return {
    stop: async () => {
      stopping = true;
      unwatch();
      io.emit('comeBack');
      // A page that does not answer the farewell must not hold us up.
      const late = setTimeout(() => tcp.forEach((socket) => socket.destroy()), FAREWELL);
      await io.close();
      clearTimeout(late);
    },
  };
};
