// The name that short sentences and small tiles use. A title is none.

const TITLES = new Set(
  (
    'dr ddr drs dra drin prof profa profin professor professorin pd priv doz univ dipl ' +
    'doctor docteur dott mr mrs ms miss mx mme mlle sir dame herr hr frau fr sr sra sister schwester br brother rev father ' +
    'psych päd soz ing rer habil hc msc bsc mag'
  ).split(' '),
);
/** These are first names too; as part of a title they are written small or with a full stop. */
const AFTER_A_TITLE = new Set('med phil nat dent vet oec h c'.split(' '));

/** Words with their places: "Prof.Dr.Berg" has three, "Dr.in Berg" has two. */
const WORD = /[^\s.]+(\.in(?=[.\s]|$)|\.)?/gu;

const isTitle = (word: string, after: boolean): boolean => {
  const small = word.endsWith('.') || word === word.toLowerCase();
  const parts = word
    .toLowerCase()
    .replace(/[^\p{L}-]/gu, '')
    .split('-')
    .filter(Boolean);
  return (
    parts.length > 0 && parts.every((part) => TITLES.has(part) || (after && small && AFTER_A_TITLE.has(part)))
  );
};

/** A name in its parts: titles, first name and the rest. Joined they are the name again. */
export type NameParts = { readonly titles: string; readonly first: string; readonly last: string };

/**
 * The parts of a name. Whoever gives no first name ("Dr. Nair", "Dr.", "J. Berg", "Berg, Anna") is called by the whole of
 * what they gave.
 */
export const partsOf = (written: string): NameParts => {
  const name = written.trim();
  let [start, end] = [0, 0];
  for (const { 0: word, index } of name.matchAll(WORD)) {
    if (!isTitle(word, index > 0)) break;
    end = index + word.length;
    start = end + (/^\s*/u.exec(name.slice(end))?.[0].length ?? 0);
  }
  const first = /^\S+/u.exec(name.slice(start))?.[0] ?? '';
  const last = name.slice(start + first.length);
  const unclear = first === '' || /[.,]$/u.test(first) || (start > 0 && last === '');
  return unclear ? { titles: '', first: name, last: '' } : { titles: name.slice(0, start), first, last };
};

/** The first name, or the whole name where there is none. */
export const firstName = (name: string): string => partsOf(name).first;
