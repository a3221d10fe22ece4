import {
  ConnectionQuality,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  Track,
} from 'livekit-client';
import type { Gates } from './gates.ts';
import { fits } from './kinds.ts';
import type { Source } from './rules.ts';
import type { RemoteLine } from './snapshot.ts';
import type { Voices } from './sound-first.ts';

export type Allowed = {
  /** Identity → sources that the view allows. */
  readonly named: ReadonlyMap<string, ReadonlySet<Source>>;
  /** The gate before taking and playing. */
  readonly mayTake: Gates['mayTake'];
};

const SOURCE_OF: Partial<Record<Track.Source, Source>> = {
  [Track.Source.Microphone]: 'microphone',
  [Track.Source.Camera]: 'camera',
};

/** Everything that is subscribed to, attached or told of has passed here. */
const isAllowed = (
  { named, mayTake }: Allowed,
  identity: string,
  publication: RemoteTrackPublication,
): boolean => {
  const { source, kind, mimeType, track } = publication;
  const known = SOURCE_OF[source];
  const arrived = track?.mediaStreamTrack.kind ?? null;
  if (known === undefined || !fits(known, { announced: kind, coded: mimeType, arrived })) return false;
  return named.get(identity)?.has(known) === true && mayTake(identity, publication);
};

/** Everything that is subscribed is what view and gate allow, and everything that they allow of these sources is subscribed. */
export const subscribe = (room: Room, allowed: Allowed, sources: readonly Source[]): void => {
  for (const { identity, trackPublications } of room.remoteParticipants.values()) {
    for (const publication of trackPublications.values()) {
      const remote = publication as RemoteTrackPublication;
      const may = isAllowed(allowed, identity, remote);
      const wanted = may && sources.some((source) => SOURCE_OF[remote.source] === source);
      if (remote.isDesired !== wanted) remote.setSubscribed(wanted);
      if (!wanted) remote.track?.detach();
    }
  }
};

const publicationOf = (room: Room, allowed: Allowed, identity: string, source: Source) =>
  [...(room.remoteParticipants.get(identity)?.trackPublications.values() ?? [])]
    .map((publication) => publication as RemoteTrackPublication)
    .find((one) => SOURCE_OF[one.source] === source && isAllowed(allowed, identity, one));

/** The track of one line, only if view and gate allow it now. */
export const trackOf = (room: Room, allowed: Allowed, identity: string, source: Source) =>
  publicationOf(room, allowed, identity, source)?.track ?? null;

/** Whose voice may be heard, who sends one, and whose has arrived. */
export const voicesIn = (room: Room, allowed: Allowed): Voices => {
  const may = [...allowed.named]
    .filter(([, sources]) => sources.has('microphone'))
    .map(([identity]) => identity);
  const voiceOf = (identity: string) => publicationOf(room, allowed, identity, 'microphone');
  const sent = may.filter((identity) => voiceOf(identity) !== undefined);
  return { may, sent, here: sent.filter((identity) => voiceOf(identity)?.track !== undefined) };
};

const isWeak = ({ connectionQuality }: RemoteParticipant): boolean =>
  connectionQuality === ConnectionQuality.Poor || connectionQuality === ConnectionQuality.Lost;

/** Longer than anybody counts as just arriving, in ms; LiveKit tells whole seconds. */
const LONG_THERE = 4_000;

/** Who was in the media server for a while when we came: by LiveKit's own clock. */
export const thereBefore = ({ localParticipant, remoteParticipants }: Room): readonly string[] =>
  [...remoteParticipants.values()]
    .filter(({ joinedAt }) => Number(localParticipant.joinedAt) - Number(joinedAt ?? Infinity) >= LONG_THERE)
    .map(({ identity }) => identity);

/** All remote lines that the view knows, as plain data. */
export const linesIn = (
  room: Room,
  allowed: Allowed,
  settled: ReadonlySet<string>,
): Record<string, RemoteLine> => {
  const lines: Record<string, RemoteLine> = {};
  for (const identity of allowed.named.keys()) {
    const remote = room.remoteParticipants.get(identity);
    if (remote === undefined) continue;
    const audio = publicationOf(room, allowed, identity, 'microphone');
    const video = publicationOf(room, allowed, identity, 'camera');
    const micOpen = audio !== undefined && !audio.isMuted;
    lines[identity] = {
      audio: audio?.track?.mediaStreamID ?? null,
      video: video?.track && !video.isMuted ? video.track.mediaStreamID : null,
      micOpen,
      camOn: video !== undefined && !video.isMuted,
      camOff: video?.isMuted === true,
      settled: settled.has(identity),
      speaking: micOpen && remote.isSpeaking,
      quality: isWeak(remote) ? 'weak' : 'good',
    };
  }
  return lines;
};

/** Everything after which the remote lines may look different. */
export const LINE_EVENTS = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.Disconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;
