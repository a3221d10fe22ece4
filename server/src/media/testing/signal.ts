// A gateway between clients of a test and a LiveKit that says what the test lets it say.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, beforeEach } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Grant } from '../media.ts';
import { attachSignalGateway, type SignalGateway } from '../signal-gateway.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
const PLACE = { room: 'm.circle', microphone: true, camera: true } as Grant;

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
  readonly carried: readonly Buffer[];
};

/** Makes a gateway before each test and ends it after it. */
export const gatewayed = () => {
  let livekit: Server;
  let upstreams: WebSocketServer;
  let server: Server;
  let gateway: SignalGateway;
  let stirred: string[];

  beforeEach(async () => {
    stirred = [];
    livekit = await listening();
    upstreams = new WebSocketServer({ server: livekit });
    server = await listening();
    gateway = attachSignalGateway({
      ...KEYS,
      server,
      livekitUrl: `http://127.0.0.1:${portOf(livekit)}`,
      rightsOf: () => Promise.resolve(PLACE),
      joined: () => undefined,
      stirred: (identity) => void stirred.push(identity),
      allowedOrigin: () => true,
      log: { info: () => undefined, warn: () => undefined },
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
    get stirred(): readonly string[] {
      return stirred;
    },
    /** Comes through the gateway as somebody. */
    async through(identity: string): Promise<Way> {
      const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 });
      token.addGrant({ roomJoin: true, room: 'any' });
      const url = `ws://127.0.0.1:${portOf(server)}/sfu/rtc?access_token=${await token.toJwt()}`;
      const client = new WebSocket(url);
      const [[end]] = (await Promise.all([once(upstreams, 'connection'), once(client, 'open')])) as [
        [WebSocket],
        unknown,
      ];
      const carried: Buffer[] = [];
      end.on('message', (data) => carried.push(data as Buffer));
      return { client, livekit: end, carried };
    },
  };
};
