import { ensureBuilt } from './build.mjs';
import { openDemo } from './demo.mjs';
import { readDotEnv } from './dot-env.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode } from './node.mjs';
import { settings, startStack } from './stack.mjs';
import { untilAsked } from './until-asked.mjs';

/** Everything from a fresh copy of the project to a room that can be used on this machine. */
async function main() {
  let stack = null;
  const stopped = untilAsked(() => stack?.end());
  readDotEnv();
  await ensureInstalled();
  findNode();
  await ensureBuilt();
  console.log('Starting the media server and the server.');
  const at = settings();
  stack = await startStack(at);
  if (process.argv.includes('--demo')) console.log((await openDemo(at.publicUrl)).join('\n'));
  console.log(
    'Open it in Chrome, Edge or Chromium on this computer: Firefox lets no sound or picture through there.',
  );
  console.log('Other computers need HTTPS: see "Host it" in README.md.');
  console.log(`ready ${at.publicUrl}`);
  await stopped;
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
