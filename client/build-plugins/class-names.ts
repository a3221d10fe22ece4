import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../src');
const files = globSync('**/*.module.css', { cwd: root }).sort();
/** As in a number of this base, but a name never begins with a digit. */
const BASE = 26;

const letters = (n: number): string =>
  (n < BASE ? '' : letters(Math.floor(n / BASE) - 1)) + String.fromCharCode(97 + (n % BASE));

/**
 * Names the classes of the built page: a letter or two for the file and a number for its class, the same at every
 * build. Hashes would be half as many bytes again, and nothing packs them.
 */
export const className = (name: string, file: string, css: string): string => {
  const nth = files.indexOf(path.relative(root, file).replaceAll(path.sep, '/'));
  const order = [...new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, found]) => found))];
  return `${letters(nth)}${order.indexOf(name)}`;
};
