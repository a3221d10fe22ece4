import { type LocalTrack, type LocalTrackPublication, type Room, RoomEvent, Track } from 'livekit-client';
import { type Fault, faultOf } from '../devices/fault.ts';
import { makeHome } from './home.ts';
import { type Aim, moveFor, type Source, type Standing, type Track as Known } from './rules.ts';
import type { Arming } from './seal.ts';
import { unlessRevoked } from './unless-revoked.ts';

const SOURCES = { microphone: Track.Source.Microphone, camera: Track.Source.Camera } as const;
/** Numbers of LiveKit's `TrackSource`: the package does not export the enumeration. */
const WIRE_SOURCES = { camera: 1, microphone: 2 } as const;

/** After a failure that no device is to blame for, the loop looks again, in ms. */
const LOOK_AGAIN = 1_000;

const granted = (room: Room, source: Source): boolean => {
  const may = room.localParticipant.permissions;
  // An empty list together with canPublish means "everything".
  return (
    may?.canPublish === true &&
    (may.canPublishSources.length === 0 ||
      may.canPublishSources.some((s) => Number(s) === WIRE_SOURCES[source]))
  );
};

/** While the signal is resumed the sound flows on by its own way, and so does the right to it. */
const standing = (room: Room, source: Source): Standing => {
  if (!granted(room, source)) return 'refused';
  if (room.state === 'signalReconnecting') return 'resuming';
  return room.state === 'connected' ? 'granted' : 'refused';
};

const isLive = (publication: LocalTrackPublication | undefined): boolean =>
  publication?.track !== undefined && !publication.isMuted;

/**
 * The one follow loop of one own source. It compares what should be with what is and does one thing at a
 * time; what changed meanwhile is seen in the next round, so the latest wish wins.
 * @param mayPublish the gate before capturing and sending; whoever changes its answer calls `look`
 * @param arming what is sent stays silent until this has seen it sealed; `null` = nothing is sealed here
 */
export const follow = (
  room: Room,
  source: Source,
  aim: () => Aim,
  mayPublish: () => boolean,
  onChange: () => void,
  arming: Arming | null = null,
) => {
  /** Published, and not yet seen sealed: silent and black until then. */
  let unproven = false;
  let busy = false;
  let again = false;
  let closed = false;
  let revoke: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How often the right was gone, and how often when the present track was begun: an older track is dead. */
  let losses = 0;
  let bornAfter = 0;
  /** Whether LiveKit has given the right since we joined it. */
  let given = false;
  let opened = false;
  /** With which device the present track captures; `null` = as the browser chooses. */
  let taken: string | null = null;
  const home = makeHome(source);
  /** Something was plugged in or out since the loop last looked. */
  let plugged = false;
  let fault: { readonly kind: Fault; readonly device: string | null } | null = null;
  const publication = () => room.localParticipant.getTrackPublication(SOURCES[source]);

  const allowed = () => aim().may && granted(room, source) && mayPublish();

  const aliveOrMissed = async (): Promise<void> =>
    arming?.alive().catch((error: unknown) => {
      arming.missed();
      throw error;
    });
  /** Opens what was published silent, once a frame of it was seen sealed. Where none is, everything ends. */
  const prove = async (track: LocalTrack, revoked: Promise<void>): Promise<void> => {
    if (arming === null) return;
    const proven = arming.proven(track).then(
      () => true,
      () => false,
    );
    const is = await unlessRevoked(proven, revoked, () => undefined);
    if (is === false) arming.missed();
    // Whose right is gone meanwhile is ended by the loop, and was never open.
    if (is !== true || closed) return;
    track.mediaStreamTrack.enabled = true;
    unproven = false;
  };

  const turn = async (on: boolean): Promise<void> => {
    const me = room.localParticipant;
    if (on) await aliveOrMissed();
    await (source === 'microphone' ? me.setMicrophoneEnabled(on) : me.setCameraEnabled(on));
  };
  /** Captures and publishes. LiveKit would wait 10 s for a server that has just taken the right. */
  const open = async (device: string | null): Promise<void> => {
    opened = true;
    unproven = false;
    bornAfter = losses;
    taken = device;
    const me = room.localParticipant;
    // Without one that is named, LiveKit takes the one that it moved to last.
    const options = { deviceId: device ?? home.began() ?? 'default' };
    const end = (track: LocalTrack): void => {
      track.stop();
      void me.unpublishTrack(track, true);
    };
    const revoked = new Promise<void>((resolve) => (revoke = resolve));
    // With a list of codecs LiveKit's client offers the track before LiveKit has said yes to it. A refused one would stay
    // with LiveKit as a track without a name, and the next one, accepted, be taken for it: silent, and shown as live.
    me.setEnabledPublishCodecs([]);
    const publish = async (): Promise<void> => {
      await aliveOrMissed();
      const create = me.createTracks(source === 'microphone' ? { audio: options } : { video: options });
      const tracks = await unlessRevoked(create, revoked, (late) => late.forEach((track) => track.stop()));
      for (const track of tracks ?? []) {
        // Of a right that was lost we hear at once; the gate may have closed without a word.
        if (!mayPublish()) {
          track.stop();
          continue;
        }
        if (arming !== null) {
          unproven = true;
          track.mediaStreamTrack.enabled = false;
        }
        const published = await unlessRevoked(me.publishTrack(track), revoked, () => end(track)).catch(
          (error: unknown) => {
            track.stop();
            throw error;
          },
        );
        if (published === null) track.stop();
        else {
          home.begin(track);
          await prove(track, revoked);
        }
      }
    };
    await publish().finally(() => (revoke = null));
  };
  /** Captures with another device and goes on sending as the same track. A device that does not open ends it. */
  const swap = async (track: LocalTrack, device: ConstrainDOMString): Promise<void> => {
    const revoked = new Promise<void>((resolve) => (revoke = resolve));
    const swapped = track.setDeviceId(device);
    const done = await unlessRevoked(swapped, revoked, () => track.stop())
      .catch(() => null)
      .finally(() => (revoke = null));
    if (done === null) await drop(track);
    again = true;
  };
  const drop = async (track: LocalTrack): Promise<void> => {
    track.stop();
    await room.localParticipant.unpublishTrack(track, true);
  };
  const step = async (): Promise<void> => {
    const now = aim();
    if (!now.wish || (fault !== null && fault.device !== now.device)) fault = null;
    const track = publication();
    // LiveKit has taken back whatever was sent before the right was lost, even where its word came too early for us. What was given
    // up before it was seen sealed is not gone on with: to unmute it would open it.
    const dead = track?.track !== undefined && (bornAfter !== losses || unproven);
    const known: Known = track?.track ? { live: isLive(track), device: taken } : 'none';
    const stands = mayPublish() ? standing(room, source) : 'refused';
    const move = dead ? 'drop' : moveFor(now, stands, known, fault !== null);
    if (move === 'drop' && track?.track) {
      await drop(track.track);
      again ||= dead;
    } else if (move === 'swap' && track?.track) {
      taken = now.device;
      await swap(track.track, taken === null ? 'default' : { exact: taken });
      home.begin(track.track);
    } else if (move === 'open') {
      await (track?.track ? turn(true) : open(now.device));
      again = true;
    } else if (move === 'rest') await turn(false);
    else if (plugged && track?.track) {
      plugged = false;
      const missed = await home.missedBy(track.track, now.device);
      if (missed !== null && allowed()) await swap(track.track, missed);
    }
  };
  const round = async (): Promise<void> => {
    again = true;
    if (!allowed()) losses += 1;
    given ||= granted(room, source);
    const { wish, device } = aim();
    // A device that gives no frame may be waited for without end: whoever turns it off, or takes another, ends that.
    const givesUp = unproven && (!wish || device !== taken);
    if (busy) return allowed() && !givesUp ? undefined : revoke?.();
    busy = true;
    while (again && !closed) {
      again = false;
      const { device } = aim();
      await step().catch((error: unknown) => {
        if (closed) return;
        const kind = faultOf(error);
        if (kind !== null) fault = { kind, device };
        else timer = setTimeout(look, LOOK_AGAIN);
      });
      // A visit that is over has nothing to tell.
      if (!closed) onChange();
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
  // LiveKit mutes what has ended and cannot be taken up again, as where the permission is withdrawn: to try it ourselves says why.
  room.on(RoomEvent.TrackMuted, (_, whose) => {
    if (whose === room.localParticipant) look();
  });
  room.on(RoomEvent.MediaDevicesChanged, () => {
    plugged = true;
    forgive();
  });
  room.on(RoomEvent.Disconnected, () => {
    given = false;
  });
  return {
    look,
    /** "Check again". */
    forgive,
    fault: () => fault?.kind ?? null,
    live: () => !unproven && isLive(publication()),
    /** Has begun to capture, be it long ago. */
    opened: () => opened,
    /** LiveKit gave the right and has taken it. */
    taken: () => given && !granted(room, source),
    track: () => publication()?.track ?? null,
    close: () => {
      closed = true;
      clearTimeout(timer);
      revoke?.();
      publication()?.track?.stop();
    },
  };
};
