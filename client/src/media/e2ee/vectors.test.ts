// The browser's own cryptography gives the bytes that the protocol writes down, and opens what another program sealed.

import { fromHex, toHex } from '@tele-balint/shared/e2ee/bytes';
import { decode, part } from '@tele-balint/shared/e2ee/decode';
import { helloMacBytes, rosterBytes } from '@tele-balint/shared/e2ee/inputs';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { digestHex } from './digest.ts';
import { isSigned, midOf } from './identity.ts';
import { linkKeysOf } from './link-keys.ts';
import { open } from './wraps.ts';

type Pair = { readonly identity: string; readonly receiving: string };
type Vectors = {
  readonly scope: { readonly session: string; readonly space: string };
  readonly given: {
    readonly secret: string;
    readonly key: string;
    readonly bela: Pair;
    readonly members: Parameters<typeof rosterBytes>[1];
  };
  readonly keys: { readonly psk: string };
  readonly ada: Pair & { readonly mid: string };
  readonly bela: Pair;
  readonly hashed: { readonly roster: string };
  readonly wrap: Readonly<Record<'info' | 'aad' | 'tag' | 'enc' | 'ct', string>>;
  readonly letter: Readonly<Record<'letter' | 'info' | 'aad', string>>;
  readonly messages: Readonly<Record<string, string>>;
};
const file = new URL('../../../../shared/src/e2ee/vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const { scope, given, ada, bela, wrap } = vectors;

const secret = (): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromHex(given.secret), 'HKDF', false, ['deriveKey', 'deriveBits']);

it('[EE1] derives, names, signs and hashes as the vectors say', async () => {
  const link = await linkKeysOf(await secret(), scope);
  expect(toHex(await link.psk())).toBe(vectors.keys.psk);
  expect(await midOf(ada.identity)).toBe(ada.mid);
  expect(await digestHex(rosterBytes(scope, given.members))).toBe(vectors.hashed.roster);
  for (const [type, whole] of Object.entries(vectors.messages)) {
    const parts = part(fromHex(whole)) ?? expect.fail(type);
    expect(await isSigned(ada.identity, scope, parts.body, parts.signature), type).toBe(true);
    const message = decode(parts.body);
    if (message?.type === 'hello') expect(await link.fits(message.mac, helloMacBytes(message))).toBe(true);
  }
});

it('[EE1, LT1] opens the key and the letter that another program has sealed', async () => {
  const pkcs8 = fromHex(`302e020100300506032b656e04220420${given.bela.receiving}`);
  const keys = {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', fromHex(bela.receiving), 'X25519', true, []),
  };
  const pair = { receiving: bela.receiving, tag: fromHex(wrap.tag), keys };
  const sealed = { tag: fromHex(wrap.tag), enc: fromHex(wrap.enc), ct: fromHex(wrap.ct) };
  const bound = { info: fromHex(wrap.info), aad: fromHex(wrap.aad), psk: fromHex(vectors.keys.psk) };
  expect(toHex((await open(sealed, [pair], bound)) ?? new Uint8Array())).toBe(given.key);
  const letter = decode(part(fromHex(vectors.messages['letter'] ?? ''))?.body ?? new Uint8Array());
  if (letter?.type !== 'letter') expect.fail('no letter');
  const to = { ...bound, info: fromHex(vectors.letter.info), aad: fromHex(vectors.letter.aad) };
  expect(toHex((await open(letter, [pair], to)) ?? new Uint8Array())).toBe(vectors.letter.letter);
  expect(await open(letter, [pair], { ...to, info: bound.info })).toBeNull();
  expect(await open(letter, [pair], { ...to, aad: bound.aad })).toBeNull();
});
