import { gzipSync } from 'node:zlib';
import { JoinRequest, SessionDescription, WrappedJoinRequest } from '@livekit/protocol';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { asks, offersText, sdpOf } from '../testing/requests.ts';
import { gatewayed } from '../testing/signal.ts';

vi.setConfig({ testTimeout: 30_000 });
const gateway = gatewayed();

/** Addresses, each another one than those before. */
const address = (n: number): string => `candidate:${n} 1 udp 1 10.0.${n >> 8}.${n & 255} 9 typ host`;
const sdpWith = (count: number, from = 0): string =>
  sdpOf('audio recvonly 0', 'video recvonly 1') +
  Array.from({ length: count }, (_, n) => `a=${address(from + n)}\r\n`).join('');
const trickles = (n: number): Uint8Array =>
  asks({ case: 'trickle', value: { candidateInit: JSON.stringify({ candidate: address(n) }) } as never });

test('[GW54] an identity names so many addresses, and a new connection does not fill that up again', async () => {
  const alice = await gateway.through('alice');
  expect(await alice.send(offersText(sdpWith(5_000)))).toBe('ended');
  const bert = await gateway.through('bert');
  expect(await bert.send(offersText(sdpWith(400)))).toHaveLength(1);
  const again = await gateway.through('bert', { reconnect: '1' });
  expect(await again.send(offersText(sdpWith(400, 400)))).toBe('ended');
  const carol = await gateway.through('carol');
  expect(await carol.send(...Array.from({ length: 700 }, (_, n) => trickles(n)))).toBe('ended');
  expect(gateway.told).not.toContain('violation carol');
});

test('[GW54] what is named again costs nothing: a page repeats its addresses in every offer', async () => {
  const alice = await gateway.through('alice');
  const offers = Array.from({ length: 100 }, () => offersText(sdpWith(40)));
  expect(await alice.send(...offers)).toHaveLength(100);
});

test('[GW54] addresses in a join count too', async () => {
  const publisherOffer = new SessionDescription({ type: 'offer', sdp: sdpWith(1_000) });
  const joinRequest = gzipSync(new JoinRequest({ publisherOffer }).toBinary(), { level: 9 });
  const wrapped = new WrappedJoinRequest({ compression: 1, joinRequest }).toBinary();
  const url = await gateway.url('alice', { join_request: Buffer.from(wrapped).toString('base64url') });
  const status = await new Promise((resolve) => {
    const client = new WebSocket(url);
    client.on('error', () => undefined);
    client.once('open', () => resolve(101));
    client.once('unexpected-response', (_, { statusCode }) => resolve(statusCode));
  });
  expect(status).toBe(429);
});
