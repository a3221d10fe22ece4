import { readFileSync } from 'node:fs';
import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { decode, part } from './decode.ts';
import { encode } from './encode.ts';
import { signedBytes, wordPlaces } from './inputs.ts';
import { makeVectors } from './testing/make-vectors.ts';

type Vectors = ReturnType<typeof makeVectors>;

const vectors = JSON.parse(
  readFileSync(new URL('vectors.json', import.meta.url), 'utf8'),
) as unknown as Vectors;

describe('the test vectors', () => {
  it('[EE1] every byte string, hash, mac, signature and wrap is the one that is written down', () => {
    expect(makeVectors()).toEqual(vectors);
  });

  it('[EE1] each message is parted, its signature fits, and it is read and written as the same bytes', () => {
    const { identity } = vectors.ada;
    const x = Buffer.from(fromHex(identity)).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    for (const [type, whole] of Object.entries(vectors.messages)) {
      const parts = part(fromHex(whole))!;
      expect(verify(null, signedBytes(vectors.scope, parts.body), key, parts.signature)).toBe(true);
      const message = decode(parts.body)!;
      expect(message).toMatchObject({ type, mid: vectors.ada.mid });
      expect(toHex(encode(message))).toBe(toHex(parts.body));
    }
  });

  it('[EE1] a signature holds for one session and one space', () => {
    const { body } = part(fromHex(vectors.messages.ack!))!;
    const { session, space } = vectors.scope;
    const others = [
      { session, space: 'debrief' },
      { session: 's-8', space },
      { session: session + space, space: '' },
    ];
    const bytes = [vectors.scope, ...others].map((scope) => toHex(signedBytes(scope, body)));
    expect(new Set(bytes).size).toBe(4);
  });

  it('[EE1] forty bits are four places of ten, from the first bit on', () => {
    expect(wordPlaces(fromHex('0000000000'))).toEqual([0, 0, 0, 0]);
    expect(wordPlaces(fromHex('ffffffffff'))).toEqual([1023, 1023, 1023, 1023]);
    expect(wordPlaces(fromHex('0040300c04'))).toEqual([1, 3, 3, 4]);
    expect(wordPlaces(fromHex(vectors.words.bits))).toEqual(vectors.words.places);
  });
});
