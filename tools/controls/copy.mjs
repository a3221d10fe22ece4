// A copy of the project in which something may be broken.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../node.mjs';

/** Neither copied nor looked into: made by others, or big. */
const LEFT_OUT = ['node_modules', 'dist', '.git', '.cache', 'data'];
/** Our own packages: in the copy they must be those of the copy. */
const OWN = '@tele-balint';

const isFolderOf = (name) => (full) => path.basename(full) === name;

/** Links every package of a folder but our own. */
const linkPackages = (from, to) => {
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (name !== OWN && !name.startsWith('.vite'))
      symlinkSync(path.join(from, name), path.join(to, name), 'junction');
};

/**
 * Copies the project; its packages are linked.
 * @returns {{ folder: string, remove: () => void }}
 */
export function copyOfProject() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tele-balint-controls-'));
  const isLeftOut = (full) => LEFT_OUT.some((name) => isFolderOf(name)(full));
  // The folder itself may be called anything.
  cpSync(root, folder, { recursive: true, filter: (full) => full === root || !isLeftOut(full) });
  linkPackages(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'node_modules', OWN));
  for (const name of readdirSync(path.join(root, 'node_modules', OWN)))
    symlinkSync(path.join(folder, name), path.join(folder, 'node_modules', OWN, name), 'junction');
  for (const name of ['client', 'server'])
    symlinkSync(path.join(root, name, 'node_modules'), path.join(folder, name, 'node_modules'), 'junction');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
