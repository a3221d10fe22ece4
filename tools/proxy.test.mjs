import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { downloadThroughProxy, proxyVariable } from './proxy.mjs';

const body = 'archive';
const sha256 = createHash('sha256').update(body).digest('hex');
const asked = [];
let server;
let here;
let file;

/** One server is both: the proxy that is asked to connect, and the place on this machine that needs none. */
beforeAll(async () => {
  server = createServer((_request, response) => response.end(body));
  server.on('connect', ({ url }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  here = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => server.close());

beforeEach(() => {
  for (const name of ['https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('HTTPS_PROXY', here);
  asked.length = 0;
  file = path.join(temporary(), 'a.tar.gz');
});
afterEach(() => vi.unstubAllEnvs());

describe('a download behind a proxy', () => {
  it('goes through it, and a failure names the variable [SU3]', async () => {
    await expect(downloadThroughProxy('https://releases.example.org/a', file, sha256)).rejects.toThrow(
      'it went through the proxy that HTTPS_PROXY names',
    );
    expect(asked).toEqual(['releases.example.org:443']);
  });

  it('goes straight to this machine itself [SU3]', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
    await downloadThroughProxy(`${here}/a`, file, sha256);
    expect(readFileSync(file, 'utf8')).toBe(body);
  });

  it('is known by any of the usual variables [SU3]', () => {
    expect(proxyVariable({ http_proxy: here })).toBe('http_proxy');
    expect(proxyVariable({ HTTPS_PROXY: '' })).toBeNull();
  });
});
