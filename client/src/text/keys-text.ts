// The words of the list of shortcuts: they come with the list.

import { keys } from './en-keys.ts';
import { makeText } from './make-text.ts';

export const keyText = makeText<keyof typeof keys>(keys);
