// Byte for byte what is hashed, signed, put under a mac or bound to a wrap: sections 2 to 4 of docs/e2ee.md.
// Nothing here calls a hash: shared has no crypto.

import { fromHex, join, lp, text, u16, u32, u8, type Bytes, type Hex, type Mid } from './bytes.ts';
import { helloHead } from './encode.ts';
import type { Hello, Scope } from './messages.ts';

const named = (name: string, { session, space }: Scope): Bytes => join(text(name), lp(session), lp(space));

/** Salt of both keys that come of the room secret. */
export const linkSalt = (): Bytes => text('tele-balint/e2ee/1');
/** Info of `psk` and of `K_hello`, 32 bytes each. */
export const linkInfo = (which: 'psk' | 'hello', scope: Scope): Bytes => named(which, scope);

/** Hashed; the first 16 bytes are the mid. */
export const midBytes = (identity: Hex): Bytes => join(text('tb-mid-1'), fromHex(identity));
export const helloMacBytes = (hello: Omit<Hello, 'mac'>): Bytes => join(text('tb-hello-1'), helloHead(hello));
export const signedBytes = (scope: Scope, body: Uint8Array): Bytes => join(named('tb-sig-1', scope), body);

export const commitmentBytes = (scope: Scope, mid: Mid, epoch: number, key: Uint8Array): Bytes =>
  join(named('tb-commit-1', scope), fromHex(mid), u32(epoch), key);

export const PSK_ID = 'tb-psk-1';
export const wrapInfo = (scope: Scope): Bytes => named('tb-e2ee-1', scope);
export const wrapAad = (from: Mid, to: Mid, epoch: number, commitment: Hex): Bytes =>
  join(text('tb-wrap-1'), fromHex(from), fromHex(to), u32(epoch), fromHex(commitment));

export const letterInfo = (scope: Scope): Bytes => named('tb-letter-1', scope);
export const letterAad = (from: Mid, to: Mid, count: number): Bytes =>
  join(text('tb-letter-to-1'), fromHex(from), fromHex(to), u32(count));

/** What the roster hash says of one page. */
export type Member = {
  readonly mid: Mid;
  readonly line: string;
  readonly media: string;
  readonly names: readonly string[];
};

const byMid = (one: { readonly mid: Mid }, other: { readonly mid: Mid }): number =>
  one.mid < other.mid ? -1 : 1;

/** Hashed, it is the roster hash: in whatever order the members are given. */
export const rosterBytes = (scope: Scope, members: readonly Member[]): Bytes =>
  join(
    named('tb-roster-1', scope),
    u16(members.length),
    ...members
      .toSorted(byMid)
      .map(({ mid, line, media, names }) =>
        join(fromHex(mid), lp(line), lp(media), u8(names.length), ...names.map(lp)),
      ),
  );

/** Hashed, it is the `c` of a commit. */
export const wordsCommitBytes = (r: Uint8Array, mid: Mid, roster: Hex): Bytes =>
  join(text('tb-words-1'), r, fromHex(mid), fromHex(roster));

/** Input key material of the words; the salt is the roster hash, the length 5 bytes. */
export const wordsMaterial = (all: readonly { readonly mid: Mid; readonly r: Uint8Array }[]): Bytes =>
  join(...all.toSorted(byMid).map(({ r }) => r));
export const wordsInfo = (): Bytes => text('tb/words/1');

/** Places of the four words in the list of 1,024, out of 5 bytes. */
export const wordPlaces = (bits: Uint8Array): readonly number[] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = bits;
  return [a * 4 + (b >> 6), (b % 64) * 16 + (c >> 4), (c % 16) * 64 + (d >> 2), (d % 4) * 256 + e];
};
