import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startChild } from '../testing/child.ts';
import { temporary } from '../testing/temporary.ts';

const REQUEST = 'GET /api/about HTTP/1.1\r\nHost: localhost\r\n\r\n';
/** In one piece: more than one connection may wait for. */
const PIECE = 100;

it(
  'many requests in one piece are cut, and no error of ours is written about them [HT22]',
  { timeout: 60_000 },
  async () => {
    const child = await startChild(temporary());
    for (let n = 0; n < 20; n += 1)
      await new Promise<void>((resolve) => {
        const socket = connect(Number(new URL(child.url).port), '127.0.0.1');
        socket.on('error', () => undefined).once('close', () => resolve());
        socket.resume().write(REQUEST.repeat(PIECE));
      });
    expect((await fetch(`${child.url}/healthz`)).status).toBe(200);
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
    const lines = child.output().split('\n');
    expect(lines.filter((line) => line.includes('a request failed'))).toEqual([]);
  },
);
