// The shortcuts that one person has, in the order of the list.

import type { RoomView } from '@tele-balint/shared/view/view';
import { keyText } from '../../text/keys-text.ts';
import { mySeat } from '../../state/places.ts';

export type KeyRow = { readonly key: string; readonly does: string };

const ALL = ['F2', 'Alt+M', 'Alt+C', 'Alt+O', 'Alt+L', 'Alt+W'] as const;
const MEMBERS = ['Alt+H', 'Alt+I'] as const;
const LEADERS = ['F3', 'Alt+N', 'Alt+B', 'Alt+Z'] as const;

/** Leaders have no hand to raise, and nobody else has a drawer. */
export const keysFor = (view: Pick<RoomView, 'you'>): readonly KeyRow[] =>
  [...ALL, ...(mySeat(view).leads ? LEADERS : MEMBERS)].map((key) => ({ key, does: keyText(`keys.${key}`) }));
