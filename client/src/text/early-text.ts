// The words of the page before the time: they come with it.

import { early } from './en-early.ts';
import { makeText } from './make-text.ts';

export const earlyText = makeText<keyof typeof early>(early);
