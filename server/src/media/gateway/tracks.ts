// What one stay in a room has announced: which name belongs to which kind, and who holds the one place of each kind.

import type { AddTrackRequest } from '@livekit/protocol';
import type { Published } from '../port.ts';
import { type Kind, lacksSeal, mostOf, sendableOf } from '../sendable.ts';
import type { MediaLine } from './sdp.ts';

type Track = {
  readonly kind: Kind;
  /** Its name in LiveKit's answers; `null` where it was there before this gateway. */
  readonly cid: string | null;
  /** Names under which an offer may hold it. */
  readonly names: Set<string>;
  sid: string | null;
  /** When it was announced. */
  readonly since: number;
  /** The section that holds it. */
  mid: string | null;
  /**
   * `holds`: it has the place of its kind · `ended`: its section no longer sends, LiveKit may remember it ·
   * `dead`: LiveKit has ended or never begun it, so whatever comes under its name goes nowhere.
   */
  state: 'holds' | 'ended' | 'dead';
};

/**
 * `disguise`: not what it is called · `taken`: another one has the place · `stuck`: one that was never offered has it ·
 * `violation`: a name that the other kind has · `forgotten`: nobody here knows which names and sources this stay has used.
 */
export type Announcement = 'fine' | 'disguise' | 'taken' | 'stuck' | 'violation' | 'forgotten';

/** Names of one stay. Ten turns a session and two names a turn are 20. */
const MOST_NAMES = 1000;
/** Sections of one stay, and sources: a section of simulcast has six. */
const MOST_PLACES = 6000;
/** Tracks of one stay that are remembered. */
const MOST_TRACKS = 400;
/** Milliseconds from an announcement to its offer. LiveKit's clients give up after this time. */
const OFFERED_WITHIN = 10_000;
/** What may stand as one word in an offer. */
const NAME = /^[\x21-\x7e]+$/;
/** Letters of a name, of whatever a client chooses. */
const LONGEST = 128;

const kindOf = (request: AddTrackRequest, sealing: boolean): Kind | null => {
  const { type, source, sid, simulcastCodecs, encryption } = request;
  if (lacksSeal(encryption, sealing)) return null;
  const sendable = sendableOf(type, source);
  // With an id it would add a codec to a track that is already there, whose kind nobody compares.
  if (sendable === null || sid !== '') return null;
  return simulcastCodecs.every(({ codec }) => sendable.codecs.test(codec)) ? sendable.kind : null;
};

export type Tracks = {
  /** All of the stay went through this gateway; else it may hold what nobody here has seen. */
  readonly seenWhole: boolean;
  /** A request to publish, at this moment in milliseconds; `fine` if it may be carried. */
  announce(request: AddTrackRequest, now: number): Announcement;
  /** An offer; whether each section that sends holds what was announced, and one of each kind. */
  offer(lines: readonly MediaLine[]): boolean;
  /** LiveKit has taken a request to publish. */
  accepted(cid: string, sid: string): void;
  /** LiveKit has refused one. */
  refused(cid: string): void;
  /** LiveKit has ended a track. */
  unpublished(sid: string): void;
  /** Whether this stay has ever had this track. */
  knows(sid: string): boolean;
};

/**
 * One stay in a room, as its announcements and LiveKit's answers tell it.
 * @param published what is there already, of a stay that began before this gateway; `null` where it begins now
 * @param sealing whether tracks must be announced as sealed
 */
export function createTracks(published: readonly Published[] | null = null, sealing = false): Tracks {
  const before = published ?? [];
  const tracks: Track[] = before.map((one) => ({
    ...one,
    cid: null,
    names: new Set(),
    since: 0,
    state: 'holds',
  }));
  const kinds = new Map<string, Kind>();

  /** A name belongs to one kind for the whole stay: LiveKit matches by name, whenever the other half comes. */
  const claim = (names: readonly string[], kind: Kind): boolean => {
    for (const name of names) {
      if ((kinds.get(name) ?? kind) !== kind || kinds.size >= MOST_NAMES) return false;
      kinds.set(name, kind);
    }
    return true;
  };
  const sections = new Map<string, Kind>(before.map(({ mid, kind }) => [mid, kind]));
  const sources = new Map<number, string>();
  /**
   * A section is of one kind for the whole stay, and a source in one section: LiveKit finds a track that waits by its
   * source, in whatever section that stands, and calls it from then on as that section is called.
   */
  const settle = ({ kind, mid, sources: own }: MediaLine): boolean => {
    if ((sections.get(mid) ?? kind) !== kind || sections.size + sources.size > MOST_PLACES) return false;
    sections.set(mid, kind);
    for (const source of own) {
      if ((sources.get(source) ?? mid) !== mid) return false;
      sources.set(source, mid);
    }
    return true;
  };
  /** The track that a section holds. LiveKit looks by name, and then for one of its kind that has no section yet. */
  const ownerOf = (
    { kind, mid }: MediaLine,
    name: string,
    found: ReadonlyMap<Track, unknown>,
  ): Track | undefined => {
    // What a section holds goes on in it, whatever it is called from now on.
    const here = tracks.find((track) => track.state === 'holds' && track.mid === mid);
    if (here !== undefined) return here.kind === kind ? here : undefined;
    const ofKind = tracks.filter((track) => track.kind === kind);
    const holding = (some: readonly Track[]): Track | undefined =>
      some.find(({ state }) => state === 'holds') ??
      // LiveKit may remember it: that a later one of its name was refused makes it no safer.
      some.find(({ state }) => state === 'ended') ??
      some.at(-1);
    return (
      // The same name may be announced again when its first track is over.
      holding(ofKind.filter(({ names }) => names.has(name))) ??
      // Firefox gives sections names of their own.
      holding(ofKind.filter((track) => track.mid === null && !found.has(track)))
    );
  };

  /**
   * Whether a section goes on with what LiveKit knew before this gateway began. Pictures without named sources only: one
   * that is named could be of sound that waits at LiveKit since then, which would be heard under the camera's name.
   */
  const goesOn = ({ kind, mid, sends, sources: own }: MediaLine): boolean =>
    !sends ||
    ((kind === 'audio' || own.length === 0) &&
      tracks.some((track) => track.state === 'holds' && track.mid === mid));

  return {
    seenWhole: published === null,
    announce(request, now) {
      const kind = kindOf(request, sealing);
      const names = [request.cid, ...request.simulcastCodecs.map(({ cid }) => cid)].filter(
        (name) => name !== '',
      );
      if (kind === null || request.cid === '') return 'disguise';
      if ([...names, request.name, request.stream].some((text) => text.length > LONGEST)) return 'disguise';
      if (!names.every((one) => NAME.test(one))) return 'disguise';
      if (published !== null) return 'forgotten';
      if (!claim(names, kind) || tracks.length >= MOST_TRACKS) return 'violation';
      const holders = tracks.filter((track) => track.kind === kind && track.state === 'holds');
      if (holders.some(({ mid, since }) => mid === null && now - since > OFFERED_WITHIN)) return 'stuck';
      const free = holders.length < mostOf(kind);
      const state = free ? 'holds' : 'dead';
      tracks.push({ kind, cid: request.cid, names: new Set(names), sid: null, mid: null, since: now, state });
      return free ? 'fine' : 'taken';
    },
    offer(lines) {
      if (published !== null && !lines.every(goesOn)) return false;
      const found = new Map<Track, { readonly mid: string; readonly name: string }>();
      for (const line of lines) {
        if (!settle(line) || (line.track !== null && !claim([line.track], line.kind))) return false;
        const { mid, sends, track: name } = line;
        if (!sends) continue;
        if (name === null) return false;
        const owner = ownerOf(line, name, found);
        if (owner === undefined || owner.state === 'ended' || (owner.state === 'holds' && found.has(owner)))
          return false;
        found.set(owner, { mid, name });
      }
      // Only now: of an offer that goes nowhere LiveKit knows nothing.
      for (const [owner, { mid, name }] of found) {
        owner.mid = mid;
        owner.names.add(name);
      }
      for (const track of tracks)
        if (track.state === 'holds' && track.mid !== null && !found.has(track)) track.state = 'ended';
      return true;
    },
    accepted(cid, sid) {
      const track = tracks.findLast((one) => one.state !== 'dead' && one.cid === cid);
      if (track !== undefined) track.sid = sid;
    },
    refused(cid) {
      // Not of one that was refused here: it never came to LiveKit.
      const track = tracks.findLast((one) => one.state !== 'dead' && one.sid === null && one.cid === cid);
      if (track !== undefined) track.state = 'dead';
    },
    unpublished(sid) {
      for (const track of tracks) if (track.sid === sid) track.state = 'dead';
    },
    knows: (sid) => tracks.some((track) => track.sid === sid),
  };
}
