import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the built page says what it is made of, as `sha256sum` writes it; the server serves it at this address. */
export const MANIFEST = 'bundle-sha256.txt';

/**
 * The files of a built page, in a fixed order. Compressed copies aren't told: what they hold is.
 * @param {string} folder
 * @returns {string[]} with a slash between folders on every system
 */
export function bundleFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => name !== MANIFEST && !/\.(gz|br)$/.test(name))
    .sort();
}

/**
 * Writes the hash of each file of a built page beside them.
 * @param {string} folder
 */
export function writeManifest(folder) {
  const lines = bundleFiles(folder).map(
    (name) => `${sha256(readFileSync(path.join(folder, name)))}  ${name}\n`,
  );
  writeFileSync(path.join(folder, MANIFEST), lines.join(''));
}

/**
 * The names that a manifest holds; of a strange one whatever of it can be read.
 * @param {string} text
 */
export function namesIn(text) {
  return text.split('\n').flatMap((line) => /^[0-9a-f]{64} {2}(\S+)$/.exec(line)?.[1] ?? []);
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
