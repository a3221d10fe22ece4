import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Grant } from '../port.ts';
import { attachSignalGateway } from './gateway.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { fullBudgets, quiet } from '../testing/signal.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const listening = async () => {
  const server = createServer((_, answer) => answer.end('OK')).listen(0, '127.0.0.1');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return { server, at: `127.0.0.1:${(server.address() as AddressInfo).port}` };
};

test('[GW6] a page that gave up and comes anew is taken up by LiveKit in this order', async () => {
  const livekit = await listening();
  const signals = new WebSocketServer({ noServer: true });
  /** What LiveKit was asked and has not answered. */
  const asked: { readonly what: string | null; answer(): void }[] = [];
  livekit.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const what = new URL(request.url ?? '', 'http://livekit').searchParams.get('device_model');
    asked.push({
      what,
      answer: () => signals.handleUpgrade(request, socket, head, (one) => one.send('hello')),
    });
  });
  const { server, at } = await listening();
  const gateway = attachSignalGateway({
    ...KEYS,
    server,
    livekitUrl: `http://${livekit.at}`,
    rightsOf: () => Promise.resolve({ room: 'm.circle', microphone: true, camera: true } as Grant),
    ...quiet,
    budgets: fullBudgets(),
    allowedOrigin: () => true,
  });
  ends.push(() => gateway.close());
  const connect = async (identity: string, what: string): Promise<WebSocket> => {
    const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 });
    token.addGrant({ roomJoin: true, room: 'm.circle' });
    const socket = new WebSocket(
      `ws://${at}/sfu/session/rtc?access_token=${await token.toJwt()}&device_model=${what}`,
    );
    socket.on('error', () => undefined);
    ends.push(() => socket.terminate());
    return socket;
  };
  const reached = () => asked.map(({ what }) => what);

  const resume = await connect('alice', 'resume');
  await vi.waitUntil(() => reached().includes('resume'));
  resume.terminate();
  await connect('alice', 'join');
  // Who came later has got through: so would she have, had she not waited.
  await connect('bert', 'other');
  await vi.waitUntil(() => reached().includes('other'));
  expect(reached()).toEqual(['resume', 'other']);
  asked[0]!.answer();
  await vi.waitUntil(() => reached().includes('join'));
});

const { signal } = new AbortController();
/** Work under way, until it is told how to end. */
const held = () => {
  let end: (how: Promise<void>) => void = () => undefined;
  const work = () => new Promise<void>((resolve) => (end = resolve));
  return { work, end: (how: Promise<void>) => end(how) };
};

test('[GW6] what fails holds nobody up, and others do not wait', async () => {
  const [turns, one] = [createKeyedQueue(), held()];
  const first = turns.run('alice', signal, one.work);
  const second = turns.run('alice', signal, () => Promise.resolve('second'));
  expect(await turns.run('bert', signal, () => Promise.resolve('bert'))).toBe('bert');
  one.end(Promise.reject(new Error('no')));
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe('second');
});

test('[GW6] whose turn has not come leaves at once, and never comes; the next one still waits', async () => {
  const [turns, one, given] = [createKeyedQueue(), held(), new AbortController()];
  const ran: string[] = [];
  const first = turns.run('alice', signal, one.work).then(() => ran.push('first'));
  const second = turns.run('alice', given.signal, async () => ran.push('second'));
  const third = turns.run('alice', signal, async () => ran.push('third'));
  given.abort();
  expect(await second).toBe(null);
  expect(ran).toEqual([]);
  one.end(Promise.resolve());
  await Promise.all([first, third]);
  expect(ran).toEqual(['first', 'third']);
});

test('[GW6] what was begun before it was given up is not left behind', async () => {
  const [turns, one, given] = [createKeyedQueue(), held(), new AbortController()];
  const first = turns.run('alice', given.signal, () => one.work().then(() => 'an open connection'));
  await Promise.resolve();
  given.abort();
  one.end(Promise.resolve());
  expect(await first).toBe('an open connection');
});
