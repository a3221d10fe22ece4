// What whoever has only the open link can fill at most; a test presses as they would, and SECURITY.md says the same.

/** Bytes of a leader's view: half of what may wait for a reader. */
export const LARGEST_VIEW = 128 * 1024;
/** Bytes in the log of one session. */
export const LARGEST_LOG = 1024 ** 2;
