// A gateway with rights that a test gives, before a LiveKit that says every frame back and may go and come.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken, TrackSource } from 'livekit-server-sdk';
import { afterEach, beforeEach } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { freePort } from '../../testing/free-port.ts';
import type { Grant } from '../port.ts';
import { attachSignalGateway, type SignalGateway } from '../gateway/gateway.ts';
import { fullBudgets, quiet } from './signal.ts';

export const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
/** The pages that the gateway answers. */
export const ORIGIN = 'https://ours.example';
export const PLACE = { room: 'm.circle', microphone: true, camera: true } as Grant;

/** A token as LiveKit hands them to clients: with more rights than we give. */
export const tokenOf = (
  identity: string,
  options: { secret?: string; ttl?: number } = {},
): Promise<string> => {
  const token = new AccessToken(KEYS.key, options.secret ?? KEYS.secret, {
    identity,
    ttl: options.ttl ?? 60,
  });
  token.addGrant({
    roomJoin: true,
    room: 'other.room',
    canPublish: true,
    canPublishSources: [TrackSource.MICROPHONE],
  });
  return token.toJwt();
};

/** `open`, or the status of the refusal. */
export const outcome = (socket: WebSocket): Promise<number | 'open'> =>
  new Promise((resolve, reject) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
    socket.once('error', reject);
  });

/** The next frame that comes. */
export const frame = async (socket: WebSocket): Promise<Buffer> =>
  ((await once(socket, 'message')) as [Buffer])[0];

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = async (port = 0): Promise<Server> => {
  const server = createServer((_, answer) => answer.end('OK')).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};

/** Makes both before each test and ends them after it; alice has a place. */
export const gatewayWithRights = () => {
  let livekit: Server;
  let upstreams: WebSocketServer;
  let server: Server;
  let gateway: SignalGateway;
  let rights: Map<string, Grant>;
  let joined: string[];
  let asked: URL[];
  let port: number;

  const takesSignals = (http: Server): void => {
    upstreams = new WebSocketServer({ server: http });
    upstreams.on('connection', (socket, request) => {
      asked.push(new URL(request.url ?? '', 'http://livekit'));
      socket.send(Buffer.from([1, 2, 3]));
      socket.on('message', (data) => socket.send(data as Buffer));
    });
  };

  beforeEach(async () => {
    [asked, joined, rights] = [[], [], new Map([['alice', PLACE]])];
    // Nobody else may get it while LiveKit is away.
    port = await freePort();
    livekit = await listening(port);
    takesSignals(livekit);
    server = await listening();
    gateway = attachSignalGateway({
      ...KEYS,
      server,
      livekitUrl: `http://127.0.0.1:${port}`,
      rightsOf: (identity) => Promise.resolve(rights.get(identity) ?? null),
      ...quiet,
      budgets: fullBudgets(),
      listeners: { ...quiet.listeners, joined: (identity) => void joined.push(identity) },
      allowedOrigin: (origin) => origin === ORIGIN,
    });
  });
  afterEach(async () => {
    gateway.close();
    for (const socket of upstreams.clients) socket.terminate();
    await closed(server);
    if (livekit.listening) await closed(livekit);
  });

  return {
    /** Who may come in; a test gives and takes. */
    get rights(): Map<string, Grant> {
      return rights;
    },
    /** Who has joined, in order. */
    get joined(): readonly string[] {
      return joined;
    },
    /** Addresses that LiveKit was asked for. */
    get asked(): readonly URL[] {
      return asked;
    },
    /** LiveKit's ends of the connections that are there. */
    get upstreams(): ReadonlySet<WebSocket> {
      return upstreams.clients;
    },
    /** What the gateway hangs on. */
    get server(): Server {
      return server;
    },
    drop: (identity: string): void => gateway.drop(identity),
    connect: (path: string, options: { origin?: string; headers?: Record<string, string> } = {}): WebSocket =>
      new WebSocket(`ws://127.0.0.1:${portOf(server)}${path}`, options),
    livekitGoes: (): Promise<void> => closed(livekit),
    livekitComes: async (): Promise<void> => {
      livekit = await listening(port);
      takesSignals(livekit);
    },
    /** LiveKit comes back, and refuses everybody. */
    livekitRefuses: async (status: () => string): Promise<void> => {
      livekit = await listening(port);
      livekit.on('upgrade', (_, socket) => socket.end(`HTTP/1.1 ${status()}\r\nContent-Length: 0\r\n\r\n`));
    },
  };
};
