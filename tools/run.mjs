import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './node.mjs';

/**
 * Runs a program to its end, showing what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, deadline?: number, quiet?: boolean, shell?: boolean, atEnd?: boolean }} [options]
 *   `atEnd`: what it prints is shown when it has ended, so that others may run beside it
 * @returns {Promise<number>} its exit code; 1 if it could not start or took too long
 */
export function run(command, args, options = {}) {
  const {
    deadline = 30 * 60_000,
    quiet = false,
    env = {},
    cwd = root,
    shell = false,
    atEnd = false,
  } = options;
  const shown = quiet ? 'ignore' : atEnd ? 'pipe' : 'inherit';
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      stdio: ['ignore', shown, shown],
      env: { ...process.env, ...env },
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (some) => printed.push(some));
    const timer = setTimeout(() => {
      console.log(
        `${path.basename(command)} took longer than ${Math.round(deadline / 60_000)} min: stopped.`,
      );
      child.kill('SIGKILL');
    }, deadline);
    const end = (code) => {
      clearTimeout(timer);
      if (printed.length > 0) process.stdout.write(Buffer.concat(printed));
      resolve(code);
    };
    child.on('error', () => end(1));
    // Only then everything that it printed has come.
    child.on(atEnd ? 'close' : 'exit', (code) => end(code ?? 1));
  });
}

/**
 * Says every ten seconds how long something has been going on: a silent wait looks like a fault.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function ticking(work) {
  const began = Date.now();
  const clock = setInterval(() => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(clock);
  }
}

/**
 * What a program prints, or null if it doesn't run.
 * @param {string} command
 * @param {string[]} args
 */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 15_000 });
  return status === 0 ? stdout.trim() : null;
}

/**
 * The first of some programs that stands on the PATH (or at the full path given).
 * @param {string[]} names
 * @returns {string | null}
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    const places = path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name + ending));
    const found = places.find(runnable);
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a file may be run. */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
