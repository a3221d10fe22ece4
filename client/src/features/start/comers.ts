// Who is written down to come: one person a line, or a place with several people at one camera.

import { cleanName } from '@tele-balint/shared/session/names';

/** Somebody who gets a link of their own. */
export type Comer = {
  /** Of a person, or of a place. */
  readonly name: string;
  /** Who sits there at one camera; nobody is named where it is one person. */
  readonly people: readonly string[];
};

/** "York: Claire, Kofi" is a place with two people. */
const comerOf = (line: string): Comer => {
  const [name = '', ...rest] = line.split(':');
  const people = rest
    .join(':')
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => cleanName(one) !== '');
  return people.length > 1 && cleanName(name) !== ''
    ? { name: name.trim(), people }
    : { name: line.trim(), people: [] };
};

/** As it is written down. */
export const lineOf = ({ name, people }: Comer): string =>
  people.length === 0 ? name : `${name}: ${people.join(', ')}`;

/** Everybody written down, also whose line is not ended: no empty lines. */
export const comersIn = (written: string): readonly Comer[] =>
  written
    .split(/\r?\n/)
    .filter((line) => cleanName(line) !== '')
    .map(comerOf);

/** How many people that are. */
export const peopleIn = (written: string): number =>
  comersIn(written).reduce((sum, { people }) => sum + Math.max(1, people.length), 0);

/** What stands already, and the line that is being written. */
export const written = (text: string): { readonly done: readonly Comer[]; readonly line: string } => {
  const at = text.lastIndexOf('\n') + 1;
  return { done: comersIn(text.slice(0, at)), line: text.slice(at) };
};

/** The text of those who stand already, and what is being written. */
export const textOf = (done: readonly Comer[], line: string): string =>
  [...done.map(lineOf), line].join('\n');
