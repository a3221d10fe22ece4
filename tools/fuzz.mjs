import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { runVitest } from './vitest.mjs';

/** Of the gateway's, ten times what `npm test` does; the other parts have numbers of their own. */
const runs = process.env.FUZZ_RUNS ?? '100000';

await ensureInstalled();
const folder = mkdtempSync(path.join(os.tmpdir(), 'tele-balint-fuzz-'));
const file = path.join(folder, 'tally');
const { passed, failed } = await runVitest('unit', ['fuzz.test.ts'], { FUZZ_RUNS: runs, FUZZ_TALLY: file });
const rows = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row))
  : [];
rmSync(folder, { recursive: true, force: true });

const sum = (of) => rows.reduce((all, row) => all + row[of], 0);
console.log();
for (const { what, tries, exits, accepted } of rows) console.log(`${what}: ${tries}, ${exits}, ${accepted}`);
console.log(`${passed} passed, ${failed} failed`);
console.log(`${sum('tries')} tries, ${sum('exits')} exits, ${sum('accepted')} accepted`);
process.exitCode = failed === 0 && passed > 0 && sum('exits') + sum('accepted') === 0 ? 0 : 1;
