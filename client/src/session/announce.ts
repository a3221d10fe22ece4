import { createStore } from 'zustand/vanilla';

/** What is to be spoken next. `n` tells two equal sentences apart. */
export type Announcement = { readonly n: number; readonly polite: string; readonly urgent: string };

/** Sentences for the two live regions; any feature may say something. */
export const announcements = createStore<Announcement>(() => ({ n: 0, polite: '', urgent: '' }));

/** Says a sentence; an urgent one interrupts. */
export const say = (sentence: string, urgent = false): void =>
  announcements.setState(({ n, polite }) => ({
    n: n + 1,
    polite: urgent ? polite : sentence,
    urgent: urgent ? sentence : '',
  }));
