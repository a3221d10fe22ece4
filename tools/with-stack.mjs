import { existsSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { machineSettings, readDotEnv } from './dot-env.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureLivekit } from './livekit.mjs';
import { findNode } from './node.mjs';
import { run } from './run.mjs';

/**
 * Runs one of our TypeScript programs that needs the built page, a media server and a browser.
 * @param {string} file
 * @param {string[]} args
 */
export async function runWithStack(file, args) {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  readDotEnv({ only: machineSettings });
  await ensureInstalled();
  const node = findNode();
  await ensureBuilt();
  const env = { LIVEKIT_SERVER_BIN: await ensureLivekit(), CHROME_PATH: await ensureBrowser() };
  process.exitCode = await run(node, [file, ...args], { env });
}
