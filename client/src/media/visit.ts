import { ConnectionState, RoomEvent } from 'livekit-client';
import { devices } from '../devices/chosen-devices.ts';
import { meter } from '../devices/level.ts';
import { session } from '../state/store.ts';
import { makeArrivals } from './arrivals.ts';
import { follow } from './follow.ts';
import { type Gates, OPEN_GATES } from './gates.ts';
import { stayJoined } from './join.ts';
import { type Allowed, LINE_EVENTS, linesIn, subscribe, thereBefore, trackOf, voicesIn } from './listen.ts';
import { makeRoom } from './make-room.ts';
import { play } from './play.ts';
import { aimOf, playable, type Source } from './rules.ts';
import { media, tellMedia } from './media-store.ts';
import type { Seal } from './seal.ts';
import { type MediaSnapshot, NO_MEDIA } from './snapshot.ts';
import { watchSilence } from './silence.ts';
import { makeSoundFirst } from './sound-first.ts';

type Entry = { readonly sessionId: string; readonly token: string; readonly identity: string };

/**
 * One LiveKit identity in one space, from joining to leaving. A new identity or space is a new visit.
 * @param gates what may say no to sending and to taking, beside the view and LiveKit
 * @param seal what seals, where the server asks for it; its gates are then the ones to be given
 */
export const visit = (entry: Entry, gates: Gates = OPEN_GATES, seal: Seal | null = null) => {
  const room = makeRoom(seal?.encryption);
  const leaving = new AbortController();
  const allowed = (): Allowed => ({ named: playable(session.getState().view), mayTake: gates.mayTake });
  const aimOfOwn = (source: Source) => aimOf(session.getState().view, devices.getState(), source);
  const aim = (source: Source) => () => {
    const own = aimOfOwn(source);
    return source === 'camera' && !sound.pictures() ? { ...own, wish: false } : own;
  };

  const level = meter((level) => tellMedia({ voice: { ...media.getState().voice, level } }));
  const silence = { mic: watchSilence(() => show()), cam: watchSilence(() => show()) };
  const sentBy = (own: typeof mic) => (own.live() ? (own.track()?.mediaStreamTrack ?? null) : null);
  const show = () => {
    level.watch(sentBy(mic));
    silence.mic.watch(sentBy(mic));
    silence.cam.watch(sentBy(cam));
    const camSilent = silence.cam.silent();
    tellMedia({
      lines: linesIn(room, allowed(), arrivals.settledOf(room.remoteParticipants.keys(), thereBefore(room))),
      own: {
        micLive: mic.live(),
        micOpened: mic.opened(),
        micTaken: mic.taken(),
        micSilent: silence.mic.silent(),
        camLive: cam.live(),
        camSilent,
        video: cam.live() && !camSilent ? (cam.track()?.mediaStreamID ?? null) : null,
        micFault: mic.fault(),
        camFault: cam.fault(),
      },
      voice: {
        speaking: mic.live() && room.localParticipant.isSpeaking,
        level: mic.live() ? media.getState().voice.level : 0,
      },
    });
  };
  const arrivals = makeArrivals(() => show());
  const look = () => {
    subscribe(room, allowed(), sound.pictures() ? ['microphone', 'camera'] : ['microphone']);
    show();
    // While a connection goes down its voices go one by one: that is not news of who sends one.
    if (room.state === ConnectionState.Connected) sound.look();
  };
  const followOwn = (source: Source) =>
    follow(room, source, aim(source), () => gates.mayPublish(source), show, seal);
  const mic = followOwn('microphone');
  const cam = followOwn('camera');
  for (const event of LINE_EVENTS) room.on(event, look);
  room.on(RoomEvent.AudioPlaybackStatusChanged, () => tellMedia({ canPlay: room.canPlaybackAudio }));
  const speaks = () => {
    const { wish, may } = aimOfOwn('microphone');
    return mic.live() || mic.fault() !== null || !wish || !may;
  };
  const sound = makeSoundFirst(
    () => voicesIn(room, allowed()),
    speaks,
    () => everything(),
  );
  const everything = () => {
    mic.look();
    cam.look();
    look();
  };
  const watching = [session.subscribe(everything), devices.subscribe(everything), gates.onChange(everything)];
  const onLink = (link: MediaSnapshot['link']) => {
    tellMedia({ link });
    if (link === 'away') sound.leave();
    if (link === 'up') sound.arrive();
  };
  const join = () => stayJoined(room, entry, onLink, leaving.signal);
  if (seal === null) void join();
  else void seal.begin(room).then(join, () => seal.missed());

  return {
    /** Plays or shows one line in an element; `null` identity is the own picture. Gives back how to stop. */
    attach: (identity: string | null, source: Source, element: HTMLMediaElement): (() => void) => {
      const track = identity === null ? cam.track() : trackOf(room, allowed(), identity, source);
      return track ? play(track, source, element) : () => undefined;
    },
    labelInUse: (source: Source) => (source === 'camera' ? cam : mic).track()?.mediaStreamTrack.label,
    startAudio: () => room.startAudio(),
    checkAgain: () => {
      mic.forgive();
      cam.forgive();
    },
    leave: (): void => {
      leaving.abort();
      for (const stop of watching) stop();
      mic.close();
      cam.close();
      level.stop();
      silence.mic.watch(null);
      silence.cam.watch(null);
      arrivals.stop();
      sound.leave();
      seal?.stop();
      void room.disconnect(true);
      tellMedia({ ...NO_MEDIA, loud: media.getState().loud });
    },
  };
};
export type Visit = ReturnType<typeof visit>;
