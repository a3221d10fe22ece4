// A seat token proves a line. It is computed, never stored, and dies with the session's key.

import {
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { LineId } from '@tele-balint/shared/vocabulary';

export type SeatTokens = {
  tokenOf(line: LineId): string;
  /** The line that a token proves, or `null`. Takes the same time whatever is wrong with it. */
  lineOf(token: string): LineId | null;
};

const macOf = (key: KeyObject, line: string): Buffer => createHmac('sha256', key).update(line).digest();

/** The tokens of one session, from its key. */
export const seatTokens = (sessionKey: Uint8Array): SeatTokens => {
  const key = createSecretKey(
    new Uint8Array(hkdfSync('sha256', sessionKey, '', 'tele-balint seat token', 32)),
  );
  return {
    tokenOf: (line) => `${line}.${macOf(key, line).toString('base64url')}`,
    lineOf: (token) => {
      const dot = token.lastIndexOf('.');
      const line = token.slice(0, Math.max(dot, 0));
      const expected = macOf(key, line).toString('base64url');
      const given = token
        .slice(dot + 1)
        .padEnd(expected.length)
        .slice(0, expected.length);
      const same = timingSafeEqual(Buffer.from(given.replace(/[^\w-]/g, '!')), Buffer.from(expected));
      // The length counts too, so that a token has one spelling only.
      return same && line !== '' && token.length === dot + 1 + expected.length ? (line as LineId) : null;
    },
  };
};

/** Tokens that prove nothing: an unknown session answers as slowly as a known one. */
export const noSession: SeatTokens = seatTokens(new Uint8Array(randomBytes(32)));
