import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';
import { runWithStack } from './with-stack.mjs';

const folder = path.join(root, 'e2e', 'bench');
const [name, ...args] = process.argv.slice(2);

try {
  await runWithStack(path.join(folder, `${name}.ts`), args);
} catch (error) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  console.error(
    `${error.message}\nUse: npm run bench -- NAME (${names.map((file) => file.slice(0, -3)).join(', ')})`,
  );
  process.exitCode = 1;
}
