import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';
import { onPath, run } from './run.mjs';

/** Installs the packages of the lockfile, unless exactly these are installed already. */
export async function ensureInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === null) throw new Error('package-lock.json is missing: take a fresh copy of the project.');
  if (present !== null && satisfies(wanted, present)) return;
  console.log('Installing packages.');
  const [command, ...args] = npmCommand();
  const shell = process.platform === 'win32' && command.endsWith('.cmd');
  const code = await run(command, args, { shell });
  if (code !== 0) throw new Error('npm could not install the packages: see its message above.');
}

/** The packages of a lockfile by their place, or null if there is none. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Whether everything a lockfile asks for is installed. What is optional may be missing: it is for other machines.
 * @param {Record<string, { integrity?: string, optional?: boolean, link?: boolean }>} wanted
 * @param {Record<string, { integrity?: string }>} present
 */
export function satisfies(wanted, present) {
  return Object.entries(wanted).every(([place, { integrity, optional }]) => {
    if (place === '') return true;
    const found = present[place];
    return found === undefined ? optional === true : found.integrity === integrity;
  });
}

/** The npm that runs us, else the one on the PATH, with what to ask of it. */
export function npmCommand() {
  // Windows can't replace the Node that is running: leave it in place there.
  const inside = process.execPath.startsWith(path.join(root, 'node_modules'));
  const ask = process.platform === 'win32' && inside ? 'install' : 'ci';
  const script = process.env.npm_execpath;
  // NODE_ENV or a setting of npm may leave these out, and then they would be found missing at every start.
  const kinds = ['--include=dev', '--include=optional'];
  // Nobody's script runs as it is installed, whatever a setting says: tools/supply/allowed.mjs.
  const args = [ask, ...kinds, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (script?.endsWith('.js')) return [process.env.npm_node_execpath ?? process.execPath, script, ...args];
  return [process.platform === 'win32' ? 'npm.cmd' : (onPath(['npm']) ?? 'npm'), ...args];
}
