import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Grant } from '../port.ts';
import { mintJoin } from '../livekit/tokens.ts';
import { signalValidate } from './validate.ts';

const KEYS = { key: 'key', secret: 'a secret that is long enough to sign with' };
let livekit: Server;
let server: FastifyInstance;
let asked: number;

beforeEach(async () => {
  asked = 0;
  livekit = createServer((request, answer) => {
    if (request.url !== '/' || request.headers.authorization !== undefined) asked += 1;
    answer.end('OK');
  }).listen(0, '127.0.0.1');
  await once(livekit, 'listening');
  server = Fastify();
  await server.register(signalValidate, {
    ...KEYS,
    livekitUrl: `http://127.0.0.1:${(livekit.address() as AddressInfo).port}`,
    rightsOf: (identity: string) =>
      Promise.resolve(identity === 'alice' ? ({ room: 'm.circle' } as Grant) : null),
  });
});
afterEach(async () => {
  livekit.close();
  await server.close();
});

test('[GW1] why a connection failed: answered by us, and no presented token goes any further', async () => {
  const status = async (query: string): Promise<number> =>
    (await server.inject(`/sfu/session/rtc/v1/validate${query}`)).statusCode;
  const alice = await mintJoin(KEYS, 'm.circle', 'alice');
  expect(await status(`?access_token=${alice}`)).toBe(200);
  expect(await status(`?access_token=${await mintJoin(KEYS, 'm.circle', 'bert')}`)).toBe(403);
  expect(await status('?access_token=x')).toBe(401);
  expect(await status('')).toBe(401);
  expect(asked).toBe(0);
  livekit.closeAllConnections();
  livekit.close();
  await once(livekit, 'close');
  expect(await status(`?access_token=${alice}`)).toBe(503);
});
