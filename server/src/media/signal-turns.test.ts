import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken } from 'livekit-server-sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Grant } from './media.ts';
import { attachSignalGateway } from './signal-gateway.ts';
import { createTurns } from './signal-turns.ts';

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

test('[GW17] a page that gave up and comes anew is taken up by LiveKit in this order', async () => {
  const livekit = await listening();
  const signals = new WebSocketServer({ noServer: true });
  /** What LiveKit was asked and has not answered. */
  const asked: { readonly what: string | null; answer(): void }[] = [];
  livekit.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const what = new URL(request.url ?? '', 'http://livekit').searchParams.get('sdk');
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
    joined: () => undefined,
    allowedOrigin: () => true,
    log: { warn: () => undefined } as never,
  });
  ends.push(() => gateway.close());
  const connect = async (identity: string, what: string): Promise<WebSocket> => {
    const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 });
    token.addGrant({ roomJoin: true, room: 'm.circle' });
    const socket = new WebSocket(`ws://${at}/sfu/rtc?access_token=${await token.toJwt()}&sdk=${what}`);
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

test('[GW17] what fails holds nobody up, and others do not wait', async () => {
  const turns = createTurns();
  let release: () => void = () => undefined;
  const first = turns.run(
    'alice',
    () => new Promise<void>((_, reject) => (release = () => reject(new Error('no')))),
  );
  const second = turns.run('alice', () => Promise.resolve('second'));
  expect(await turns.run('bert', () => Promise.resolve('bert'))).toBe('bert');
  release();
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe('second');
});
