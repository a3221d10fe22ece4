import { createStore } from 'zustand/vanilla';
import { kept } from './kept.ts';
import { type MediaSnapshot, NO_MEDIA } from './snapshot.ts';

/** What is, as the media server says. */
export const media = createStore<MediaSnapshot>(() => NO_MEDIA);

/** Tells what is so now. What says the same as before stays the same object: whoever shows it is not drawn again. */
export const tellMedia = (change: Partial<MediaSnapshot>): void =>
  media.setState((before) => kept(before, { ...before, ...change }), true);
