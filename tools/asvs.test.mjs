import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './node.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const text = read('docs/asvs.md');
const spec = read('SPEC.md');
/** How many sections each chapter has that is taken section by section. */
const SECTIONS = {
  ...{ V1: 5, V2: 4, V3: 7, V4: 4, V5: 4, V6: 8, V7: 6, V8: 4, V9: 2 },
  ...{ V11: 7, V12: 3, V13: 4, V14: 3, V15: 4, V16: 5 },
};
const rows = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

it('docs/asvs.md has a row for every section of its chapters, in order [SU31]', () => {
  const names = rows.map(([section]) => section.split(' ')[0]);
  const whole = Object.entries(SECTIONS).flatMap(([chapter, count]) =>
    Array.from({ length: count }, (_, at) => `${chapter}.${at + 1}`),
  );
  expect(names.filter((name) => !/^V1[07]\./.test(name))).toEqual(whole);
  expect(names.filter((name) => name.startsWith('V17.'))).toHaveLength(12);
});

it('each of its rows has one of four states, and names rules and files that are there [SU31]', () => {
  for (const row of rows) {
    const [section, state, what, proof] = row;
    expect([section, row.length]).toEqual([section, 4]);
    expect([section, ['met', 'in part', 'not met', 'n/a'].includes(state)]).toEqual([section, true]);
    if (state === 'met') expect([section, /[A-Z]{2}\d/.test(proof)]).toEqual([section, true]);
    for (const [rule] of proof.matchAll(/\b[A-Z]{2}\d{1,2}\b/g)) expect(spec).toContain(`- **${rule}** `);
    for (const [, file] of `${what} ${proof}`.matchAll(/`([^`]*\/[^`]*)`/g))
      expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
  }
});
