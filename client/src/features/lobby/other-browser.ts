const OWN_ADDRESSES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether this browser will not reach a media server on its own machine: Firefox never connects one of its addresses to
 * the machine's own 127.0.0.1, where our media server listens as long as nobody hosts it (seen with Firefox 153).
 */
export const isDeafHere = (hostname: string, userAgent: string): boolean =>
  OWN_ADDRESSES.includes(hostname) && /\bFirefox\//.test(userAgent);
