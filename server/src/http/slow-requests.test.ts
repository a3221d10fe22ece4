import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening, type Listening } from '../testing/listening.ts';

describe('a request that does not come to its end', { timeout: 60_000 }, () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  const HALF_OF_THE_HEADERS = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ';
  const HALF_OF_THE_BODY = [
    'POST /api/sessions/half-a-request/look HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    'Content-Length: 100',
    '',
    '{"secret":',
  ].join('\r\n');

  /** Seconds after which the server has ended the connection. */
  const endOf = async (text: string): Promise<number> => {
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    const begun = performance.now();
    socket.write(text);
    await once(socket, 'close', { signal: AbortSignal.timeout(30_000) });
    return (performance.now() - begun) / 1_000;
  };

  it.concurrent.each([
    ['the headers', HALF_OF_THE_HEADERS, 5],
    ['the body', HALF_OF_THE_BODY, 10],
  ] as const)('is cut after its time: half of %s [HT22]', async (_name, text, seconds) => {
    const took = await endOf(text);
    expect(took).toBeGreaterThan(seconds - 1);
    // What a busy machine may add.
    expect(took).toBeLessThan(seconds + 12);
  });
});
