// What is sealed in a letter: always as many bytes, so that nobody reads from its length whether or what somebody wrote.

import { LONGEST_CONTACT, LONGEST_NOTE } from '../longest.ts';
import { join, lp, text, u32, u8, type Bytes } from './bytes.ts';
import { LETTER } from './messages.ts';
import { Reader } from './reader.ts';

/** `number` counts notes and contacts of a page; `taken` says that the other page has this one. An empty contact takes it back. */
export type Content =
  | { readonly kind: 'note' | 'contact'; readonly number: number; readonly text: string }
  | { readonly kind: 'taken'; readonly number: number };
export type Written = Exclude<Content, { readonly kind: 'taken' }>;

const KINDS = { note: 1, contact: 2, taken: 3 } as const;
/** Control characters, and what turns the order of the text around it. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const lengthOf = (value: string): number => [...value].length;

const fits = (kind: Written['kind'], value: string): boolean => {
  const [least, most] = kind === 'note' ? [1, LONGEST_NOTE] : [0, LONGEST_CONTACT];
  const length = lengthOf(value);
  return length >= least && length <= most && value === value.normalize('NFC') && !UNFIT.test(value);
};

/** What somebody typed, as it may be sent: composed, in one line, nothing in it that is not shown, cut at the longest. */
export const asWritten = (kind: Written['kind'], typed: string): string => {
  const line = typed.normalize('NFC').replace(/\s+/gu, ' ').replace(new RegExp(UNFIT, 'gu'), '');
  const longest = kind === 'note' ? LONGEST_NOTE : LONGEST_CONTACT;
  return [...line.trim()].slice(0, longest).join('').trim();
};

/** The bytes to be sealed. Null where the text is not fit: empty, too long, not composed, or more than one line. */
export const letterBytes = (content: Content): Bytes | null => {
  const value = content.kind === 'taken' ? '' : content.text;
  if (content.kind !== 'taken' && !fits(content.kind, value)) return null;
  const bytes = join(u8(KINDS[content.kind]), u32(content.number), lp(text(value)));
  return join(bytes, new Uint8Array(LETTER - bytes.length));
};

/** What was sealed. Null for whatever is not exactly one; it never throws. */
export const readLetter = (bytes: Uint8Array): Content | null => {
  if (bytes.length !== LETTER) return null;
  const reader = new Reader(bytes);
  const kind = reader.number(1, KINDS.note, KINDS.taken);
  const number = reader.number(4, 1, 0xffff_ffff);
  const which = kind === KINDS.note ? 'note' : 'contact';
  const value = reader.text((one) => (kind === KINDS.taken ? one === '' : fits(which, one)));
  const rest = reader.take(LETTER - 7 - text(value).length);
  if (!reader.done || rest.some((byte) => byte !== 0)) return null;
  return kind === KINDS.taken ? { kind: 'taken', number } : { kind: which, number, text: value };
};
