// Names are shown to a whole group: nothing in them may reorder, hide or imitate the text around them.

import { LONGEST_CLOSING, LONGEST_NAME } from '../longest.ts';

// Control, format (bidirectional marks, zero-width), surrogate, private and unassigned characters, line and paragraph breaks.
const UNPRINTED = /[\p{C}\p{Zl}\p{Zp}]/gu;
// What fonts draw as nothing: fillers, joiners, variation selectors; and two symbols that are blank by design.
const BLANK = /[\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu;
/** Marks that stand on no letter. */
const LOOSE_MARKS = /(^|\s)\p{M}+/gu;
/** More marks than any writing needs: they would be drawn over the lines around. */
const HEAPED_MARKS = /(\p{M}{4})\p{M}+/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** What people write, as it may be shown: NFC, nothing unseen in it, single spaces. Empty where no letter and no number is left. */
const clean = (text: string, longest: number): string => {
  const seen = text.normalize('NFC').replace(UNPRINTED, '').replace(BLANK, '').replace(/\s+/gu, ' ').trim();
  const set = seen.replace(LOOSE_MARKS, '$1').replace(HEAPED_MARKS, '$1').replace(/\s+/gu, ' ').trim();
  return LETTER.test(set) ? [...set].slice(0, longest).join('').trim() : '';
};

/** A name as it may be shown, cut at the longest; empty where nothing of it can be seen. */
export const cleanName = (text: string): string => clean(text, LONGEST_NAME);

/** At most this many people share one camera. */
export const MOST_AT_ONE = 6;

/** The leaders' line for the last page as it may be shown; empty where nothing of it can be seen. */
export const cleanClosing = (text: string): string => clean(text, LONGEST_CLOSING);
