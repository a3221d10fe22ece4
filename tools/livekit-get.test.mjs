import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { download } from './download.mjs';
import { cachedLivekit, downloadLivekit } from './livekit-get.mjs';
import { release } from './livekit-release.mjs';

const archive = makeArchive();
const sha256 = createHash('sha256').update(archive).digest('hex');
let server;
let base;

/** An archive as LiveKit publishes it, with a program that only knows its version. */
function makeArchive() {
  const folder = temporary();
  writeFileSync(path.join(folder, 'livekit-server'), '#!/bin/sh\necho livekit-server version 1.13.5\n');
  chmodSync(path.join(folder, 'livekit-server'), 0o755);
  spawnSync('tar', ['-czf', path.join(folder, 'made.tar.gz'), '-C', folder, 'livekit-server']);
  return readFileSync(path.join(folder, 'made.tar.gz'));
}

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved/a.tar.gz') response.writeHead(302, { location: '/v1/a.tar.gz' }).end();
    else if (request.url === '/plain/a.tar.gz')
      response.writeHead(302, { location: 'http://192.0.2.1/a' }).end();
    else if (request.url === '/v1/a.tar.gz') response.writeHead(200).end(archive);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}/`;
});
afterAll(() => server.close());

/** Downloads and returns what the cache holds afterwards. */
async function attempt(cache, given) {
  const error = await downloadLivekit(cache, { base, archive: given }).then(
    () => null,
    (refused) => refused.message,
  );
  return { error, kept: readdirSync(path.dirname(cachedLivekit(cache))) };
}

describe('the media server from the official release', () => {
  it('is unpacked into the cache when its checksum is right [SU2, SU3]', async () => {
    const cache = temporary();
    expect(await downloadLivekit(cache, { base, archive: { path: 'v1/a.tar.gz', sha256 } })).toBe(
      cachedLivekit(cache),
    );
    expect(existsSync(cachedLivekit(cache))).toBe(true);
    expect(readdirSync(path.dirname(cachedLivekit(cache)))).toHaveLength(1);
  });

  it('follows a redirect [SU3]', async () => {
    const { error } = await attempt(temporary(), { path: 'moved/a.tar.gz', sha256 });
    expect(error).toBeNull();
  });

  it('does not follow one to an address without encryption [SU3]', async () => {
    const { error, kept } = await attempt(temporary(), { path: 'plain/a.tar.gz', sha256 });
    expect(error).toMatch('http://192.0.2.1 is not an encrypted address');
    expect(kept).toEqual([]);
  });

  it('is refused and not kept when its checksum is wrong [SU3]', async () => {
    const { error, kept } = await attempt(temporary(), { path: 'v1/a.tar.gz', sha256: 'f'.repeat(64) });
    expect(error).toMatch(/SHA-256 is .* not used/);
    expect(kept).toEqual([]);
  });

  it('says what the other side answered when it is not there [SU2]', async () => {
    const { error } = await attempt(temporary(), { path: 'v2/a.tar.gz', sha256 });
    expect(error).toMatch('answered 404');
  });

  it('is told as not written when the disk refuses it [SU2]', async () => {
    const file = path.join(temporary(), 'nowhere', 'a.tar.gz');
    await expect(download(`${base}v1/a.tar.gz`, file, sha256)).rejects.toThrow(
      `${file} could not be written (ENOENT)`,
    );
  });

  it('exists for Linux and Windows, not for macOS [SU2]', () => {
    expect(release('linux', 'x64').path).toBe('v1.13.5/livekit_1.13.5_linux_amd64.tar.gz');
    expect(release('win32', 'x64').path).toMatch(/\.zip$/);
    expect(release('darwin', 'arm64')).toBeNull();
  });
});
