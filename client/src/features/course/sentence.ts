import { type Key, t, type Values } from '../../text/text.ts';

/** An urgent sentence interrupts. */
export type Sentence = { readonly text: string; readonly urgent: boolean };

export const calm = (key: Key, values?: Values): Sentence => ({ text: t(key, values), urgent: false });
export const urgent = (key: Key, values?: Values): Sentence => ({ text: t(key, values), urgent: true });
