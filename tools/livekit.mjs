import { existsSync } from 'node:fs';
import { cacheFolder } from './cache.mjs';
import { buildLivekit, cachedLivekit, downloadLivekit } from './livekit-get.mjs';
import { officialBase, release, version } from './livekit-release.mjs';
import { onPath, output } from './run.mjs';

/**
 * Finds the media server's binary, or fetches or builds it: PATH, cache, official release, Go.
 * @returns {Promise<string>} its path
 */
export async function ensureLivekit() {
  const installed = onPath(['livekit-server']);
  if (installed !== null && fits(installed)) return installed;
  const cache = cacheFolder();
  const cached = cachedLivekit(cache);
  if (existsSync(cached) && output(cached, ['--version']) !== null) return cached;
  console.log(`Getting the media server LiveKit ${version} (once; it is kept in ${cache}).`);
  const made =
    (await attempt('download', () => downloadLivekit(cache))) ??
    (await attempt('build', () => buildLivekit(cache)));
  if (made !== null) return made;
  throw new Error(
    'The media server LiveKit is missing: install livekit-server so that it is on the PATH ' +
      '(https://github.com/livekit/livekit/releases, or "brew install livekit" on macOS), ' +
      `or install Go from https://go.dev/dl${byHand(cached)}; then try again.`,
  );
}

/** What to fetch where a browser gets through and we don't. */
function byHand(place) {
  const archive = release();
  if (archive === null) return '';
  return `, or fetch ${officialBase}/${archive.path} yourself, unpack it and put its livekit-server at ${place}`;
}

/** Whether an installed server speaks to the client we use: older ones time out on joining. */
function fits(file) {
  const said = output(file, ['--version']);
  const found = /(\d+)\.(\d+)\.\d+/.exec(said ?? '');
  if (found !== null && (Number(found[1]) > 1 || Number(found[2]) >= 13)) return true;
  console.log(`The livekit-server on the PATH is too old (${said ?? 'it does not run'}); using another.`);
  return false;
}

/** Tries one way; a failure is said and the next way follows. */
async function attempt(way, make) {
  try {
    return await make();
  } catch (error) {
    console.log(`The ${way} of LiveKit did not work: ${error.cause?.code ?? error.message}.`);
    return null;
  }
}
