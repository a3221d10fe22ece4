import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createReady, isDown } from './reach.ts';
import { createLiveKit } from './livekit.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

/** A media server that knows one way to answer. */
const answering = async (answer: Parameters<typeof createServer>[1]): Promise<string> => {
  const server = createServer(answer);
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const keys = { key: 'key', secret: 'a secret of thirty-two characters' };
const failed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('a media server that is not there', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('[HS26] has forgotten every stay: %s', async (code) => {
    const url = await answering(() => undefined);
    expect(await isDown(failed(code), url)).toBe(true);
  });

  it('[HS26] nor does one that takes no connection any more, whatever the question died of', async () => {
    const silent = new DOMException('', 'TimeoutError');
    const [there, gone] = [await answering(() => undefined), 'http://127.0.0.1:9'];
    for (const error of [silent, failed('ECONNRESET'), failed('UND_ERR_SOCKET')]) {
      expect(await isDown(error, gone)).toBe(true);
      expect(await isDown(error, there)).toBe(false);
    }
    expect(await isDown(new Error('something else'), gone)).toBe(false);
  });

  it('[HS26] but one that has taken the connection while we were too busy to notice is there', async () => {
    const there = await answering(() => undefined);
    const down = isDown(failed('ECONNRESET'), there);
    // Long enough for any patience to be over; the connection has been taken meanwhile.
    for (const until = performance.now() + 1_500; performance.now() < until;);
    expect(await down).toBe(false);
  });

  it('[HS26] a name without an address, asked for in earnest', async () => {
    expect(await createLiveKit({ url: 'http://nobody.invalid:7880', ...keys }).knows('a.circle', 'b')).toBe(
      false,
    );
  });
});

describe('ready', () => {
  it('[HT14] asks with our secret: one that the media server refuses is not ready', async () => {
    const refusing = await answering((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 401, { 'content-type': 'application/json' });
      response.end('{"code":"unauthenticated","msg":"no"}');
    });
    expect(await createLiveKit({ url: refusing, ...keys }).ready()).toBe(false);
    const taking = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    });
    expect(await createLiveKit({ url: taking, ...keys }).ready()).toBe(true);
  });

  it('[HT14] asks with it every few seconds only, however often we are asked', async () => {
    let [questions, at] = [0, 0];
    const asks = async () => void (questions += 1);
    const ready = createReady(
      async () => true,
      asks,
      () => at,
    );
    for (; at <= 10_000; at += 10) expect(await ready()).toBe(true);
    expect(questions).toBeLessThanOrEqual(4);
  });

  it('[HT14] asks anew once it has been away', async () => {
    let [there, right] = [true, true];
    const asks = () => (right ? Promise.resolve() : Promise.reject(new Error('no')));
    const ready = createReady(async () => there, asks);
    expect(await ready()).toBe(true);
    there = false;
    expect(await ready()).toBe(false);
    [there, right] = [true, false];
    expect(await ready()).toBe(false);
  });
});
