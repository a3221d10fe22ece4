// Whether an offer declares all that could arrive under it. For packets that no section declares LiveKit (pion) makes
// tracks of its own, whatever direction the section has into which it guesses them.

/** The mark in each packet that tells its section. */
const MARK = 'urn:ietf:params:rtp-hdrext:sdes:mid';
const EXTENSION = /^a=extmap:(\d{1,5})(?:\/[a-z]+)? (\S+)(?: |$)/;
/** A section that was refused, as Chromium writes it from then on: of no coding. */
const EMPTY = /^m=\S+ 0 \S+ 0$/;

const starting = (lines: readonly string[], start: string): readonly string[] =>
  lines.filter((line) => line.startsWith(start));

function isMarked(lines: readonly string[]): boolean {
  const extensions = starting(lines, 'a=extmap:').map((line) => EXTENSION.exec(line));
  const numbers = new Set(extensions.map((one) => Number(one?.[1] ?? NaN)));
  // Of two with one number the first would count, for the whole stay.
  const distinct = numbers.size === extensions.length && !numbers.has(NaN);
  return distinct && extensions.filter((one) => one?.[2] === MARK).length === 1;
}

const isEmpty = (lines: readonly string[]): boolean =>
  EMPTY.test(lines[0] ?? '') &&
  ['a=extmap:', 'a=rtpmap:'].every((start) => starting(lines, start).length === 0);

/** @param sections the lines of each, with sound, pictures or anything else */
export function declaresAll(sections: readonly (readonly string[])[]): boolean {
  const media = sections.filter(([first]) => first?.startsWith('m=application') === false);
  if (!media.every((lines) => isEmpty(lines) || isMarked(lines))) return false;
  // Whatever comes would be put into the only one, if it names no sources.
  return media.length !== 1 || sections.length > 1 || starting(media[0] ?? [], 'a=ssrc:').length > 0;
}
