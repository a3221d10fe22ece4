import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Megabytes that a process holds in memory now, as the machine counts them. */
export const memoryOf = async (pid: number | undefined): Promise<number> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_024;
};
