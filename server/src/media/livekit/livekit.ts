// LiveKit as our media server.

import {
  type ParticipantInfo,
  RoomServiceClient,
  ServerError,
  type TrackInfo,
  TrackSource,
  TrackType,
} from 'livekit-server-sdk';
import pLimit from 'p-limit';
import { createReady, isDown } from './reach.ts';
import { type Keys, mintJoin } from './tokens.ts';
import type { Media, Participant, Publication, Rights } from '../port.ts';
import { isDisguised, lacksSeal, sourceOf } from '../sendable.ts';
import { listens } from '../gateway/upstream.ts';

/** Seconds until a call counts as failed. */
const ANSWER_WITHIN = 2;
/** Looks into rooms that may be under way at once, of all sessions together. Rights never wait behind them. */
const LOOKS_AT_ONCE = 32;

/** All fields, always: LiveKit replaces the whole permission. An empty list of sources would mean every source. */
const permissionOf = ({ microphone, camera }: Rights) => ({
  canSubscribe: true,
  canPublish: microphone || camera,
  canPublishData: false,
  // Always in this order: LiveKit takes another order for a change.
  canPublishSources: [
    ...(camera ? [TrackSource.CAMERA] : []),
    ...(microphone ? [TrackSource.MICROPHONE] : []),
  ],
  hidden: false,
  recorder: false,
  canUpdateMetadata: false,
  agent: false,
  canSubscribeMetrics: false,
  canManageAgentSession: false,
});

/** The rights that LiveKit says a participant has, or `null` if we would never give them so. */
function rightsOf({ permission }: ParticipantInfo): Rights | null {
  if (permission === undefined) return null;
  const { canPublish, canPublishSources: sources } = permission;
  const more =
    permission.canPublishData || permission.hidden || permission.recorder || permission.canUpdateMetadata;
  if (more || !permission.canSubscribe) return null;
  if (!canPublish) return { microphone: false, camera: false };
  const foreign = sources.some((source) => sourceOf(source) === 'other');
  if (foreign || sources.length === 0) return null;
  return {
    microphone: sources.includes(TrackSource.MICROPHONE),
    camera: sources.includes(TrackSource.CAMERA),
  };
}

/**
 * A track as LiveKit lists it. The sender names kind, source and seal itself; the codec tells what really comes.
 * @param sealing whether tracks must be sealed
 */
export function publicationOf(
  { type, source, mimeType, encryption }: TrackInfo,
  sealing: boolean,
): Publication {
  const named = type === TrackType.AUDIO ? 'audio' : 'video';
  const comes = /^(audio|video)\//i.exec(mimeType)?.[1]?.toLowerCase() ?? named;
  const kind = named === comes ? named : 'mixed';
  return { kind: lacksSeal(encryption, sealing) ? 'unsealed' : kind, source: sourceOf(source) };
}

const participantOf = (info: ParticipantInfo, sealing: boolean): Participant => ({
  identity: info.identity,
  stay: info.sid,
  rights: rightsOf(info),
  tracks: info.tracks.map((track) => publicationOf(track, sealing)),
});

/** "There is no such room or participant" is an answer, not a failure. */
async function unlessAbsent<T, A>(call: Promise<T>, absent: A): Promise<T | A> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ServerError && error.code === 'not_found') return absent;
    throw error;
  }
}

/**
 * @param options.url where LiveKit's HTTP port is, `http://127.0.0.1:7880`
 * @param options.sealing whether tracks must be sealed
 */
export function createLiveKit({
  url,
  key,
  secret,
  sealing = false,
}: Keys & { readonly url: string; readonly sealing?: boolean }): Media {
  const rooms = new RoomServiceClient(url, key, secret, { requestTimeout: ANSWER_WITHIN, failover: false });
  const looks = pLimit(LOOKS_AT_ONCE);
  return {
    async participants(room) {
      const people = await looks(() => unlessAbsent(rooms.listParticipants(room), []));
      return people.map((one) => participantOf(one, sealing));
    },
    async knows(room, identity) {
      try {
        return (await unlessAbsent(rooms.getParticipant(room, identity), null)) !== null;
      } catch (error) {
        if (await isDown(error, url)) return false;
        throw error;
      }
    },
    async published(room, identity) {
      const info = await unlessAbsent(rooms.getParticipant(room, identity), null);
      return (info?.tracks ?? []).flatMap((track) => {
        const { kind, source: named } = publicationOf(track, sealing);
        if (kind === 'mixed' || kind === 'unsealed' || isDisguised(kind, named)) return [];
        return [{ sid: track.sid, mid: track.mid, kind }];
      });
    },
    async apply(room, identity, rights) {
      const info = await unlessAbsent(
        rooms.updateParticipant(room, identity, { permission: permissionOf(rights) }),
        'absent' as const,
      );
      return info === 'absent' ? info : participantOf(info, sealing);
    },
    remove: (room, identity) => unlessAbsent(rooms.removeParticipant(room, identity), undefined),
    closeRoom: (room) => unlessAbsent(rooms.deleteRoom(room), undefined),
    mintJoin: (room, identity) => mintJoin({ key, secret }, room, identity),
    // A name that no room has: only whether the question is allowed matters.
    ready: createReady(
      () => listens(url),
      () => rooms.listRooms(['-']),
    ),
  };
}
