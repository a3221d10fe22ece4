// How a message travels: its body and the signature over it, as text.

import type { Bytes } from '@tele-balint/shared/e2ee/bytes';
import { LONGEST_MESSAGE } from '@tele-balint/shared/e2ee/messages';

/** Characters of the longest envelope. */
const LONGEST = Math.ceil((LONGEST_MESSAGE * 4) / 3);
const ALPHABET = /^[A-Za-z0-9_-]+$/;

export const packed = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The bytes of an envelope; `null` for whatever no page of ours has packed. */
export const unpacked = (envelope: string): Bytes | null => {
  if (envelope.length > LONGEST || !ALPHABET.test(envelope)) return null;
  try {
    const text = atob(envelope.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
};
