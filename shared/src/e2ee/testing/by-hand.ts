// The cryptography of docs/e2ee.md by hand on Node's, for the vectors: none of it is what the browser runs.

import {
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { fromHex, join, text, toHex, u16, u8, type Bytes } from '../bytes.ts';

const own = (bytes: ArrayBuffer | Uint8Array): Bytes => Uint8Array.from(new Uint8Array(bytes));

export const sha256 = (bytes: Uint8Array): Bytes => own(createHash('sha256').update(bytes).digest());
export const hmac = (key: Uint8Array, bytes: Uint8Array): Bytes =>
  own(createHmac('sha256', key).update(bytes).digest());
export const hkdf = (material: Uint8Array, salt: Uint8Array, info: Uint8Array, size: number): Bytes =>
  own(hkdfSync('sha256', material, salt, info, size));

const kinds = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' };

/** A pair out of its 32 secret bytes. */
export const pairOf = (kind: keyof typeof kinds, secret: Uint8Array) => {
  const key = createPrivateKey({
    key: Buffer.from(join(fromHex(kinds[kind]), secret)),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { key, open: own(Buffer.from(x, 'base64url')) };
};

export const signed = (key: KeyObject, bytes: Uint8Array): Bytes => own(sign(null, bytes, key));

const KEM = join(text('KEM'), u16(0x20));
const SUITE = join(text('HPKE'), u16(0x20), u16(1), u16(2));
const none = new Uint8Array(0);

const extract = (suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Bytes =>
  hmac(salt, join(text('HPKE-v1'), suite, text(label), ikm));

/** HKDF-Expand for at most one block. */
const expand = (
  suite: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  size: number,
): Uint8Array => {
  const whole = join(u16(size), text('HPKE-v1'), suite, text(label), info);
  return hmac(prk, join(whole, u8(1))).subarray(0, size);
};

export type Sealing = {
  readonly psk: Uint8Array;
  readonly pskId: Uint8Array;
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
};

/** One message sealed by HPKE in mode_psk from a known ephemeral pair (RFC 9180, sections 4.1, 5.1 and 5.2). */
export const hpkeSeal = (ephemeral: Uint8Array, to: Uint8Array, key: Uint8Array, sealing: Sealing) => {
  const pair = pairOf('x25519', ephemeral);
  const x = Buffer.from(to).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
  const dh = diffieHellman({ privateKey: pair.key, publicKey });
  const secret = expand(KEM, extract(KEM, none, 'eae_prk', dh), 'shared_secret', join(pair.open, to), 32);
  const ids = extract(SUITE, none, 'psk_id_hash', sealing.pskId);
  const schedule = join(u8(1), ids, extract(SUITE, none, 'info_hash', sealing.info));
  const root = extract(SUITE, secret, 'secret', sealing.psk);
  const nonce = expand(SUITE, root, 'base_nonce', schedule, 12);
  const cipher = createCipheriv('aes-256-gcm', expand(SUITE, root, 'key', schedule, 32), nonce);
  cipher.setAAD(sealing.aad);
  const ct = join(cipher.update(key), cipher.final(), cipher.getAuthTag());
  return { enc: toHex(pair.open), ct: toHex(ct) };
};
