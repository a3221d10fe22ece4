// Whether an offer declares all that could arrive under it. For packets that no section declares LiveKit (pion) makes
// tracks of its own, whatever direction the section has into which it guesses them.

/** The mark in each packet that tells its section. */
const MARK = 'urn:ietf:params:rtp-hdrext:sdes:mid';
const EXTENSION = /^a=extmap:(\d{1,5})(?:\/[a-z]+)? (\S+)(?: |$)/;
/** A section that was refused, as Chromium writes it from then on: of no coding. */
const EMPTY = /^m=\S+ 0 \S+ 0$/;

/** One section of a description. */
export type Section = {
  /** Its first line: kind, port, protocol, codings. */
  readonly head: string;
  /** All of them, with the first. */
  readonly lines: readonly string[];
};

const starting = ({ lines }: Section, start: string): readonly string[] =>
  lines.filter((line) => line.startsWith(start));

function isMarked(section: Section): boolean {
  const named = starting(section, 'a=extmap:');
  const extensions = named.map((line) => EXTENSION.exec(line)).filter((one) => one !== null);
  const numbers = new Set(extensions.map(([, number]) => Number(number)));
  // One that cannot be read is missing there; of two with one number the first would count, for the whole stay.
  const distinct = numbers.size === named.length;
  return distinct && extensions.filter(([, , name]) => name === MARK).length === 1;
}

const isEmpty = (section: Section): boolean =>
  EMPTY.test(section.head) &&
  ['a=extmap:', 'a=rtpmap:'].every((start) => starting(section, start).length === 0);

/** @param sections with sound, pictures or anything else */
export function declaresAll(sections: readonly Section[]): boolean {
  const media = sections.filter(({ head }) => !head.startsWith('m=application'));
  if (!media.every((section) => isEmpty(section) || isMarked(section))) return false;
  // Whatever comes would be put into the only one, if it names no sources.
  return sections.length > 1 || media.every((only) => starting(only, 'a=ssrc:').length > 0);
}
