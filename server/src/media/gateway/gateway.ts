// The only way of a browser to LiveKit's signalling. A saved token is worth nothing here: it tells who somebody is,
// and what they may do is asked at that moment and given by the enforcer after they have joined.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { SIGNAL } from '@tele-balint/shared/addresses';
import type { SignalBudgets } from '../../budgets.ts';
import { mintJoin } from '../livekit/tokens.ts';
import type { Log, MediaIdentity, Published } from '../port.ts';
import { type Admission, addressOf, askedOf, presented, SIGNAL_PATHS, upstreamOf } from './admission.ts';
import { addressesOf } from './addresses.ts';
import { createAttempts } from './attempts.ts';
import { createEntrance, refuseUpgrade as refuse, watchForEnd } from './entrance.ts';
import { mayOffer } from './guard.ts';
import { type Join, readJoin } from './join.ts';
import { carry, type Listeners } from './line.ts';
import { createStays } from './stays.ts';
import { createTracks, type Tracks } from './tracks.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { createWaiting, openUpstream } from './upstream.ts';

/** Milliseconds for which somebody waits while LiveKit is away. */
const HOLD = 30_000;
/** Milliseconds after which an upgrade is answered although LiveKit's answer is still to come. */
const ANSWERED_AFTER = 250;
/** Bytes of one frame from a client. */
const FRAME = 512 * 1024;
/** Milliseconds between attempts where LiveKit listens and yet takes no connection. */
const TRY_AGAIN = 100;

/** LiveKit's end of a connection, and what its stay has announced. */
type Opened = { readonly upstream: WebSocket; readonly tracks: Tracks };

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
    /** Whether tracks must be announced as sealed. */
    readonly sealing?: boolean;
    readonly log: Log;
  },
): SignalGateway {
  const { server, livekitUrl, listeners, budgets, log, sealing = false } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME, perMessageDeflate: false });
  const attempts = createAttempts();
  const turns = createKeyedQueue();
  const untilListening = createWaiting(livekitUrl);
  const stays = createStays(async (identity) => {
    const grant = await options.rightsOf(identity);
    return grant === null ? [] : options.publishedBy(grant.room, identity);
  }, sealing);

  /** Opens LiveKit with the rights of now. */
  const open = async (url: URL, identity: string, join: Join): Promise<Opened | number> => {
    const grant = await options.rightsOf(identity);
    if (grant === null) return 403;
    const tracks = join.resumes ? await stays.resumed(identity) : createTracks(null, sealing);
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
    while (await untilListening(signal)) {
      // A resume that LiveKit took up after the join that replaces it would end that one.
      const upstream = await turns.run(identity, signal, () => open(url, identity, join));
      if (upstream === null) return 503;
      // What it refuses it would refuse again; everything else may pass.
      if (typeof upstream !== 'number' || (upstream >= 400 && upstream < 500)) return upstream;
      await pause(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
    }
    return 503;
  };

  const failed = (error: unknown): number => {
    log.warn({ reason: String(error) }, 'the signal gateway failed');
    return 503;
  };

  const serve = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const answered = watchForEnd(socket);
    const url = addressOf(request);
    if (!budgets.signalUpgrades.take(options.callerOf(request))) return refuse(socket, 429);
    if (!(SIGNAL_PATHS as readonly string[]).includes(askedOf(url))) return refuse(socket, 404);
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
    const affordable = (bytes: number): boolean =>
      budgets.signalFrames.take(identity) && budgets.signalBytes.take(identity, bytes);
    const entrance = createEntrance(sockets, { request, socket, head }, answered, affordable);
    const patience = setTimeout(entrance.hold, ANSWERED_AFTER);
    const until = AbortSignal.any([signal, AbortSignal.timeout(HOLD)]);
    const opened = await reach(url, identity, join, until)
      .catch(failed)
      .finally(() => clearTimeout(patience));
    if (typeof opened === 'number') {
      entrance.refuse(opened);
      return attempt.end();
    }
    const { upstream, tracks } = opened;
    // The join has begun whether or not the client still waits for it.
    listeners.joined(identity as MediaIdentity);
    signal.addEventListener('abort', () => {
      socket.destroy();
      upstream.terminate();
    });
    const client = signal.aborted ? null : entrance.enter();
    if (client === null) {
      socket.destroy();
      return upstream.terminate();
    }
    attempt.passed();
    carry({ client, upstream }, { identity: identity as MediaIdentity, tracks }, { budgets, listeners, log });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.startsWith(`${SIGNAL}/`) !== true) return;
    serve(request, socket, head).catch((error: unknown) => {
      if (socket.writable) refuse(socket, failed(error));
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
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
