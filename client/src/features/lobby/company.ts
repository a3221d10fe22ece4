// Who comes beside oneself at one camera, as it is written down in the lobby.

import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { cleanName, MOST_AT_ONE } from '@tele-balint/shared/session/names';
import type { EnterBody } from '@tele-balint/shared/http';

type Person = { readonly name: string; readonly profession: string };

/** The others at one's camera, and what the place is called. */
export type Company = { readonly site: string; readonly people: readonly Person[] };

export type CompanyFault = { readonly field: 'site' } | { readonly field: 'person'; readonly index: number };

export const NOBODY: Person = { name: '', profession: '' };
/** Six at one camera, oneself among them. */
export const MOST_BESIDE = MOST_AT_ONE - 1;

export const withPerson = (company: Company, index: number, person: Person): Company => ({
  ...company,
  people: company.people.with(index, person),
});

/** Without one of them; without the last, one is alone. */
export const withoutPerson = (company: Company, index: number): Company | null => {
  const people = company.people.toSpliced(index, 1);
  return people.length === 0 ? null : { ...company, people };
};

/** The first thing that is missing. */
export const faultIn = ({ site, people }: Company): CompanyFault | null => {
  if (cleanName(site) === '') return { field: 'site' };
  const index = people.findIndex(({ name }) => cleanName(name) === '');
  return index < 0 ? null : { field: 'person', index };
};

const clean = (text: string): string => cleanName(text).slice(0, LONGEST_NAME);

/** As it goes to the server. */
export const besideOf = ({ site, people }: Company): NonNullable<EnterBody['beside']> => ({
  site: clean(site),
  people: people.map(({ name, profession }) => ({ name: clean(name), profession: clean(profession) })),
});
