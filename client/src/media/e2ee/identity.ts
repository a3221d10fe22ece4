// Who a page is: an Ed25519 pair that lives and dies with it.

import { type Bytes, fromHex, type Hex, type Mid, toHex } from '@tele-balint/shared/e2ee/bytes';
import { midBytes, signedBytes } from '@tele-balint/shared/e2ee/inputs';
import type { Scope } from '@tele-balint/shared/e2ee/messages';
import { digest } from './digest.ts';

export type Identity = {
  readonly mid: Mid;
  readonly identity: Hex;
  /** The signature of a message's body, 64 bytes. */
  sign(scope: Scope, body: Bytes): Promise<Bytes>;
};

/** The name that belongs to this public half. */
export const midOf = async (identity: Hex): Promise<Mid> =>
  toHex((await digest(midBytes(identity))).slice(0, 16)) as Mid;

/** A new one; its private half never leaves WebCrypto. Throws where the browser knows no Ed25519. */
export const newIdentity = async (): Promise<Identity> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const identity = toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
  return {
    mid: await midOf(identity),
    identity,
    sign: async (scope, body) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, signedBytes(scope, body))),
  };
};

/** Whether who has this identity signed this body in this scope. */
export const isSigned = async (
  identity: Hex,
  scope: Scope,
  body: Bytes,
  signature: Bytes,
): Promise<boolean> => {
  const key = await crypto.subtle
    .importKey('raw', fromHex(identity), 'Ed25519', false, ['verify'])
    // Not each 32 bytes are a point.
    .catch(() => null);
  return key !== null && crypto.subtle.verify('Ed25519', key, signature, signedBytes(scope, body));
};
