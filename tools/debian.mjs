import { onPath, run, ticking } from './run.mjs';

/** Milliseconds. */
const WITHIN = 10 * 60_000;

/**
 * Installs a package of Debian and its relatives, where we may.
 * @param {string} name of the package, and of its program
 * @returns {Promise<string | null>} path of the program; null where we may not
 */
export async function fromDebian(name) {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === null) return null;
  const how = { env: { DEBIAN_FRONTEND: 'noninteractive' }, deadline: WITHIN };
  // Somebody else may be installing something: it is waited for.
  const install = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-q', '--no-install-recommends', name];
  await ticking(() => run('apt-get', ['update', '-q'], how));
  await ticking(() => run('apt-get', install, how));
  return onPath([name]);
}
