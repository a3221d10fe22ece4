import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureFirefox } from './firefox.mjs';
import { ensureBuilt } from './build.mjs';
import { machineSettings, readDotEnv } from './dot-env.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureLivekit } from './livekit.mjs';
import { findNode, root } from './node.mjs';
import { run } from './run.mjs';
import { Tally } from './tally.mjs';
import { runVitest } from './vitest.mjs';

const quick = process.argv.includes('--check');
const filters = process.argv.slice(2).filter((one) => one !== '--check');
const tally = new Tally();

/** The compiler's own notes: what has not changed since, nor stands on what has, is not looked at again. */
const notesOf = (name) => path.join(root, '.cache', 'types', `${name}.tsbuildinfo`);

/** The checks that read the code without running it: name, program file, arguments. */
const types = ['shared', 'server', 'client', 'e2e'].map((name) => [
  `types of ${name}`,
  'typescript-7/bin/tsc',
  ['-p', name, '--incremental', '--tsBuildInfoFile', notesOf(name)],
]);
/** Files whose words are the same as when they were last found in form are not looked at again. */
const formatNotes = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/format'];
const format = [
  'format',
  'prettier/bin/prettier.cjs',
  ['--check', ...formatNotes, '--log-level', 'warn', '.'],
];
const typed = ['-c', 'tools/lint/typed.json', '--type-aware', '--deny-warnings'];
const style = [
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['lint by types', 'oxlint/bin/oxlint', [...typed, 'shared', 'server', 'client', 'e2e']],
  ['dead code', 'knip/bin/knip.js', ['--no-progress']],
];

/** One after the other; what each prints is shown when it has ended. */
async function read(checks) {
  for (const [name, file, args] of checks) {
    const program = path.join(root, 'node_modules', file);
    await check(name, () => run(findNode(), [program, ...args], { atEnd: true }));
  }
}

/** Runs one check; whatever goes wrong in it is said, counted and not the end of the others. */
async function check(name, does) {
  console.log(`\n=== ${name}`);
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;
  try {
    const found = await does();
    const none = found.passed + found.failed === 0 && filters.length === 0;
    if (none) throw new Error('No test ran.');
    if (typeof found === 'object') tally.add(name, found, seconds());
    else tally.check(name, found === 0, seconds());
    return true;
  } catch (error) {
    console.error(error.message);
    tally.check(name, false, seconds());
    return false;
  }
}

/** Set-up that isn't a check by itself: it counts only if it fails. */
async function prepare(name, does) {
  try {
    return await does();
  } catch (error) {
    console.error(error.message);
    tally.check(name, false, 0);
    return null;
  }
}

/** Everything in order. */
async function main() {
  const node = await prepare('packages', async () => {
    readDotEnv({ only: machineSettings });
    await ensureInstalled();
    return findNode();
  });
  if (node === null) return;
  const unit = () => check('unit', () => runVitest('unit', filters));
  const all = async () => {
    await read([...types, format]);
    await check('rules and tests', () => run(findNode(), [path.join(root, 'tools', 'spec-check.mjs')]));
    await unit();
  };
  // Style takes one processor for longer than all else that reads: the tests do not wait for it.
  await (filters.length === 0 ? Promise.all([all(), read(style)]) : unit());
  if (quick) return;
  await check('build', async () => {
    await ensureBuilt();
    return 0;
  });
  const livekit = await prepare('media server', ensureLivekit);
  const browser = await prepare('browser', ensureBrowser);
  const firefox = await prepare('second browser', ensureFirefox);
  if (livekit === null || browser === null || firefox === null) return;
  const env = { LIVEKIT_SERVER_BIN: livekit, CHROME_PATH: browser, FIREFOX_PATH: firefox };
  await check('live', () => runVitest('live', filters, env));
  await check('e2e', () => runVitest('e2e', filters, env));
}

await main();
console.log(`\n${tally.summary}`);
process.exitCode = tally.good ? 0 : 1;
