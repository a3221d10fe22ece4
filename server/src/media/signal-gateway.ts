// The only way of a browser to LiveKit's signalling. A saved token is worth nothing here: it tells who somebody is,
// and what they may do is asked at that moment and given by the enforcer after they have joined.

import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { mintJoin } from './livekit-tokens.ts';
import type { Log, MediaIdentity } from './media.ts';
import { type Admission, addressOf, presented, SIGNAL_PATHS, upstreamOf } from './signal-admission.ts';
import { createAttempts } from './signal-attempts.ts';
import { mayJoinWith } from './signal-join.ts';
import { pipe } from './signal-pipe.ts';
import { createTurns } from './signal-turns.ts';
import { openUpstream, untilListening } from './signal-upstream.ts';

/** Milliseconds that an upgrade is held while LiveKit is away. */
const HOLD = 30_000;
/** Bytes of one frame from a client. */
const FRAME = 512 * 1024;
/** Milliseconds between attempts where LiveKit listens and yet takes no connection. */
const TRY_AGAIN = 100;

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
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
 * @param options.joined called as soon as LiveKit has answered a join
 * @param options.stirred called after every request to publish and every offer that was carried
 */
export function attachSignalGateway(
  options: Admission & {
    readonly server: Server;
    readonly joined: (identity: MediaIdentity) => void;
    readonly stirred: (identity: MediaIdentity) => void;
    readonly allowedOrigin: (origin: string | undefined) => boolean;
    readonly log: Log;
  },
): SignalGateway {
  const { server, livekitUrl, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME, perMessageDeflate: false });
  const attempts = createAttempts();
  const turns = createTurns();

  /** Opens LiveKit with the rights of now. */
  const open = async (url: URL, identity: string): Promise<WebSocket | number> => {
    const grant = await options.rightsOf(identity);
    if (grant === null) return 403;
    return openUpstream(upstreamOf(livekitUrl, url, await mintJoin(options, grant.room, identity)));
  };

  /** Opens LiveKit, waiting while it is away. */
  const reach = async (url: URL, identity: string, signal: AbortSignal): Promise<WebSocket | number> => {
    while (await untilListening(livekitUrl, signal)) {
      // A resume that LiveKit took up after the join that replaces it would end that one.
      const upstream = await turns.run(identity, signal, () => open(url, identity));
      if (upstream === null) return 503;
      // What it refuses it would refuse again; everything else may pass.
      if (typeof upstream !== 'number' || (upstream >= 400 && upstream < 500)) return upstream;
      await pause(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
    }
    return 503;
  };

  const serve = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = addressOf(request);
    if (!(SIGNAL_PATHS as readonly string[]).includes(url.pathname)) return refuse(socket, 404);
    const { origin, authorization } = request.headers;
    if (origin !== undefined && !options.allowedOrigin(origin)) return refuse(socket, 403);
    const identity = await presented(options, url, authorization);
    if (identity === null) return refuse(socket, 401);
    if ((await options.rightsOf(identity)) === null) return refuse(socket, 403);
    if (!mayJoinWith(url.searchParams.get('join_request'))) return refuse(socket, 400);
    const attempt = attempts.begin(identity);
    if (attempt === null) return refuse(socket, 429);
    const { signal } = attempt;
    socket.once('close', attempt.end);
    const upstream = await reach(url, identity, AbortSignal.any([signal, AbortSignal.timeout(HOLD)]));
    if (typeof upstream === 'number') {
      refuse(socket, upstream);
      return attempt.end();
    }
    // The join has begun whether or not the client still waits for it.
    options.joined(identity as MediaIdentity);
    if (signal.aborted) {
      socket.destroy();
      return upstream.terminate();
    }
    attempt.passed();
    signal.addEventListener('abort', () => {
      socket.destroy();
      upstream.terminate();
    });
    sockets.handleUpgrade(request, socket, head, (client) => {
      pipe(client, upstream, {
        first: () => options.joined(identity as MediaIdentity),
        stirred: () => options.stirred(identity as MediaIdentity),
        dropped: () => log.warn({ path: url.pathname }, 'dropped a frame that no client of ours sends'),
      });
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.startsWith('/sfu/') !== true) return;
    socket.on('error', () => socket.destroy());
    serve(request, socket, head).catch((error: unknown) => {
      log.warn({ reason: String(error) }, 'the signal gateway failed');
      if (socket.writable) refuse(socket, 503);
    });
  };
  server.on('upgrade', onUpgrade);

  return {
    drop: attempts.end,
    close() {
      server.off('upgrade', onUpgrade);
      attempts.endAll();
      sockets.close();
    },
  };
}
