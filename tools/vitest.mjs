import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findNode, root } from './node.mjs';
import { run } from './run.mjs';
import { countReport } from './tally.mjs';

/** Milliseconds: the browser proofs take half an hour where two processors have nothing else to do, and twice that on a slow machine. */
const LONGEST = 70 * 60_000;

/**
 * Runs one project of the tests.
 * @param {'unit' | 'live' | 'e2e'} project
 * @param {string[]} filters as the test runner takes them
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(project, filters, env = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tele-balint-tests-'));
  const report = path.join(folder, 'report.json');
  const args = [
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    // With the files of that kind that need a worker to themselves.
    ...['--project', `${project}*`],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    '--passWithNoTests',
    ...filters,
  ];
  try {
    const code = await run(findNode(), args, { env, deadline: LONGEST });
    return countReport(report, code, { picked: filters.some((one) => one.startsWith('-t')) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
