import os from 'node:os';
import path from 'node:path';

/**
 * Where this person's machine keeps what can be fetched again.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.TELE_BALINT_CACHE) return path.resolve(env.TELE_BALINT_CACHE);
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local'), 'tele-balint');
  }
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'tele-balint');
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'tele-balint');
}
