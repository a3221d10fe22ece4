// How much a fuzz has tried: `npm run fuzz` adds up what its files have written.

import { appendFileSync } from 'node:fs';
import { env } from 'node:process';

/** How many tries one part of a fuzz makes; `npm run fuzz` asks for more of each. */
export const triesOf = (few: number, many: number): number => (isLong() ? many : few);

/** Whether this is the long form, on a machine that does nothing else. */
export const isLong = (): boolean => env['FUZZ_TALLY'] !== undefined;

/** Writes what was tried, how often a program ended of it, and how much of it was taken that should not have been. */
export const tally = (what: string, tries: number, exits = 0, accepted = 0): void => {
  const file = env['FUZZ_TALLY'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, tries, exits, accepted })}\n`);
};
