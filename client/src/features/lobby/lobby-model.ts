// What stands between a link and the circle: who one is, what one promises, which devices one brings.

import { LONGEST_NAME } from '@tele-balint/shared/longest';
import type { EnterBody, LookAnswer } from '@tele-balint/shared/http';
import { cleanName } from '@tele-balint/shared/session/names';
import type { Remembered } from '../../links/remembered.ts';
import { besideOf, type Company, type CompanyFault, faultIn, NOBODY } from './company.ts';
import { type AnyRefusal, t } from '../../text/text.ts';

export const RULES = ['lobby.rule1', 'lobby.rule2', 'lobby.rule3', 'lobby.rule4'] as const;
export type Rule = (typeof RULES)[number];

export type Entry = {
  readonly name: string;
  readonly profession: string;
  readonly accepted: readonly Rule[];
  /** Who else sits at the same camera; `null` where one is alone. */
  readonly company: Company | null;
};

export const EMPTY_ENTRY: Entry = { name: '', profession: '', accepted: [], company: null };

/**
 * What stands in the fields at first: the name that a leader wrote on the link, or the one of last time. A link for
 * somebody else brings nothing of who sat here last time.
 */
export const entryFor = (look: LookAnswer, before: Remembered | null): Entry => {
  const mine = before !== null && (look.name === null || cleanName(look.name) === before.name);
  const [first, ...others] = look.people ?? [];
  // A link for several: its name is that of their place.
  if (first !== undefined)
    return {
      ...EMPTY_ENTRY,
      name: first,
      company: { site: look.name ?? '', people: others.map((name) => ({ ...NOBODY, name })) },
    };
  return {
    ...EMPTY_ENTRY,
    name: look.name ?? before?.name ?? '',
    profession: mine ? before.profession : '',
  };
};

/** The promises word by word: who agreed to others before agrees to each of these. */
export const wordsOfRules = (): string => RULES.map((rule) => t(rule)).join('\n');

export const toggled = (entry: Entry, rule: Rule): Entry => ({
  ...entry,
  accepted: entry.accepted.includes(rule)
    ? entry.accepted.filter((one) => one !== rule)
    : [...entry.accepted, rule],
});

export type EntryFault =
  { readonly field: 'name' } | CompanyFault | { readonly field: 'rule'; readonly rule: Rule };

/** The first thing that is missing before one can ask. */
export const faultOf = ({ name, accepted, company }: Entry): EntryFault | null => {
  if (cleanName(name) === '') return { field: 'name' };
  const others = company && faultIn(company);
  if (others) return others;
  const rule = RULES.find((one) => !accepted.includes(one));
  return rule ? { field: 'rule', rule } : null;
};

/** What goes to the server, but for the question's id. */
export const questionOf = (entry: Entry, secret: string, takeOver: boolean): Omit<EnterBody, 'id'> => ({
  secret,
  name: cleanName(entry.name).slice(0, LONGEST_NAME),
  profession: cleanName(entry.profession).slice(0, LONGEST_NAME),
  rulesAccepted: RULES.every((rule) => entry.accepted.includes(rule)),
  takeOver,
  ...(entry.company && { beside: besideOf(entry.company) }),
});

/** What happens after "Ask to come in", as far as the link tells it. */
export const whatFollows = ({ kind, door, led, opensAt }: LookAnswer) => {
  if (kind === 'leader') return 'lobby.asLeader' as const;
  if (opensAt !== null) return 'lobby.tooEarly' as const;
  if (!led && (kind === 'personal' || door === 'closed')) return 'lobby.noLeader' as const;
  if (door === 'closed') return 'lobby.doorClosed' as const;
  return kind === 'personal' ? ('lobby.straightIn' as const) : ('lobby.byName' as const);
};

const FINAL: readonly AnyRefusal[] = ['unknown-link', 'revoked-link', 'over', 'not-today', 'removed'];
/** Refusals after which the form has no use any more. */
export const isFinal = (refusal: AnyRefusal): boolean => FINAL.includes(refusal);
