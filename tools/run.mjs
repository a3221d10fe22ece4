import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './node.mjs';

/**
 * Runs a program to its end, showing what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, deadline?: number, quiet?: boolean, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 if it could not start or took too long
 */
export function run(command, args, options = {}) {
  const { deadline = 30 * 60_000, quiet = false, env = {}, cwd = root, shell = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
      env: { ...process.env, ...env },
    });
    const timer = setTimeout(() => {
      console.log(
        `${path.basename(command)} took longer than ${Math.round(deadline / 60_000)} min: stopped.`,
      );
      child.kill('SIGKILL');
    }, deadline);
    const end = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.on('error', () => end(1));
    child.on('exit', (code) => end(code ?? 1));
  });
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
 * The first of some programs that stands on the PATH.
 * @param {string[]} names
 * @returns {string | null}
 */
export function onPath(names) {
  const asked = process.platform === 'win32' ? 'where' : 'which';
  for (const name of names) {
    const found = output(asked, [name])?.split(/\r?\n/)[0];
    if (found) return found;
  }
  return null;
}
