// Names are shown to a whole group: nothing in them may reorder, hide or imitate the text around them.

// Control, format (bidirectional marks, zero-width) , surrogate and private characters, line and paragraph breaks.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A name as it may be shown: NFC, no control or bidirectional marks, single spaces, at most 60 characters. */
export const cleanName = (text: string): string =>
  [...text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()].slice(0, 60).join('').trim();

/** The same name told apart from those already there: "Anna", "Anna (2)". */
export const tellApart = (name: string, taken: readonly string[]): string => {
  const key = (text: string) => text.normalize('NFKC').toLowerCase();
  const there = new Set(taken.map(key));
  if (!there.has(key(name))) return name;
  for (let n = 2; ; n += 1) {
    const next = `${name} (${n})`;
    if (!there.has(key(next))) return next;
  }
};
