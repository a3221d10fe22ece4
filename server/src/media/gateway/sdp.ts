// What an offer or an answer says about sending. Read strictly: where LiveKit's reader could see something else than we
// do, nothing is read at all. What every browser writes is much narrower than what the grammar allows.

import type { Kind } from '../sendable.ts';
import { declaresAll, type Section } from './declared.ts';

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

const SENDING = ['a=sendrecv', 'a=sendonly'];
const DIRECTIONS = [...SENDING, 'a=recvonly', 'a=inactive'];
/** A direction with a value is one for some readers only. */
const VALUED = /^a=(sendrecv|sendonly|recvonly|inactive):/;
/** A stream and a name in it, of at most 128 letters: a browser's have 38. */
const STREAM = /^\S+ \S{1,128}$/;
/** The number of a source and something about it. */
const SOURCE = /^\d+ /;
const NAMED = /^\d+ msid:\S+ \S{1,128}$/;
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

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);

/** What a section of sound or pictures says; `null` where it could be read in two ways. */
function mediaLine({ head, lines }: Section): MediaLine | null {
  const streams = valuesOf(lines, 'msid');
  const sources = valuesOf(lines, 'ssrc');
  const named = sources.filter((value) => /msid/i.test(value));
  const isEven =
    streams.every((value) => STREAM.test(value)) &&
    sources.every((value) => SOURCE.test(value)) &&
    named.every((value) => NAMED.test(value)) &&
    !lines.some((line) => VALUED.test(line));
  const [mid, ...mids] = valuesOf(lines, 'mid');
  const [direction = 'a=sendrecv', ...directions] = lines.filter((line) => DIRECTIONS.includes(line));
  const [track = null, ...tracks] = new Set([...streams, ...named].map(lastWord));
  if (!isEven || mid === undefined || [...mids, ...directions, ...tracks].length > 0) return null;
  return {
    kind: head.startsWith('m=audio') ? 'audio' : 'video',
    mid,
    sends: SENDING.includes(direction),
    track,
    sources: [...new Set(sources.map((value) => parseInt(value, 10)))],
  };
}

/** The sections of a description, or `null` where the text can be taken apart in two ways. */
function sectionsOf(sdp: string): readonly Section[] | null {
  if (sdp.length > LONGEST || !sdp.startsWith('v=0\r\n') || !sdp.endsWith('\r\n')) return null;
  const lines = sdp.slice(0, -'\r\n'.length).split('\r\n');
  if (!lines.every((line) => LINE.test(line) && (!ODD.test(line) || EVEN.test(line)))) return null;
  const heads = lines.flatMap((head, at) => (head.startsWith('m=') ? [{ head, at }] : []));
  if (heads.length > MOST_SECTIONS || !heads.every(({ head }) => SECTION.test(head))) return null;
  // Of the whole they would hold for sections that say nothing, for some readers.
  if (valuesOf(lines.slice(0, heads[0]?.at), 'msid').length > 0) return null;
  return heads.map(({ head, at }, index) => ({ head, lines: lines.slice(at, heads[index + 1]?.at) }));
}

function mediaLinesIn(sections: readonly Section[]): readonly MediaLine[] | null {
  const media = sections.filter(({ head }) => !head.startsWith('m=application')).map(mediaLine);
  const found = media.filter((line) => line !== null);
  // One that cannot be read is missing there, and so is the second of two with one name.
  return new Set(found.map(({ mid }) => mid)).size === media.length ? found : null;
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
