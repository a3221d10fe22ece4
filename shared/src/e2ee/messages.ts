// What pages say to each other: section 3 of docs/e2ee.md. Hexadecimal is what is compared, bytes are what is only passed on.

import type { Bytes, Hex, Mid } from './bytes.ts';

/** Which instance of the protocol: nothing of one opens anything of another. */
export type Scope = { readonly session: string; readonly space: string };

export const VERSION = 1;
export const TYPES = { hello: 1, keys: 2, ack: 3, beat: 4, commit: 5, reveal: 6, letter: 7 } as const;

/** Bytes of the longest message with its signature, before base64url. */
export const LONGEST_MESSAGE = 3_072;
/** Characters of the longest envelope, which has a message in base64url. */
export const LONGEST_ENVELOPE = Math.ceil((LONGEST_MESSAGE * 4) / 3);
export const SIGNATURE = 64;
/** People at one line; peers of a page; bytes of a line's or media identity. */
export const MOST_NAMES = 6;
export const MOST_PEERS = 25;
export const LONGEST_ID = 64;
/** Bytes of what is sealed in a letter, whatever it says. */
export const LETTER = 512;

/** What makes a page known. All but the mac stands under the mac, and everything under the signature. */
export type Hello = {
  readonly type: 'hello';
  readonly mid: Mid;
  readonly identity: Hex;
  readonly receiving: Hex;
  readonly epoch: number;
  readonly line: string;
  readonly media: string;
  readonly names: readonly string[];
  readonly mac: Bytes;
};

/** One sending key sealed to one page: `tag` tells which of its pairs opens it. */
export type Wrap = {
  readonly to: Mid;
  readonly tag: Bytes;
  readonly enc: Bytes;
  readonly ct: Bytes;
};

export type Keys = {
  readonly type: 'keys';
  readonly mid: Mid;
  readonly epoch: number;
  readonly receiving: Hex;
  readonly commitment: Hex;
  readonly wraps: readonly Wrap[];
};

export type Ack = { readonly type: 'ack'; readonly mid: Mid; readonly of: Mid; readonly epoch: number };

/** Which key of whom a page has opened; `commitment` is the first half of it. */
export type Opened = { readonly mid: Mid; readonly epoch: number; readonly commitment: Hex };

export type Beat = {
  readonly type: 'beat';
  readonly mid: Mid;
  readonly count: number;
  readonly roster: Hex;
  readonly opened: readonly Opened[];
};

export type Commit = { readonly type: 'commit'; readonly mid: Mid; readonly roster: Hex; readonly c: Hex };
export type Reveal = { readonly type: 'reveal'; readonly mid: Mid; readonly roster: Hex; readonly r: Bytes };

/** Something for one page alone. What it is stands in what is sealed: from outside all letters are alike. */
export type Letter = {
  readonly type: 'letter';
  readonly mid: Mid;
  /** Counts the letters of its page, to whomever. */
  readonly count: number;
} & Wrap;

export type Message = Hello | Keys | Ack | Beat | Commit | Reveal | Letter;
