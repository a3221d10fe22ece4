// Receipts of an end: with one a page asks, after the end, whether the key of its evening is gone. Nothing of them is kept.

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { SessionId } from '@tele-balint/shared/vocabulary';

export type Receipts = {
  /** The receipt of a session, the same for all of its pages. */
  of(session: SessionId): string;
  /** Whether this is the session's receipt, in constant time. */
  fits(session: SessionId, receipt: string): boolean;
};

/**
 * Receipts outlive the session's key and a new start, so they are derived from what the server is started with.
 * @param secret the media server's; from a receipt nobody finds it
 */
export const receiptsUnder = (secret: string): Receipts => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tele-balint receipts of ended sessions', 32));
  const macOf = (session: SessionId): Buffer => createHmac('sha256', key).update(session).digest();
  return {
    of: (session) => macOf(session).toString('base64url'),
    fits: (session, receipt) => {
      const given = Buffer.from(receipt, 'base64url');
      const own = macOf(session);
      return given.length === own.length && timingSafeEqual(given, own);
    },
  };
};
