// Names that look alike. For the server alone: the table of lookalikes is no part of the page.

import unhomoglyph from 'unhomoglyph';

/** Without the marks that are small on a Latin, Greek or Cyrillic letter. */
const bare = (text: string): string => text.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');

/** The skeleton of Unicode's report 39, in small letters, without what stands between letters. */
const skeleton = (text: string): string => {
  const bones = bare(unhomoglyph(bare(text))).toLowerCase();
  return bones.replace(/[^\p{L}\p{N}\p{M}]/gu, '') || bones;
};

/** What a name looks like, written as it is and in small letters: some pairs are alike in one way only. */
const looksOf = (name: string): readonly string[] => [skeleton(name), skeleton(bare(name).toLowerCase())];

/** The same name, or one that looks like it, told apart from those already there: "Anna", "Anna (2)". */
export const tellApart = (name: string, taken: readonly string[]): string => {
  const there = new Set(taken.flatMap(looksOf));
  const isFree = (text: string): boolean => looksOf(text).every((look) => !there.has(look));
  if (isFree(name)) return name;
  for (let n = 2; ; n += 1) {
    const next = `${name} (${n})`;
    if (isFree(next)) return next;
  }
};

const withoutNumber = (name: string): string => name.replace(/\s*\(?\p{N}+\)?$/u, '');

/** Tells of a name whether it would be taken for one of these, whatever number it carries. */
export const imitating = (names: readonly string[]): ((name: string) => boolean) => {
  const looks = new Set(names.map(withoutNumber).flatMap(looksOf));
  return (name) => looksOf(withoutNumber(name)).some((look) => looks.has(look));
};
