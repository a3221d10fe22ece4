// Whoever fails half-way, or is ended, leaves no program behind.

import type { ChildProcess } from 'node:child_process';

const alive = new Set<ChildProcess>();
const endAll = (): void => alive.forEach((child) => child.kill('SIGKILL'));

process.once('exit', endAll);
// The test runner ends its workers by a signal, which to Node is no exit.
process.once('SIGTERM', () => {
  endAll();
  process.exit(143);
});

/** This child does not outlive this process. */
export const endWithUs = (child: ChildProcess): void => {
  alive.add(child);
  child.once('exit', () => alive.delete(child));
};
