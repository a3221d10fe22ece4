// How a message travels: its body and the signature over it, as text.

import type { Bytes } from '@tele-balint/shared/e2ee/bytes';
import { LONGEST_ENVELOPE } from '@tele-balint/shared/e2ee/messages';
import { bytesOf } from '../../links/links.ts';

const ALPHABET = /^[A-Za-z0-9_-]+$/;

/** The bytes of an envelope; `null` for whatever no page of ours has packed. */
export const unpacked = (envelope: string): Bytes | null => {
  if (envelope.length > LONGEST_ENVELOPE || !ALPHABET.test(envelope)) return null;
  try {
    return bytesOf(envelope);
  } catch {
    return null;
  }
};
