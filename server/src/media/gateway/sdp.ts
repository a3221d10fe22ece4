// What an offer or an answer says about sending. Read strictly: where LiveKit's reader could see something else than we
// do, nothing is read at all. What every browser writes is much narrower than what the grammar allows.

import type { Kind } from '../sendable.ts';
import { declaresAll } from './declared.ts';

export type MediaLine = {
  readonly kind: Kind;
  readonly mid: string;
  /** It may carry media from the client. A line without a direction does, and so does a refused one (port 0). */
  readonly sends: boolean;
  /** Name of the track, as `a=msid:` and `a=ssrc: … msid:` give it; `null` without one. */
  readonly track: string | null;
  /** Numbers of its sources, by which packets are told to it. */
  readonly sources: readonly number[];
};

/** Characters. A full circle with many turns has some 100,000. */
const LONGEST = 400_000;
/** Sections with a life of many hours behind them have some 300. */
const MOST_SECTIONS = 600;
/** Letters of a name. A browser's have at most 38. */
const LONGEST_NAME = 128;

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
/** A direction with a value is one for some readers only. */
const VALUED = /^a=(sendrecv|sendonly|recvonly|inactive):/;
const LINE = /^[a-z]=[^\r\n\0]*$/;
const SECTION = /^m=(audio|video|application) \d{1,5} [A-Z/]+( \S+)*$/;
/** A type, protocol or attribute in other letters is read by some readers and not by others. */
const ODD = /^(m=|a=(msid|mid|ssrc|sendrecv|sendonly|recvonly|inactive))/i;
const EVEN = /^(m=|a=(msid|mid|ssrc|sendrecv|sendonly|recvonly|inactive))/;

/** What an attribute of this name holds in a section: `''` where it has no value. */
const valuesOf = (lines: readonly string[], name: string): readonly string[] =>
  lines
    .filter((line) => line === `a=${name}` || line.startsWith(`a=${name}:`))
    .map((line) => line.slice(`a=${name}:`.length));

/** Names of tracks in one section. Throws where a line of this sort has another form than browsers give it. */
function namesIn(lines: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const value of valuesOf(lines, 'msid')) {
    const parts = value.split(' ');
    if (parts.length !== 2) throw new RangeError('a stream without a track');
    names.add(parts[1] ?? '');
  }
  for (const value of valuesOf(lines, 'ssrc')) {
    if (!/msid/i.test(value)) continue;
    const track = /^\d+ msid:\S+ (\S+)$/.exec(value)?.[1];
    if (track === undefined) throw new RangeError('a source without a track');
    names.add(track);
  }
  return names;
}

/** Numbers of the sources in one section. */
const sourcesIn = (lines: readonly string[]): readonly number[] => [
  ...new Set(
    valuesOf(lines, 'ssrc').map((value) => {
      const number = /^(\d+)(?: |$)/.exec(value)?.[1];
      if (number === undefined) throw new RangeError('a source without a number');
      return Number(number);
    }),
  ),
];

function mediaLine(kind: string, lines: readonly string[]): MediaLine | null {
  if (kind !== 'audio' && kind !== 'video') return null;
  const mids = valuesOf(lines, 'mid');
  const directions = lines.filter((line) => DIRECTIONS.includes(line.slice('a='.length)));
  const names = namesIn(lines);
  const valued = lines.some((line) => VALUED.test(line));
  if (mids.length !== 1 || directions.length > 1 || valued || names.size > 1)
    throw new RangeError('a section that says two things');
  const [track = null] = names;
  if (track !== null && (track === '' || track.length > LONGEST_NAME))
    throw new RangeError('a name out of bounds');
  const sends = directions.length === 0 || directions[0] === 'a=sendrecv' || directions[0] === 'a=sendonly';
  return { kind, mid: mids[0] ?? '', sends, track, sources: sourcesIn(lines) };
}

/** The lines of each section, or `null` where the text can be taken apart in two ways. */
function sectionsOf(sdp: string): readonly (readonly string[])[] | null {
  if (sdp.length > LONGEST || !sdp.startsWith('v=0\r\n') || !sdp.endsWith('\r\n')) return null;
  const lines = sdp.slice(0, -'\r\n'.length).split('\r\n');
  if (!lines.every((line) => LINE.test(line) && (!ODD.test(line) || EVEN.test(line)))) return null;
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  if (starts.length > MOST_SECTIONS) return null;
  // Of the whole they would hold for sections that say nothing, for some readers.
  if (valuesOf(lines.slice(0, starts[0]), 'msid').length > 0) return null;
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function mediaLinesIn(sections: readonly (readonly string[])[]): readonly MediaLine[] | null {
  try {
    const found = sections.map((lines) => {
      const kind = SECTION.exec(lines[0] ?? '')?.[1];
      if (kind === undefined) throw new RangeError('a section of an unknown kind');
      return mediaLine(kind, lines);
    });
    const media = found.filter((line) => line !== null);
    if (new Set(media.map(({ mid }) => mid)).size !== media.length) return null;
    return media;
  } catch {
    return null;
  }
}

/** @returns its sections with sound and pictures, or `null` where it can be read in two ways */
export function mediaLinesOf(sdp: string): readonly MediaLine[] | null {
  const sections = sectionsOf(sdp);
  return sections === null ? null : mediaLinesIn(sections);
}

/** The same of an offer, which must also declare whatever could arrive under it. */
export function offeredLinesOf(sdp: string): readonly MediaLine[] | null {
  const sections = sectionsOf(sdp);
  return sections !== null && declaresAll(sections) ? mediaLinesIn(sections) : null;
}
