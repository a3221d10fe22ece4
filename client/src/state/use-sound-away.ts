import type { MediaSnapshot } from '../media/snapshot.ts';
import { useLasting } from './use-session.ts';

/** A short blink of a line is not worth a word, in ms. */
export const BLINK = 1_200;

/**
 * Whether sound and pictures have been away for longer than a blink.
 * @param counts false: whatever happens now is counted anew later
 */
export const useSoundAway = (link: MediaSnapshot['link'], counts = true): boolean =>
  useLasting(counts && (link === 'away' || link === 'connecting'), 2 * BLINK);
