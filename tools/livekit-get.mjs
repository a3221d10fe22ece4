import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { download } from './download.mjs';
import { officialBase, release, version } from './livekit-release.mjs';
import { downloadThroughProxy, proxyVariable } from './proxy.mjs';
import { onPath, output, run, ticking } from './run.mjs';

const exe = process.platform === 'win32' ? '.exe' : '';

/** Where a cache folder keeps the media server of the pinned version. */
export function cachedLivekit(cache) {
  return path.join(cache, 'livekit', `v${version}`, `livekit-server${exe}`);
}

/**
 * Fetches the official release into the cache.
 * @param {string} cache
 * @param {{ base?: string, archive?: { path: string, sha256: string } | null }} [given] replaced in tests
 * @returns {Promise<string | null>} the binary, or null where there is no archive for this machine
 */
export async function downloadLivekit(cache, given = {}) {
  const base = given.base ?? process.env.LIVEKIT_DOWNLOAD_BASE ?? officialBase;
  const archive = given.archive === undefined ? release() : given.archive;
  if (archive === null) return null;
  return await prepared(cache, async (folder) => {
    const file = path.join(folder, path.basename(archive.path));
    const fetchInto = proxyVariable() === null ? download : downloadThroughProxy;
    await fetchInto(`${base.replace(/\/$/, '')}/${archive.path}`, file, archive.sha256);
    const code = await run(tar(), ['-xf', file, '-C', folder], { quiet: true });
    if (code !== 0) throw new Error('its archive could not be unpacked (is the program tar installed?)');
    return path.join(folder, `livekit-server${exe}`);
  });
}

/**
 * Builds the media server from its source with Go, into the cache.
 * @param {string} cache
 * @returns {Promise<string | null>} the binary, or null where Go is missing or the build fails
 */
export async function buildLivekit(cache) {
  const go = onPath(['go']);
  if (go === null) return null;
  console.log('Building LiveKit with Go: the first time this takes 2 to 3 minutes.');
  return await prepared(cache, async (folder) => {
    const source = `github.com/livekit/livekit-server/cmd/server@v${version}`;
    const env = { GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '' };
    const code = await ticking(() => run(go, ['install', source], { env, cwd: folder }));
    if (code !== 0) throw new Error('go install failed');
    return path.join(folder, `server${exe}`);
  });
}

/** The system's own tar: on Windows another one may come first on the PATH that knows no zip. */
function tar() {
  if (process.platform !== 'win32') return 'tar';
  return path.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tar.exe');
}

/** Makes a binary in a folder of its own and moves it to its place only when it runs. */
async function prepared(cache, make) {
  const place = cachedLivekit(cache);
  mkdirSync(path.dirname(place), { recursive: true });
  forgetOld(path.dirname(place));
  const folder = mkdtempSync(path.join(path.dirname(place), 'new-'));
  try {
    const made = await make(folder);
    if (output(made, ['--version']) === null) {
      throw new Error(`${path.basename(made)} doesn't run here (found: ${readdirSync(folder).join(', ')})`);
    }
    renameSync(made, place);
    return place;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Deletes what an interrupted start left behind; another start may be at work beside us, so only after an hour. */
function forgetOld(parent) {
  for (const name of readdirSync(parent).filter((one) => one.startsWith('new-'))) {
    const folder = path.join(parent, name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
}
