import path from 'node:path';
import { viteProgram } from './build.mjs';
import { readDotEnv } from './dot-env.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode, root } from './node.mjs';
import { ensureFree } from './ports.mjs';
import { settings, startStack } from './stack.mjs';
import { supervise } from './supervise.mjs';
import { untilAsked } from './until-asked.mjs';
import { answers, waitFor } from './wait.mjs';

/** The room for those who work on it: the page and the server follow every saved file. */
async function main() {
  readDotEnv();
  await ensureInstalled();
  const port = Number(process.env.DEV_PORT ?? 5173);
  const url = `http://localhost:${port}`;
  const at = { ...settings(), publicUrl: url };
  let ends = [];
  const stopped = untilAsked(() => Promise.all(ends.map((end) => end())));
  await ensureFree([{ port, host: 'localhost', setting: 'DEV_PORT' }]);
  const stack = await startStack(at, { watch: true });
  ends = [stack.end];
  const args = [viteProgram(), '--port', String(port), '--strictPort'];
  // The bundler passes what isn't the page on to the server, which it finds by its port.
  const env = { ...process.env, PORT: String(at.port) };
  const page = supervise({ name: 'Page', command: findNode(), args, env, cwd: path.join(root, 'client') });
  ends.push(page.end);
  await waitFor('The page did not come up', () => answers(url));
  console.log(`ready ${url}`);
  await stopped;
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
