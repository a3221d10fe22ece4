import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { findNode, root } from './node.mjs';
import { run } from './run.mjs';

/** Milliseconds: some thousand changes, each with the tests that reach it. */
const DEADLINE = 6 * 60 * 60_000;

// Changes the pure code in every small way that the program knows, and looks whether a test says so. Further words go to
// it: `npm run mutate -- --mutate server/src/media/enforcer/reconcile.ts`.
await ensureInstalled();
const program = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
process.exitCode = await run(findNode(), [program, 'run', ...process.argv.slice(2)], { deadline: DEADLINE });
