// Every word of a session that a person reads comes through here: flat keys, ICU messages, typed.

import { asked } from './en-asked.ts';
import { farewell } from './en-farewell.ts';
import { leaving } from './en-leaving.ts';
import { lobby } from './en-lobby.ts';
import { phases } from './en-phases.ts';
import { type AnyRefusal, refusals } from './en-refusals.ts';
import { room } from './en-room.ts';
import { site } from './en-site.ts';
import { spoken } from './en-spoken.ts';
import { words } from './en-words.ts';
import { LANGUAGE, makeText, type Values } from './make-text.ts';

export type { AnyRefusal, Values };

export const PARTS = [words, phases, refusals, lobby, farewell, room, asked, site, leaving, spoken] as const;
export const MESSAGES = {
  ...words,
  ...phases,
  ...refusals,
  ...lobby,
  ...farewell,
  ...room,
  ...asked,
  ...site,
  ...leaving,
  ...spoken,
} as const;

export type Key = keyof typeof MESSAGES;

/** The sentence for a key, with its values put in. */
export const t = makeText<Key>(MESSAGES);

/** The sentence for a "no". */
export const refusalText = (refusal: AnyRefusal): string => t(`refusal.${refusal}`);

const lists = new Intl.ListFormat(LANGUAGE, { style: 'long', type: 'conjunction' });
/** "Ruth, Tomás and Mei". */
export const listed = (names: readonly string[]): string => lists.format(names);
