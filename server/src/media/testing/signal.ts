// A gateway between clients of a test and a LiveKit that says what the test lets it say.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignalRequest } from '@livekit/protocol';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, beforeEach, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createBudgets, type SignalBudgets } from '../../budgets.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import type { Grant, Published } from '../port.ts';
import { attachSignalGateway, type SignalGateway } from '../gateway/gateway.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
const PLACE = { room: 'm.circle', microphone: true, camera: true } as Grant;

const nothing = (): void => undefined;
/** A gateway around which nobody says or hears anything. */
export const quiet = {
  listeners: { joined: nothing, stirred: nothing, violation: nothing },
  callerOf: () => '',
  publishedBy: () => Promise.resolve([]),
  log: { info: nothing, warn: nothing },
};

/** Full budgets, as the program has them when nobody sets any. Their clock stands still, so that nothing fills again. */
export const fullBudgets = (): SignalBudgets =>
  createBudgets(manualClock(), { allowance: 1, failuresPerMinute: 30, requestsPerMinute: 4_800 });

/** Where a server of a test listens. */
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listening = async (): Promise<Server> => {
  const server = createServer((_, answer) => answer.end('OK')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

/** A client on its way through the gateway, and LiveKit's end of the same connection. */
export type Way = {
  readonly client: WebSocket;
  readonly livekit: WebSocket;
  /** What has come to LiveKit so far. */
  readonly carried: readonly SignalRequest['message'][];
  /** Sends frames, and one more that always passes; resolves with what came to LiveKit of them, or that it was ended. */
  send(...frames: readonly Uint8Array[]): Promise<readonly SignalRequest['message'][] | 'ended'>;
  /** Lets LiveKit say something, until the client has heard it. */
  hear(...frames: readonly Uint8Array[]): Promise<void>;
};

/** Milliseconds of a sign of life that ends a series of frames; no other one is used here. */
const MARK = 77n;

/**
 * Makes a gateway before each test and ends it after it.
 * @param sealing whether tracks must be announced as sealed
 */
export const gatewayed = (sealing = false) => {
  let livekit: Server;
  let upstreams: WebSocketServer;
  let server: Server;
  let gateway: SignalGateway;
  let told: string[];
  let log: object[];
  let known: Published[];
  let gate: Promise<void>;
  let asked: number;

  beforeEach(async () => {
    [told, log, known, gate, asked] = [[], [], [], Promise.resolve(), 0];
    livekit = await listening();
    upstreams = new WebSocketServer({ server: livekit });
    server = await listening();
    gateway = attachSignalGateway({
      ...KEYS,
      ...{ server, sealing },
      livekitUrl: `http://127.0.0.1:${portOf(livekit)}`,
      rightsOf: async () => {
        asked += 1;
        await gate;
        return PLACE;
      },
      callerOf: (request) => String(request.headers['x-from'] ?? ''),
      listeners: {
        joined: () => undefined,
        stirred: (identity) => void told.push(`stirred ${identity}`),
        violation: (identity) => void told.push(`violation ${identity}`),
      },
      publishedBy: () => Promise.resolve(known),
      budgets: fullBudgets(),
      allowedOrigin: () => true,
      log: { info: () => undefined, warn: (fields) => void log.push(fields) },
    });
  });
  afterEach(async () => {
    gateway.close();
    for (const socket of upstreams.clients) socket.terminate();
    for (const one of [server, livekit]) {
      one.closeAllConnections();
      one.close();
      await once(one, 'close');
    }
  });

  return {
    /** Who was told of what, in order. */
    get told(): readonly string[] {
      return told;
    },
    get log(): readonly object[] {
      return log;
    },
    /** How often somebody's rights were asked for. */
    get asked(): number {
      return asked;
    },
    /** How many connections the gateway's server has. */
    connections: (): Promise<number> =>
      new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    /** How many connections LiveKit has. */
    get reached(): number {
      return upstreams.clients.size;
    },
    /** Until it is called, nobody's rights are known. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    /** What LiveKit says that somebody has published. */
    set known(tracks: Published[]) {
      known = tracks;
    },
    url: async (identity: string, parameters: Record<string, string> = {}): Promise<string> => {
      const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 });
      token.addGrant({ roomJoin: true, room: 'any' });
      const query = new URLSearchParams({ ...parameters, access_token: await token.toJwt() });
      return `ws://127.0.0.1:${portOf(server)}/sfu/session/rtc?${query.toString()}`;
    },
    /** Comes through the gateway as somebody. */
    async through(identity: string, parameters: Record<string, string> = {}): Promise<Way> {
      const client = new WebSocket(await this.url(identity, parameters));
      const [[livekitEnd]] = (await Promise.all([once(upstreams, 'connection'), once(client, 'open')])) as [
        [WebSocket],
        unknown,
      ];
      const carried: SignalRequest['message'][] = [];
      livekitEnd.on('message', (data) => carried.push(SignalRequest.fromBinary(data as Buffer).message));
      let ended = false;
      client.once('close', () => (ended = true));
      return {
        client,
        livekit: livekitEnd,
        carried,
        async send(...frames) {
          const from = carried.length;
          for (const frame of [
            ...frames,
            new SignalRequest({ message: { case: 'ping', value: MARK } }).toBinary(),
          ])
            client.send(frame);
          await vi.waitUntil(() => ended || (carried.length > from && carried.at(-1)?.value === MARK), {
            timeout: 10_000,
          });
          return ended ? 'ended' : carried.slice(from, -1);
        },
        async hear(...frames) {
          for (const frame of frames) {
            const heard = once(client, 'message');
            livekitEnd.send(frame);
            await heard;
          }
        },
      };
    },
  };
};
