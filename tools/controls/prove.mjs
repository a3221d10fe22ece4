// Runs tests in a copy of the project, and takes one control after the other out of it.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNode } from '../node.mjs';
import { run } from '../run.mjs';

/** Milliseconds for one test file on a very busy machine; some seconds are usual. */
const DEADLINE = 10 * 60_000;

/** What a test comes to that was not left out. */
const RAN = ['passed', 'failed'];

/** What picks a control's test, as the runner takes it. */
const picking = ({ named }) => named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What each test of a run came to, by its name; empty where nothing ran.
 * @param {string} folder of the copy
 * @param {readonly string[]} args test files, and what else the runner takes
 * @returns {Promise<{ name: string, status: string }[]>}
 */
async function results(folder, args) {
  const report = path.join(folder, 'report.json');
  rmSync(report, { force: true });
  const program = path.join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const project = ['run', '--project', 'unit*', '--reporter=json', `--outputFile.json=${report}`];
  await run(findNode(), [program, ...project, ...args], { cwd: folder, quiet: true, deadline: DEADLINE });
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ name: fullName, status })),
  );
}

/** Whether a control's test ran, and passed. */
const passes = (all, { named }) => {
  const own = all.filter(({ name, status }) => name.includes(named) && RAN.includes(status));
  return own.length > 0 && own.every(({ status }) => status === 'passed');
};

/**
 * Which controls have a test that does not pass while they are in place: such a test proves nothing. What fails beside all
 * others is asked once more alone, since on a busy machine some wait too long.
 * @param {string} folder of the copy
 * @param {readonly import('./all.mjs').Control[]} controls
 */
export async function unready(folder, controls) {
  const files = new Set(controls.map(({ test }) => test));
  const all = await results(folder, [...files, '-t', controls.map(picking).join('|')]);
  const failing = [];
  for (const control of controls.filter((one) => !passes(all, one)))
    if (!passes(await results(folder, [control.test, '-t', picking(control)]), control))
      failing.push(control);
  return failing;
}

/**
 * Takes one control out, runs its test, and puts it back.
 * @param {string} folder of the copy
 * @param {import('./all.mjs').Control} control
 * @returns {Promise<'red' | 'green' | 'did not run'>} what the test came to; `did not run` where the file cannot be loaded
 */
export async function takeOut(folder, { file, from, to, test, named }) {
  const full = path.join(folder, file);
  const whole = readFileSync(full, 'utf8');
  writeFileSync(
    full,
    whole.replace(from, () => to),
  );
  try {
    const all = await results(folder, [test, '-t', picking({ named })]);
    const own = all.filter(({ name }) => name.includes(named));
    if (own.some(({ status }) => status === 'failed')) return 'red';
    return own.some(({ status }) => status === 'passed') ? 'green' : 'did not run';
  } finally {
    writeFileSync(full, whole);
  }
}
