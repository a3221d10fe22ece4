// Every word that a person reads comes through here: flat keys, ICU messages, typed.

import IntlMessageFormat from 'intl-messageformat';
import { farewell } from './en-farewell.ts';
import { leader } from './en-leader.ts';
import { lobby } from './en-lobby.ts';
import { type AnyRefusal, refusals } from './en-refusals.ts';
import { room } from './en-room.ts';
import { spoken } from './en-spoken.ts';
import { start } from './en-start.ts';
import { words } from './en-words.ts';

export type { AnyRefusal };

export const PARTS = [words, refusals, start, lobby, leader, farewell, room, spoken] as const;
export const MESSAGES = {
  ...words,
  ...refusals,
  ...start,
  ...lobby,
  ...leader,
  ...farewell,
  ...room,
  ...spoken,
} as const;

export type Key = keyof typeof MESSAGES;
export type Values = Readonly<Record<string, string | number>>;

const LANGUAGE = 'en';
const parsed = new Map<Key, IntlMessageFormat>();

const messageOf = (key: Key): IntlMessageFormat => {
  const known = parsed.get(key);
  if (known) return known;
  const message = new IntlMessageFormat(MESSAGES[key], LANGUAGE, undefined, { ignoreTag: true });
  parsed.set(key, message);
  return message;
};

/** The sentence for a key, with its values put in. */
export const t = (key: Key, values?: Values): string => String(messageOf(key).format(values));

/** The sentence for a "no". */
export const refusalText = (refusal: AnyRefusal): string => t(`refusal.${refusal}`);

const lists = new Intl.ListFormat(LANGUAGE, { style: 'long', type: 'conjunction' });
/** "Ruth, Tomás and Mei". */
export const listed = (names: readonly string[]): string => lists.format(names);
