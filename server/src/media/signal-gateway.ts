// The only way of a browser to LiveKit's signalling. A saved token is worth nothing here: it tells who somebody is,
// and what they may do is asked at that moment and given by the enforcer after they have joined.

import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SignalBudgets } from '../budgets.ts';
import { mintJoin } from './livekit-tokens.ts';
import type { Log, MediaIdentity, Published } from './media.ts';
import { type Admission, addressOf, presented, SIGNAL_PATHS, upstreamOf } from './signal-admission.ts';
import { addressesOf } from './signal-addresses.ts';
import { createAttempts } from './signal-attempts.ts';
import { mayOffer } from './signal-guard.ts';
import { type Join, readJoin } from './signal-join.ts';
import { carry, type Listeners } from './signal-line.ts';
import { createStays } from './signal-stays.ts';
import { createTracks, type Tracks } from './signal-tracks.ts';
import { createTurns } from './signal-turns.ts';
import { openUpstream, untilListening } from './signal-upstream.ts';

/** Milliseconds that an upgrade is held while LiveKit is away. */
const HOLD = 30_000;
/** Bytes of one frame from a client. */
const FRAME = 512 * 1024;
/** Milliseconds between attempts where LiveKit listens and yet takes no connection. */
const TRY_AGAIN = 100;

/** LiveKit's end of a connection, and what its stay has announced. */
type Opened = { readonly upstream: WebSocket; readonly tracks: Tracks };

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/**
 * Notices that a client has gone while it waits for an answer: a socket that nobody reads keeps that to itself.
 * @returns how to stop, so that somebody else can read
 */
function watchForEnd(socket: Duplex): () => void {
  const over = (): void => void socket.destroy();
  // Before it has its answer no client says anything.
  for (const event of ['data', 'end', 'error']) socket.on(event, over);
  return () => ['data', 'end'].forEach((event) => socket.off(event, over));
}

export type SignalGateway = {
  /** Ends every connection of an identity that has lost its place. */
  drop(identity: string): void;
  /** Ends all connections and takes no more. */
  close(): void;
};

/**
 * Serves the upgrades of `/sfu/…` on an HTTP server and leaves all others alone. A request without Origin is let
 * through, since only browsers send one and a token is needed in any case.
 * @param options.publishedBy what LiveKit knows of somebody's tracks, who had joined before this gateway began
 */
export function attachSignalGateway(
  options: Admission & {
    readonly server: Server;
    readonly listeners: Listeners;
    readonly budgets: SignalBudgets;
    readonly publishedBy: (room: string, identity: string) => Promise<readonly Published[]>;
    /** The address that a request comes from. */
    readonly callerOf: (request: IncomingMessage) => string;
    readonly allowedOrigin: (origin: string | undefined) => boolean;
    readonly log: Log;
  },
): SignalGateway {
  const { server, livekitUrl, listeners, budgets, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME, perMessageDeflate: false });
  const attempts = createAttempts();
  const turns = createTurns();
  const stays = createStays(async (identity) => {
    const grant = await options.rightsOf(identity);
    return grant === null ? [] : options.publishedBy(grant.room, identity);
  });

  /** Opens LiveKit with the rights of now. */
  const open = async (url: URL, identity: string, join: Join): Promise<Opened | number> => {
    const grant = await options.rightsOf(identity);
    if (grant === null) return 403;
    const tracks = join.resumes ? await stays.resumed(identity) : createTracks();
    if (join.offer !== null && !mayOffer(join.offer, tracks)) {
      log.warn({ what: 'a join with an offer of what was not announced' }, 'a join was refused');
      if (tracks.seenWhole) listeners.violation(identity as MediaIdentity);
      return 400;
    }
    const token = await mintJoin(options, grant.room, identity);
    const upstream = await openUpstream(upstreamOf(livekitUrl, url, token, join.parameter));
    if (typeof upstream === 'number') return upstream;
    // LiveKit answers an upgrade when the stay has begun.
    if (!join.resumes) stays.begun(identity, tracks);
    return { upstream, tracks };
  };

  /** Opens LiveKit, waiting while it is away. */
  const reach = async (
    url: URL,
    identity: string,
    join: Join,
    signal: AbortSignal,
  ): Promise<Opened | number> => {
    while (await untilListening(livekitUrl, signal)) {
      // A resume that LiveKit took up after the join that replaces it would end that one.
      const upstream = await turns.run(identity, signal, () => open(url, identity, join));
      if (upstream === null) return 503;
      // What it refuses it would refuse again; everything else may pass.
      if (typeof upstream !== 'number' || (upstream >= 400 && upstream < 500)) return upstream;
      await pause(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
    }
    return 503;
  };

  const serve = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const answered = watchForEnd(socket);
    const url = addressOf(request);
    if (!budgets.signalUpgrades.take(options.callerOf(request))) return refuse(socket, 429);
    if (!(SIGNAL_PATHS as readonly string[]).includes(url.pathname)) return refuse(socket, 404);
    const { origin, authorization } = request.headers;
    if (origin !== undefined && !options.allowedOrigin(origin)) return refuse(socket, 403);
    const identity = await presented(options, url, authorization);
    if (identity === null) return refuse(socket, 401);
    if (!budgets.signalUpgradesOfOne.take(identity)) return refuse(socket, 429);
    if ((await options.rightsOf(identity)) === null) return refuse(socket, 403);
    const join = readJoin(url.searchParams);
    if (join === null) return refuse(socket, 400);
    const addresses = join.offer === null ? 0 : addressesOf(join.offer.sdp).length;
    if (addresses > 0 && !budgets.signalAddresses.take(identity, addresses)) return refuse(socket, 429);
    const attempt = attempts.begin(identity);
    if (attempt === null) return refuse(socket, 429);
    const { signal } = attempt;
    if (socket.destroyed) return attempt.end();
    socket.once('close', attempt.end);
    const opened = await reach(url, identity, join, AbortSignal.any([signal, AbortSignal.timeout(HOLD)]));
    if (typeof opened === 'number') {
      refuse(socket, opened);
      return attempt.end();
    }
    const { upstream, tracks } = opened;
    // The join has begun whether or not the client still waits for it.
    listeners.joined(identity as MediaIdentity);
    if (signal.aborted) {
      socket.destroy();
      return upstream.terminate();
    }
    attempt.passed();
    signal.addEventListener('abort', () => {
      socket.destroy();
      upstream.terminate();
    });
    answered();
    sockets.handleUpgrade(request, socket, head, (client) => {
      const who = { identity: identity as MediaIdentity, tracks };
      carry({ client, upstream }, who, { budgets, listeners, log });
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.startsWith('/sfu/') !== true) return;
    serve(request, socket, head).catch((error: unknown) => {
      log.warn({ reason: String(error) }, 'the signal gateway failed');
      if (socket.writable) refuse(socket, 503);
    });
  };
  server.on('upgrade', onUpgrade);

  return {
    drop(identity) {
      attempts.end(identity);
      stays.drop(identity);
    },
    close() {
      server.off('upgrade', onUpgrade);
      attempts.endAll();
      sockets.close();
    },
  };
}
