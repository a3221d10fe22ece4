import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { ensureLivekit } from './livekit.mjs';
import { cachedLivekit } from './livekit-get.mjs';
import { release } from './livekit-release.mjs';

let cache;

/** A program that says it is LiveKit of a version. */
function pretender(file, version) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho livekit-server version ${version}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Puts a folder before everything on the PATH. */
const before = (folder) => vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env.PATH}`);

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  cache = temporary();
  vi.stubEnv('TELE_BALINT_CACHE', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the media server', () => {
  it('on the PATH comes first [SU2]', async () => {
    const installed = pretender(path.join(temporary(), 'livekit-server'), '1.13.9');
    pretender(cachedLivekit(cache), '1.13.5');
    before(path.dirname(installed));
    expect(await ensureLivekit()).toBe(installed);
  });

  it('on the PATH is passed over when it is too old for our pages [SU2]', async () => {
    before(path.dirname(pretender(path.join(temporary(), 'livekit-server'), '1.9.1')));
    const kept = pretender(cachedLivekit(cache), '1.13.5');
    expect(await ensureLivekit()).toBe(kept);
  });

  it('in the cache comes before any download [SU2]', async () => {
    const kept = pretender(cachedLivekit(cache), '1.13.5');
    expect(await ensureLivekit()).toBe(kept);
    expect(console.log).not.toHaveBeenCalled();
  });

  it('is asked of the person when no way leads to it [SU2]', async () => {
    vi.stubEnv('PATH', temporary());
    vi.stubEnv('LIVEKIT_DOWNLOAD_BASE', 'http://127.0.0.1:9');
    const missing = await ensureLivekit().catch(({ message }) => message);
    expect(missing).toMatch(/LiveKit is missing: install livekit-server .* or install Go/);
    if (release() !== null) expect(missing).toMatch(release().path);
    if (release() !== null) expect(missing).toMatch(cachedLivekit(cache));
  });
});
