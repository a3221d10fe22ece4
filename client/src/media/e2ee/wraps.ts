// Sending keys and letters on their way: each sealed to one page's newest receiving half, with the link's secret in it (docs/e2ee.md §3).

import {
  AEAD_AES_256_GCM,
  CipherSuite,
  KDF_HKDF_SHA256,
  KEM_DHKEM_X25519_HKDF_SHA256,
  type KeyPair,
} from 'hpke';
import { type Bytes, fromHex, type Hex, text, toHex } from '@tele-balint/shared/e2ee/bytes';
import { PSK_ID } from '@tele-balint/shared/e2ee/inputs';
import type { Wrap } from '@tele-balint/shared/e2ee/messages';
import { digest } from './digest.ts';

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** What a wrap is bound to, beside its key. */
export type Bound = { readonly info: Bytes; readonly aad: Bytes; readonly psk: Bytes };
const bindings = ({ info, aad, psk }: Bound) => ({ info, aad, psk, pskId: text(PSK_ID) });

/** A receiving pair; its private half never leaves WebCrypto. */
export type Pair = { readonly receiving: Hex; readonly tag: Bytes; readonly keys: KeyPair<CryptoKey> };

const tagOf = async (receiving: Hex): Promise<Bytes> => (await digest(fromHex(receiving))).slice(0, 4);

/** A new pair. Throws where the browser knows no X25519. */
export const newPair = async (): Promise<Pair> => {
  const keys = await suite.GenerateKeyPair(false);
  const receiving = toHex(new Uint8Array(await suite.SerializePublicKey(keys.publicKey)));
  return { receiving, tag: await tagOf(receiving), keys };
};

/** A sending key, or a letter's content, sealed to who has this receiving half; `null` where that is no half of a pair. */
export const sealTo = async (receiving: Hex, key: Bytes, bound: Bound): Promise<Omit<Wrap, 'to'> | null> => {
  try {
    const half = await suite.DeserializePublicKey(fromHex(receiving));
    const { encapsulatedSecret, ciphertext } = await suite.Seal(half, key, bindings(bound));
    return {
      tag: await tagOf(receiving),
      enc: new Uint8Array(encapsulatedSecret),
      ct: new Uint8Array(ciphertext),
    };
  } catch {
    return null;
  }
};

/** What is in a wrap; `null` where none of these pairs opens it. */
export const open = async (
  { tag, enc, ct }: Omit<Wrap, 'to'>,
  pairs: readonly Pair[],
  bound: Bound,
): Promise<Bytes | null> => {
  const pair = pairs.find((one) => toHex(one.tag) === toHex(tag));
  if (pair === undefined) return null;
  try {
    return new Uint8Array(await suite.Open(pair.keys, enc, ct, bindings(bound)));
  } catch {
    return null;
  }
};
