import type { IncomingMessage } from 'node:http';

/** The address that a request comes from; behind our own proxy the one that the proxy saw. */
export const callerOf = (
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustProxy: boolean,
): string => {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  // The last one is what our proxy saw; the others the caller may have written.
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === undefined || last === '' ? (request.socket.remoteAddress ?? '') : last;
};
