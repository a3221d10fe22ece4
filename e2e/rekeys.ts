import type { Page } from 'playwright-core';

/** How a message of keys begins, as an envelope carries it: version 1, type 2, and two bits of the page's own name. */
const KEYS = /"sealed":"(AQ[I-L][\w-]+)"/;
/** Bytes of a message of keys: its page and epoch, and where the number of its receivers stands. */
const EPOCH = { from: 2, to: 22 };
const RECEIVERS = 86;

/** For how many receivers each epoch was sealed that a page has made, in their order; before it opens our address. */
export const rekeysOf = (page: Page): (() => readonly number[]) => {
  const rekeys = new Map<string, number>();
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const sealed = KEYS.exec(String(payload))?.[1];
      if (sealed === undefined) return;
      const body = Buffer.from(sealed, 'base64url');
      const epoch = body.toString('hex', EPOCH.from, EPOCH.to);
      // Sent again to one of them it is the same epoch.
      if (!rekeys.has(epoch)) rekeys.set(epoch, body.readUInt8(RECEIVERS));
    }),
  );
  return () => [...rekeys.values()];
};
