import { createStore } from 'zustand/vanilla';

/** One sentence in a live region; `n` tells two equal ones apart. */
export type Said = { readonly n: number; readonly text: string };
export type Announcements = { readonly polite: readonly Said[]; readonly urgent: readonly Said[] };

/** A sentence stands this long in its region, in ms: then it is spoken, and would only be old when read again. */
const STANDS = 10_000;

/** Sentences for the two live regions; any feature may say something. */
export const announcements = createStore<Announcements>(() => ({ polite: [], urgent: [] }));

let count = 0;

/** Says a sentence; an urgent one interrupts. Two that come at once stand side by side, so that none is lost. */
export const say = (text: string, urgent = false): void => {
  const said = { n: (count += 1), text };
  const region = urgent ? 'urgent' : 'polite';
  const change = (to: (standing: readonly Said[]) => readonly Said[]) =>
    announcements.setState((state) => ({ [region]: to(state[region]) }));
  change((standing) => [...standing, said]);
  setTimeout(() => change((standing) => standing.filter((one) => one !== said)), STANDS);
};
