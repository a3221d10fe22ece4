// The last step of the program.

import { setTimeout as pause } from 'node:timers/promises';
import type { LogOutput } from './http/logging.ts';

/** Milliseconds for which the log's last lines are waited for: nobody may read them. */
const LAST_LINES = 300;

/** Requests that one of Node's few threads is at: names to be looked up, files to be read. */
const AT_A_THREAD = ['GetAddrInfoReqWrap', 'GetNameInfoReqWrap', 'FSReqCallback', 'FSReqPromise'];

/**
 * Ends the process at once. Node waits at its end for threads that are still at something, and the system may look for a
 * name for ten seconds and more: then another program, which only ends, takes this one's place.
 */
export const leave = (code: number): void => {
  const held = process.getActiveResourcesInfo().some((one) => AT_A_THREAD.includes(one));
  if (held && process.platform !== 'win32')
    process.execve?.(process.execPath, [process.execPath, '-e', `process.exit(${code})`], {});
  process.exit(code);
};

/**
 * Ends the process once all that was logged is written: lines are on their way for a moment, and a program that takes this
 * one's place knows nothing of them.
 * @param end how the process ends
 */
export const leaveTold = async (code: number, output: LogOutput, end = leave): Promise<void> => {
  const told = new Promise<void>((resolve) => output.once('drain', resolve));
  output.write('');
  await Promise.race([told, pause(LAST_LINES)]);
  end(code);
};
