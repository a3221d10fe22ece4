import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken, TokenVerifier, TrackSource } from 'livekit-server-sdk';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Grant } from './media.ts';
import { attachSignalGateway, type SignalGateway } from './signal-gateway.ts';
import { fullBudgets, quiet } from './testing/signal.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
const ORIGIN = 'https://ours.example';
const place = { room: 'm.circle', microphone: true, camera: true } as Grant;

const tokenOf = (identity: string, options: { secret?: string; ttl?: number } = {}): Promise<string> => {
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

describe('the signal gateway', () => {
  let livekit: Server;
  let upstreams: WebSocketServer;
  let server: Server;
  let gateway: SignalGateway;
  let rights: Map<string, Grant>;
  let joined: string[];
  /** Addresses that LiveKit was asked for. */
  let asked: URL[];

  const takesSignals = (http: Server): void => {
    upstreams = new WebSocketServer({ server: http });
    upstreams.on('connection', (socket, request) => {
      asked.push(new URL(request.url ?? '', 'http://livekit'));
      socket.send(Buffer.from([1, 2, 3]));
      socket.on('message', (data) => socket.send(data as Buffer));
    });
  };
  const connect = (
    path: string,
    options: { origin?: string; headers?: Record<string, string> } = {},
  ): WebSocket => new WebSocket(`ws://127.0.0.1:${portOf(server)}${path}`, options);
  /** `open`, or the status of the refusal. */
  const outcome = (socket: WebSocket): Promise<number | 'open'> =>
    new Promise((resolve, reject) => {
      socket.once('open', () => resolve('open'));
      socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
      socket.once('error', reject);
    });
  const frame = async (socket: WebSocket): Promise<Buffer> =>
    ((await once(socket, 'message')) as [Buffer])[0];

  beforeEach(async () => {
    [asked, joined, rights] = [[], [], new Map([['alice', place]])];
    livekit = await listening();
    takesSignals(livekit);
    server = await listening();
    gateway = attachSignalGateway({
      ...KEYS,
      server,
      livekitUrl: `http://127.0.0.1:${portOf(livekit)}`,
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

  test('[GW1] a token is proof of identity only: LiveKit gets a fresh one for the room of now, without rights', async () => {
    const token = await tokenOf('alice');
    const socket = connect(`/sfu/rtc?access_token=${token}&publish=clone&protocol=16&foreign=1`, {
      origin: ORIGIN,
    });
    expect([...(await Promise.all([frame(socket), outcome(socket)]))[0]]).toEqual([1, 2, 3]);
    const query = asked[0]!.searchParams;
    expect([...query.keys()].sort()).toEqual(['access_token', 'protocol']);
    const claims = await new TokenVerifier(KEYS.key, KEYS.secret).verify(query.get('access_token')!);
    expect(claims.sub).toBe('alice');
    expect(claims.video).toEqual({
      roomJoin: true,
      room: 'm.circle',
      canSubscribe: true,
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(joined).toContain('alice');
    socket.terminate();
  });

  test('[GW2] both ways of a client to sign in are served, frames go both ways', async () => {
    const socket = connect('/sfu/rtc/v1?join_request=EgA=', {
      headers: { authorization: `Bearer ${await tokenOf('alice')}` },
    });
    await Promise.all([frame(socket), outcome(socket)]);
    expect(asked[0]!.pathname).toBe('/rtc/v1');
    expect(asked[0]!.searchParams.get('join_request')).toMatch(/^[\w-]+=*$/);
    socket.send(Buffer.from([3 * 8 + 2, 0]));
    expect([...(await frame(socket))]).toEqual([26, 0]);
    socket.terminate();
  });

  test('[GW3, GW16] no token, a foreign or an expired one: 401; without a place: 403; an unreadable join: 400', async () => {
    const expired = await tokenOf('alice', { ttl: -60 });
    const foreign = await tokenOf('alice', { secret: 'another secret, as long as the other' });
    for (const token of ['', 'x', expired, foreign]) {
      expect(await outcome(connect(`/sfu/rtc?access_token=${token}`))).toBe(401);
    }
    expect(await outcome(connect(`/sfu/rtc?access_token=${await tokenOf('mallory')}`))).toBe(403);
    expect(await outcome(connect(`/sfu/rtc/v1?access_token=${await tokenOf('alice')}&join_request=x`))).toBe(
      400,
    );
    expect(asked).toEqual([]);
  });

  test('[GW4] a page of another origin is refused', async () => {
    const token = await tokenOf('alice');
    const origin = 'https://evil.example';
    expect(await outcome(connect(`/sfu/rtc?access_token=${token}`, { origin }))).toBe(403);
  });

  test('[GW5] nothing else of LiveKit can be reached, and upgrades of others are left alone', async () => {
    const token = await tokenOf('alice');
    for (const wrong of ['whip/v1', 'twirp', 'agent', 'rtc/../agent', 'rtc/v2', '']) {
      const path = `/sfu/${wrong}`;
      expect(await outcome(connect(`${path}?access_token=${token}`)), path).toBe(404);
    }
    server.on('upgrade', (request, socket) => {
      if (request.url?.startsWith('/socket.io/')) socket.end('HTTP/1.1 418 Somebody Else\r\n\r\n');
    });
    expect(await outcome(connect('/socket.io/'))).toBe(418);
  });

  test('[GW6] while LiveKit is away an upgrade is held and then goes on with the rights of that moment', async () => {
    const port = portOf(livekit);
    await closed(livekit);
    const token = await tokenOf('alice');
    const first = outcome(connect(`/sfu/rtc?access_token=${token}`));
    rights.set('bert', place);
    const second = outcome(connect(`/sfu/rtc?access_token=${await tokenOf('bert')}`));
    const held = new Promise((resolve) => setTimeout(resolve, 300, 'held'));
    expect(await Promise.race([first, second, held])).toBe('held');
    rights.delete('bert');
    livekit = await listening(port);
    takesSignals(livekit);
    expect(await first).toBe('open');
    expect(await second).toBe(403);
  });

  test('[GW15] what LiveKit refuses is refused; what fails is tried again after a pause', async () => {
    const port = portOf(livekit);
    await closed(livekit);
    const tried: number[] = [];
    let status = '500 Internal Server Error';
    livekit = await listening(port);
    livekit.on('upgrade', (_, socket) => {
      tried.push(performance.now());
      socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
    });
    const first = outcome(connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`));
    await vi.waitUntil(() => tried.length >= 4, { timeout: 10_000 });
    expect(tried[3]! - tried[0]!).toBeGreaterThan(250);
    status = '422 Unprocessable Entity';
    expect(await first).toBe(422);
    const { length } = tried;
    expect(await outcome(connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`))).toBe(422);
    expect(tried).toHaveLength(length + 1);
  });

  test('[GW7] who has lost the place loses the connection', async () => {
    const socket = connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`);
    await outcome(socket);
    const gone = once(socket, 'close');
    gateway.drop('alice');
    await gone;
  });

  test('[GW8] one end closes, the other closes', async () => {
    const socket = connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(socket), outcome(socket)]);
    const [upstream] = upstreams.clients;
    const gone = once(upstream!, 'close');
    socket.close();
    await gone;
    const other = connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(other), outcome(other)]);
    const told = once(other, 'close');
    for (const one of upstreams.clients) one.close(1000);
    expect((await told)[0]).toBe(1000);
  });

  test('[GW11] text, which LiveKit would read as JSON, is not carried', async () => {
    const socket = connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(socket), outcome(socket)]);
    socket.send('{"addTrack":{}}');
    socket.send(Buffer.from([26, 0]));
    expect([...(await frame(socket))]).toEqual([26, 0]);
    socket.terminate();
  });

  test('[GW12] one identity may not hold the gateway with many upgrades', async () => {
    const token = await tokenOf('alice');
    const sockets: WebSocket[] = [];
    while (sockets.length < 6) {
      const socket = connect(`/sfu/rtc?access_token=${token}`);
      sockets.push(socket);
      expect(await outcome(socket)).toBe('open');
    }
    expect(await outcome(connect(`/sfu/rtc?access_token=${token}`))).toBe(429);
    for (const socket of sockets) socket.terminate();
  });

  test('[GW14] of several attempts of one page that wait for LiveKit only the newest goes on', async () => {
    const port = portOf(livekit);
    await closed(livekit);
    const token = await tokenOf('alice');
    const older = outcome(connect(`/sfu/rtc?access_token=${token}`));
    const newer = outcome(connect(`/sfu/rtc?access_token=${token}&reconnect=1`));
    expect(await Promise.race([older, newer])).toBe(503);
    livekit = await listening(port);
    takesSignals(livekit);
    expect((await Promise.all([older, newer])).sort()).toEqual([503, 'open']);
  });
});
