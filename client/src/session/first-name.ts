// The name that short sentences and small tiles use. A title is none.

const TITLES = new Set(
  (
    'dr ddr drs dra prof profa professor professorin pd priv doz univ dipl ' +
    'mr mrs ms miss mx sir dame herr hr frau fr sr sra sister br brother rev father ' +
    'psych päd soz ing rer habil hc msc bsc mag'
  ).split(' '),
);
/** These are first names too; as part of a title they are written small or with a full stop. */
const AFTER_A_TITLE = new Set('med phil nat dent vet oec h c'.split(' '));

/** Words with their places; "Prof.Dr.Berg" has three. */
const WORD = /[^\s.]+\.?/gu;
const bare = (word: string): string => word.replace(/[^\p{L}]/gu, '').toLowerCase();
/** "Prof.in", "Dr.in": what is left of the full stop stands alone. */
const FEMALE_ENDINGS = new Set(['in', 'a']);

const isTitle = (word: string, after: boolean, glued: boolean): boolean => {
  const parts = word.split('-').map(bare).filter(Boolean);
  if (parts.length > 0 && parts.every((part) => TITLES.has(part))) return true;
  if (!after) return false;
  if (glued && FEMALE_ENDINGS.has(word)) return true;
  const small = word.endsWith('.') || word === word.toLowerCase();
  return small && parts.length > 0 && parts.every((part) => TITLES.has(part) || AFTER_A_TITLE.has(part));
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
    if (!isTitle(word, index > 0, index === end && index > 0)) break;
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
