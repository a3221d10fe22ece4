// Who comes in by a socket. Runs at every connect; nothing is ever resumed without it.

import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { sessionIn } from '@tele-balint/shared/addresses';
import type { ServerCommand } from '@tele-balint/shared/decisions/command';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import { handshake, type HandshakeRefusal } from '@tele-balint/shared/wire';
import type { MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Clock } from '../clock.ts';
import type { Registry } from '../session/registry.ts';
import type { Pages } from './pages.ts';
import type { LiveSocket } from './socket-types.ts';
import { createTurnstile } from './turnstile.ts';

export type HandshakePorts = {
  readonly registry: Registry;
  readonly pages: Pages;
  /** Connections of one line count: each is written down and shown to the whole group. */
  readonly budgets: Pick<Budgets, 'failures' | 'comings'>;
  readonly addressOf: (socket: LiveSocket) => string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Tells of each connection that the machine takes from those in line. */
  readonly door: EventEmitter;
  /** While the server goes down, lines stay as they are: they come back to the next one. */
  readonly stopping: () => boolean;
};

const REFUSALS: Readonly<Partial<Record<Refusal, HandshakeRefusal>>> = {
  elsewhere: 'elsewhere',
  'too-soon': 'too-soon',
  over: 'over',
  'not-today': 'not-today',
  'revoked-link': 'revoked-link',
  removed: 'removed',
  // Another browser holds the place: only the link itself can ask for it back.
  'place-taken': 'unauthorised',
  unavailable: 'unavailable',
};

const versionOf = (auth: unknown): unknown =>
  typeof auth === 'object' && auth !== null && 'version' in auth ? auth.version : PROTOCOL_VERSION;

/** Authenticates a socket and connects its line; throws nothing, calls `next` once. */
export const createHandshake = (ports: HandshakePorts) => {
  const { registry, pages, addressOf, clock, logger, stopping } = ports;
  const { failures, comings } = ports.budgets;
  /** Connections that have asked already: a second answer would give one page two places. */
  const asked = new WeakSet<object>();
  const turn = createTurnstile(ports.door);

  const authenticate = async (socket: LiveSocket): Promise<HandshakeRefusal | null> => {
    // After the answer has gone out.
    const end = () => setImmediate(() => socket.conn.close());
    if (asked.has(socket.conn)) {
      // Our own client asks once a connection: it closes the one by which it was refused.
      end();
      return 'unauthorised';
    }
    asked.add(socket.conn);
    if (versionOf(socket.handshake.auth) !== PROTOCOL_VERSION) return 'reload';
    const parsed = handshake.safeParse(socket.handshake.auth);
    const session = (parsed.data?.session ?? '') as SessionId;
    const line = await registry.lineOf(session, parsed.data?.token ?? '');
    if (registry.refuses(session)) return 'unavailable';
    const addressed = sessionIn(socket.request.url ?? '') === session;
    if (!parsed.success || line === null || !addressed) {
      const address = addressOf(socket);
      // A right token is let in whatever its address did; a wrong one of a spent address does not keep its connection.
      if (failures.spent(address)) end();
      failures.count(address);
      return 'unauthorised';
    }
    if (!comings.take(line)) return 'unavailable';
    const { page, sit } = parsed.data;
    return connect(socket, session, { type: 'connect', line, page, sit });
  };

  const connect = async (
    socket: LiveSocket,
    session: SessionId,
    command: Extract<ServerCommand, { type: 'connect' }>,
  ): Promise<HandshakeRefusal | null> => {
    const { line } = command;
    const by = { kind: 'server' } as const;
    let identity: MediaIdentity | null = null;
    let closed = false;
    let seen = clock.now();
    // Every packet, answers to our pings too.
    socket.conn.on('packet', () => {
      seen = clock.now();
    });
    const disconnect = (reason: string): void => {
      // A connection that somebody closed lived until then; one that broke, until it was last heard.
      if (!closed && reason === 'transport close') seen = clock.now();
      closed = true;
      if (identity === null || stopping()) return;
      // The same page may have come back on a new connection before this one was given up, or be about to.
      if (!pages.gone(session, identity, socket) || pages.coming(session, line)) return;
      const left = { type: 'disconnect', line, identity, seen } as const;
      void registry.handle(session, { command: left, by, commandId: randomUUID() });
    };
    // On the connection, not on the socket: it may close before the socket has begun.
    socket.conn.once('close', disconnect);
    const outcome = await turn(async () => {
      // Whoever has given up meanwhile would only keep the others waiting.
      if (closed) return null;
      const settled = pages.comes(session, line);
      const came = await registry.handle(session, { command, by, commandId: randomUUID() });
      identity = came.ok ? came.identity : null;
      if (identity !== null) pages.came(session, identity, socket);
      settled();
      return came;
    });
    if (outcome === null) return 'unavailable';
    if (!outcome.ok) return REFUSALS[outcome.refusal] ?? 'unauthorised';
    if (identity === null) return 'unavailable';
    if (closed) disconnect('closed before');
    socket.data.who = { session, line, identity };
    return null;
  };

  return (socket: LiveSocket, next: (error?: Error) => void): void => {
    authenticate(socket).then(
      (refusal) => next(refusal === null ? undefined : new Error(refusal)),
      (error: unknown) => {
        logger.error({ err: error }, 'a handshake failed');
        next(new Error('unavailable' satisfies HandshakeRefusal));
      },
    );
  };
};
