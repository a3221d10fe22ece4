/** Raised whenever a frame changes its shape; an older page is told to reload and comes back to its seat. */
export const PROTOCOL_VERSION = 9;
