// What happens to files: a flipped bit, a zeroed page, a cut. Always the same for the same number.

import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const DAMAGES = ['a flipped bit', 'a zeroed page', 'a cut file'] as const;
export type Damage = (typeof DAMAGES)[number];

const PAGE = 4_096;

/** Numbers from 0 to below 1 that follow from a seed (mulberry32). */
const chance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Damages one file under a folder; answers which. */
export const damageOne = (dir: string, damage: Damage, seed: number): string => {
  const next = chance(seed);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0)
    .sort();
  const file = files[Math.floor(next() * files.length)];
  if (file === undefined) throw new Error('there is nothing to damage');
  const { size } = statSync(file);
  const at = Math.floor(next() * size);
  if (damage === 'a cut file') {
    truncateSync(file, at);
    return file;
  }
  const bytes = readFileSync(file);
  const from = at - (at % PAGE);
  if (damage === 'a zeroed page') bytes.fill(0, from, Math.min(from + PAGE, size));
  else bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  writeFileSync(file, bytes);
  return file;
};
