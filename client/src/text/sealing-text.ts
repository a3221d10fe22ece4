// The words of what is said of sealing: they come with it.

import { sealing } from './en-sealing.ts';
import { makeText } from './make-text.ts';

export const sealingText = makeText<keyof typeof sealing>(sealing);
