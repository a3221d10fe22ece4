// The last step of the program.

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
