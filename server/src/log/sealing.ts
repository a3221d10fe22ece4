// The cipher of the log: AES-256-GCM, a fresh 96-bit nonce per envelope, the clear fields bound as additional data.

import { createCipheriv, createDecipheriv, createHash, randomBytes, type CipherKey } from 'node:crypto';
import type { Envelope } from './event-log.ts';

const NONCE = 12;
const TAG = 16;

/** Everything of an envelope that stands in the clear. */
export type Clear = Omit<Envelope, 'data'>;

const bound = (session: string, { v, n, at, prevHash }: Clear): Buffer =>
  Buffer.from(JSON.stringify([session, v, n, at, prevHash]));

/** Seals a value under the key; nonce, ciphertext and tag in this order. */
export const seal = (key: CipherKey, session: string, clear: Clear, value: unknown): Uint8Array => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(bound(session, clear));
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, body, cipher.getAuthTag()]));
};

/**
 * Opens what was sealed with these clear fields bound to it.
 * @throws Error where a byte of it, or of the clear fields, is not as it was
 */
export const unsealBound = (key: CipherKey, fields: Uint8Array, sealed: Uint8Array): unknown => {
  const data = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(fields);
  decipher.setAuthTag(data.subarray(data.length - TAG));
  const body = Buffer.concat([decipher.update(data.subarray(NONCE, data.length - TAG)), decipher.final()]);
  return JSON.parse(body.toString('utf8')) as unknown;
};

/**
 * Opens what `seal` made.
 * @throws Error where a byte of it, or of the clear fields, is not as it was
 */
export const unseal = (key: CipherKey, session: string, envelope: Envelope): unknown =>
  unsealBound(key, bound(session, envelope), envelope.data);

/** What the next envelope carries as `prevHash`. */
export const hashOf = (session: string, envelope: Envelope): string =>
  createHash('sha256').update(bound(session, envelope)).update(envelope.data).digest('base64url');
