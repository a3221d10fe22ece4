import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';

/** Reads the settings file, if there is one; what the environment says wins. */
export function readDotEnv() {
  const file = path.join(root, '.env');
  if (!existsSync(file)) return;
  if (process.loadEnvFile === undefined) throw new Error('To read .env a Node of 20.12 or newer is needed.');
  process.loadEnvFile(file);
}
