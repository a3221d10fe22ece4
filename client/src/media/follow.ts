import { type LocalTrackPublication, type Room, RoomEvent, Track } from 'livekit-client';
import { faultOf } from './fault.ts';
import { type Aim, moveFor, type Source } from './rules.ts';
import type { Fault } from './snapshot.ts';

const SOURCES = { microphone: Track.Source.Microphone, camera: Track.Source.Camera } as const;
/** Numbers of LiveKit's `TrackSource`: the package does not export the enumeration. */
const WIRE_SOURCES = { camera: 1, microphone: 2 } as const;

const granted = (room: Room, source: Source): boolean => {
  const may = room.localParticipant.permissions;
  // An empty list together with canPublish means "everything".
  return (
    may?.canPublish === true &&
    (may.canPublishSources.length === 0 ||
      may.canPublishSources.some((s) => Number(s) === WIRE_SOURCES[source]))
  );
};

const stateOf = (publication: LocalTrackPublication | undefined) => {
  if (!publication?.track) return 'none';
  return publication.isMuted ? 'resting' : 'live';
};

/**
 * The one follow loop of one own source. It compares what should be with what is and does one thing at a
 * time; what changed meanwhile is seen in the next round, so the latest wish wins.
 */
export const follow = (room: Room, source: Source, aim: () => Aim, onChange: () => void) => {
  let busy = false;
  let again = false;
  let closed = false;
  let fault: { readonly kind: Fault; readonly device: string | null } | null = null;
  const publication = () => room.localParticipant.getTrackPublication(SOURCES[source]);

  const set = (on: boolean, device: string | null) => {
    const options = device === null ? undefined : { deviceId: device };
    return source === 'microphone'
      ? room.localParticipant.setMicrophoneEnabled(on, options)
      : room.localParticipant.setCameraEnabled(on, options);
  };
  const step = async (): Promise<void> => {
    const now = aim();
    if (!now.wish || (fault !== null && fault.device !== now.device)) fault = null;
    const track = publication();
    const move = moveFor(
      now,
      room.state === 'connected' && granted(room, source),
      stateOf(track),
      fault !== null,
    );
    if (move === 'drop' && track?.track) {
      track.track.stop();
      await room.localParticipant.unpublishTrack(track.track, true);
    } else if (move === 'open') {
      await set(true, now.device);
      again = true;
    } else if (move === 'rest') await set(false, null);
  };
  const round = async (): Promise<void> => {
    again = true;
    if (busy) return;
    busy = true;
    while (again && !closed) {
      again = false;
      const { device } = aim();
      await step().catch((error: unknown) => {
        const kind = faultOf(error);
        if (kind !== null) fault = { kind, device };
      });
      onChange();
    }
    busy = false;
  };
  const look = () => void round();
  const forgive = () => {
    fault = null;
    look();
  };
  const events = [
    RoomEvent.ParticipantPermissionsChanged,
    RoomEvent.LocalTrackUnpublished,
    RoomEvent.Connected,
    RoomEvent.Reconnected,
  ] as const;
  for (const event of events) room.on(event, look);
  room.on(RoomEvent.MediaDevicesChanged, forgive);
  return {
    look,
    /** "Check again". */
    forgive,
    fault: () => fault?.kind ?? null,
    live: () => stateOf(publication()) === 'live',
    track: () => publication()?.track ?? null,
    close: () => {
      closed = true;
      publication()?.track?.stop();
    },
  };
};
