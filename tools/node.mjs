import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The oldest Node that runs TypeScript without a build and has node:sqlite as we use it. */
const oldest = 24;

/** Where npm's exact platform packages keep their binary. */
const packaged = [
  `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`,
].map((name) => path.join('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));

/**
 * Finds a Node that is new enough: the running one, else the one npm installed with us.
 * @param {{ version?: string, execPath?: string, candidates?: string[] }} [given] replaced in tests
 * @returns {string} path of the binary
 */
export function findNode(given = {}) {
  const version = given.version ?? process.versions.node;
  if (Number.parseInt(version, 10) >= oldest) return given.execPath ?? process.execPath;
  const candidates = given.candidates ?? packaged.map((file) => path.join(root, file));
  const found = candidates.find((file) => existsSync(file) && runs(file));
  if (found !== undefined) return found;
  throw new Error(
    `Tele-Balint needs Node ${oldest} or newer (this is ${version}): install it from https://nodejs.org and try again.`,
  );
}

/** Whether the binary starts here (a package for another C library exists but doesn't run). */
function runs(file) {
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return status === 0 && Number.parseInt(stdout.slice(1), 10) >= oldest;
}
