import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node.mjs';

/** What whoever hosts would have to think up otherwise. */
const wanted = ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'ORGANISER_KEY'];

/**
 * Puts random secrets into the text of an `.env`, where there are none; what is set stays.
 * @param {string} text
 * @param {() => string} [random]
 * @returns {{ text: string, made: string[] }}
 */
export function withSecrets(text, random = () => randomBytes(32).toString('base64url')) {
  const made = wanted.filter((name) => !new RegExp(`^${name}=.`, 'm').test(text));
  const lines = text.split('\n').filter((line) => !made.some((name) => line === `${name}=`));
  while (lines.at(-1) === '') lines.pop();
  return { text: [...lines, ...made.map((name) => `${name}=${random()}`), ''].join('\n'), made };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, '.env');
  const { text, made } = withSecrets(existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (made.length > 0) writeFileSync(file, text, { mode: 0o600 });
  // It may have been there, for all to read.
  if (existsSync(file)) chmodSync(file, 0o600);
  console.log(
    made.length > 0 ? `Made in .env: ${made.join(', ')}.` : 'Nothing to make: all are set in .env.',
  );
}
