import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { root } from './node.mjs';

/** What tests, benchmarks and pictures take from the file: an organiser's key there would change what they prove. */
export const machineSettings = ['CHROME_PATH', 'FIREFOX_PATH', 'TELE_BALINT_CACHE', 'LIVEKIT_DOWNLOAD_BASE'];

/**
 * Reads the settings file, if there is one; what the environment says wins.
 * @param {{ only?: string[], file?: string }} [options] `only`: the names to take, else all
 */
export function readDotEnv({ only, file = path.join(root, '.env') } = {}) {
  if (!existsSync(file)) return;
  if (util.parseEnv === undefined) throw new Error('To read .env a Node of 20.12 or newer is needed.');
  for (const [name, value] of Object.entries(util.parseEnv(readFileSync(file, 'utf8')))) {
    if (only === undefined || only.includes(name)) process.env[name] ??= value;
  }
}
