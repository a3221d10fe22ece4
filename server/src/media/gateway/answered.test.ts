// Whoever waits for LiveKit at the gateway: answered soon, let through with the rights of then, and no burden to anybody.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Grant } from '../port.ts';
import { attachSignalGateway, type SignalGateway } from './gateway.ts';
import { fullBudgets, quiet } from '../testing/signal.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
const PLACE = { room: 'm.circle', microphone: true, camera: true } as Grant;

/** Until a condition holds on a busy machine. */
const SOON = { timeout: 20_000 };

/** LiveKit: whether it is there, how it answers an upgrade, and what came. */
let away: boolean;
let status: number | null;
let looks: number;
let carried: Buffer[];
let livekit: Server;
let server: Server;
let gateway: SignalGateway;
let rights: Map<string, Grant>;

const listening = async (made: Server): Promise<Server> => {
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  return made;
};
const portOf = (one: Server): number => (one.address() as AddressInfo).port;

beforeEach(async () => {
  [away, status, looks, carried] = [true, null, 0, []];
  rights = new Map([['alice', PLACE]]);
  livekit = await listening(
    createServer((_, answer) => {
      looks += 1;
      answer.writeHead(away ? 503 : 200).end();
    }),
  );
  const signals = new WebSocketServer({ noServer: true });
  livekit.on('upgrade', (request, socket, head) => {
    if (status !== null) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    signals.handleUpgrade(request, socket, head, (upstream) => {
      upstream.on('message', (data) => carried.push(data as Buffer));
      upstream.send('first');
    });
    return undefined;
  });
  server = await listening(createServer());
  gateway = attachSignalGateway({
    ...KEYS,
    ...quiet,
    server,
    livekitUrl: `http://127.0.0.1:${portOf(livekit)}`,
    rightsOf: (identity) => Promise.resolve(rights.get(identity) ?? null),
    budgets: fullBudgets(),
    allowedOrigin: () => true,
  });
});
afterEach(async () => {
  gateway.close();
  for (const one of [server, livekit]) {
    one.closeAllConnections();
    one.close();
  }
});

const connect = async (identity: string): Promise<WebSocket> => {
  const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 });
  token.addGrant({ roomJoin: true, room: 'any' });
  const socket = new WebSocket(
    `ws://127.0.0.1:${portOf(server)}/sfu/session/rtc?access_token=${await token.toJwt()}`,
  );
  socket.on('error', () => undefined);
  return socket;
};
const opened = (socket: WebSocket): Promise<unknown> => once(socket, 'open');
const codeOf = async (socket: WebSocket): Promise<unknown> => (await once(socket, 'close'))[0];

test('[RC22] an upgrade is answered though LiveKit is away, and what is said meanwhile goes nowhere', async () => {
  const socket = await connect('alice');
  await opened(socket);
  socket.send(Buffer.from([26, 0]));
  const first = once(socket, 'message');
  await vi.waitUntil(() => looks > 10, SOON);
  away = false;
  expect(String((await first)[0])).toBe('first');
  socket.send(Buffer.from([26, 0]));
  await vi.waitUntil(() => carried.length > 0, SOON);
  expect(carried).toHaveLength(1);
  socket.terminate();
});

test('[RC22] what LiveKit refuses after that is said as the connection closes', async () => {
  const socket = await connect('alice');
  await opened(socket);
  const refused = codeOf(socket);
  [away, status] = [false, 422];
  expect(await refused).toBe(4422);
});

test('[RC22, GW6] of several that wait only the newest goes on; whoever lost the place is out', async () => {
  const older = await connect('alice');
  await opened(older);
  const gone = codeOf(older);
  const newer = await connect('alice');
  expect(await gone).toBe(4503);
  await opened(newer);
  const out = codeOf(newer);
  gateway.drop('alice');
  expect(await out).toBe(4503);
});

test('[RC22, GW25] whoever talks while they wait is cut off when their bounds are reached', async () => {
  const socket = await connect('alice');
  await opened(socket);
  const cut = codeOf(socket);
  for (let n = 0; n < 5_000; n += 1) socket.send(Buffer.from([26, 0]));
  expect(await cut).toBe(1008);
});

test('[RC22] whoever goes while they wait is not let in', async () => {
  const socket = await connect('alice');
  await opened(socket);
  const joined = vi.fn();
  livekit.on('upgrade', joined);
  socket.close();
  await once(socket, 'close');
  const before = looks;
  away = false;
  const other = await connect('alice');
  await opened(other);
  await vi.waitUntil(() => looks > before && joined.mock.calls.length > 0, SOON);
  expect(joined).toHaveBeenCalledTimes(1);
  other.terminate();
});

test('[RC22] however many wait, LiveKit is looked for as often as for one', async () => {
  const people = Array.from({ length: 40 }, (_, n) => `person-${n}`);
  for (const who of people) rights.set(who, PLACE);
  const sockets = await Promise.all(people.map(connect));
  await Promise.all(sockets.map(opened));
  const [before, since] = [looks, performance.now()];
  await vi.waitUntil(() => looks >= before + 10, SOON);
  // One every 50 ms; each of forty for itself would be eight hundred in a second.
  expect(performance.now() - since).toBeGreaterThan(300);
  for (const socket of sockets) socket.terminate();
});
