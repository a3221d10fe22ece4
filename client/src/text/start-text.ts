// The words of the first page: the room's own come with the room.

import { type AnyRefusal, refusals } from './en-refusals.ts';
import { courses } from './en-courses.ts';
import { start } from './en-start.ts';
import { words } from './en-words.ts';
import { makeText } from './make-text.ts';

const MESSAGES = { ...words, ...refusals, ...courses, ...start } as const;

export type StartKey = keyof typeof MESSAGES;

export const t = makeText<StartKey>(MESSAGES);

/** The sentence for a "no". */
export const refusalText = (refusal: AnyRefusal): string => t(`refusal.${refusal}`);
