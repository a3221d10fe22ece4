import path from 'node:path';
import { root } from './node.mjs';
import { runWithStack } from './with-stack.mjs';

try {
  await runWithStack(path.join(root, 'e2e', 'leaks', 'leaks.ts'), process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
