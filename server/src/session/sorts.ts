// Sorts of commands that the host treats in their own way.

import type { Command } from '@tele-balint/shared/decisions/command';

/** They are shown together where very many come and go. */
export const COMINGS: readonly Command['type'][] = ['enter', 'connect', 'disconnect'];

/** What protects somebody waits for nothing; none of these can be done twice without another command in between. */
export const PROTECTS: readonly Command['type'][] = [
  ...(['bringBack', 'closeCase', 'askToComeIn', 'comeIn', 'stopCase'] as const),
  'endSession',
];

/** Leaving leads to three, with the coming back and its end; a changed course is as long as ten others. */
const LONGER: Readonly<Partial<Record<Command['type'], number>>> = { leave: 3, editCourse: 10 };

/** Entries that a command may lead to, or that are as long as its own. */
export const entriesOf = ({ type }: Command): number => LONGER[type] ?? 1;
