// The few words of a page of which nothing else could be loaded.

import { words } from './en-words.ts';
import { makeText } from './make-text.ts';

export const t = makeText<keyof typeof words>(words);
