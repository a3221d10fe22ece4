// The words of what stands behind "More": they come with it.

import { more } from './en-more.ts';
import { makeText } from './make-text.ts';

export const moreText = makeText<keyof typeof more>(more);
