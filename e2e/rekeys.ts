import type { Page } from 'playwright-core';

/** How a message of keys begins, as an envelope carries it: version 1, type 2. */
const KEYS = /"sealed":"(AQI[\w-]+)"/;
/** Where the epoch stands in it, in bytes. */
const EPOCH = 18;

/** The newest epoch of keys that a page has sent to others; before it opens our address. */
export const epochsOf = (page: Page): (() => number) => {
  let newest = 0;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const sealed = KEYS.exec(String(payload))?.[1];
      if (sealed !== undefined)
        newest = Math.max(newest, Buffer.from(sealed, 'base64url').readUInt32BE(EPOCH));
    }),
  );
  return () => newest;
};
