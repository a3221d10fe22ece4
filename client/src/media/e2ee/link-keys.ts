// What comes of the room secret of a link: who has no link can make none of it, and our server has none.

import type { Bytes } from '@tele-balint/shared/e2ee/bytes';
import { linkInfo, linkSalt } from '@tele-balint/shared/e2ee/inputs';
import type { Scope } from '@tele-balint/shared/e2ee/messages';

const hkdf = (scope: Scope, which: 'psk' | 'hello') => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: linkSalt(),
  info: linkInfo(which, scope),
});
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 };

export type LinkKeys = {
  /** Goes into every wrap; bytes for the length of one. */
  psk(): Promise<Bytes>;
  mac(bytes: Bytes): Promise<Bytes>;
  /** Compares in a time that tells nothing. */
  fits(mac: Bytes, bytes: Bytes): Promise<boolean>;
};

/** @param secret the room secret, imported as an HKDF key that gives no bytes back */
export const linkKeysOf = async (secret: CryptoKey, scope: Scope): Promise<LinkKeys> => {
  const hello = await crypto.subtle.deriveKey(hkdf(scope, 'hello'), secret, HMAC, false, ['sign', 'verify']);
  return {
    psk: async () => new Uint8Array(await crypto.subtle.deriveBits(hkdf(scope, 'psk'), secret, 256)),
    mac: async (bytes) => new Uint8Array(await crypto.subtle.sign('HMAC', hello, bytes)),
    fits: (mac, bytes) => crypto.subtle.verify('HMAC', hello, mac, bytes),
  };
};
