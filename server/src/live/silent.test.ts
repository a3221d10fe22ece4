import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening, type Listening } from '../testing/listening.ts';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** Seconds in which a caller must have said who they are, and what a busy machine may add: without our bounds it is 20. */
const SECONDS = 5;
const BUSY = 10;

describe('a connection that is opened and says nothing', { timeout: 60_000 }, () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  const upgradeOf = (path: string, origin = at.url): string =>
    [
      `GET ${path} HTTP/1.1`,
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      `Origin: ${origin}`,
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ].join('\r\n');
  const SOCKETS = '/socket.io/?EIO=4&transport=websocket';

  /** A text frame as a client sends it, masked with zeros. */
  const frameOf = (text: string): Buffer => {
    const body = Buffer.from(text);
    const head = [0x81, 0x80 | 126, body.length >> 8, body.length & 255, 0, 0, 0, 0];
    return Buffer.concat([Buffer.from(head), body]);
  };

  /** It never closes its own half, answers no goodbye and reads on; seconds until the server has ended it. */
  const endOf = async (say: (socket: Socket) => void): Promise<number> => {
    const socket = connect({ port: Number(new URL(at.url).port), host: '127.0.0.1', allowHalfOpen: true });
    const { server } = at.app.server;
    socket.on('error', () => undefined);
    socket.resume();
    const [theirs] = (await once(server, 'connection')) as [Socket];
    const begun = performance.now();
    say(socket);
    theirs.on('error', () => undefined);
    await until('the end of the connection', () => theirs.destroyed, 45_000);
    socket.destroy();
    return (performance.now() - begun) / 1_000;
  };

  const cases: readonly (readonly [string, () => (socket: Socket) => void])[] = [
    ['not even a request', () => () => undefined],
    ['half an upgrade', () => (socket) => socket.write(upgradeOf(SOCKETS).slice(0, 80))],
    ['an upgrade, and then nothing', () => (socket) => socket.write(upgradeOf(SOCKETS))],
    ['an upgrade somewhere else', () => (socket) => socket.write(upgradeOf('/elsewhere'))],
    ['an upgrade of a foreign page', () => (socket) => socket.write(upgradeOf(SOCKETS, 'http://foreign'))],
    [
      'an upgrade and a wrong token',
      () => (socket) => {
        const auth = { session: freshId(), token: freshId(), page: freshId(), sit: false };
        socket.write(upgradeOf(SOCKETS));
        socket.once('data', () =>
          socket.write(frameOf(`40${JSON.stringify({ ...auth, version: PROTOCOL_VERSION })}`)),
        );
      },
    ],
  ];
  // One after the other: each waits for its own connection.
  it.each(cases)('%s: is ended after five seconds at most [HT22]', async (_name, say) => {
    expect(await endOf(say())).toBeLessThan(SECONDS + BUSY);
  });
});
