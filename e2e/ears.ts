// A listener that takes everything it can get and measures how loud it is.

import {
  AudioStream,
  type RemoteTrack,
  type RemoteParticipant,
  Room,
  RoomEvent,
  TrackKind,
} from '@livekit/rtc-node';
import { enter } from './enter.ts';
import type { Place } from './keys.ts';
import { until } from './until.ts';

/** Root mean square, of 1, from which a frame counts as heard. The tone has 0.17. */
const HEARD = 0.003;

export type Ears = {
  readonly room: Room;
  /** When this identity was last heard, in milliseconds of `performance.now()`; `null` = never. */
  lastHeard(identity: string): number | null;
  /** The same for anybody. */
  lastHeardAnybody(): number | null;
  /** Whether what this identity sends can be opened; where nothing is sealed all can. */
  opens(identity: string): boolean;
  /** Milliseconds of sound heard so far, of everybody together. */
  heardFor(): number;
  /** Waits until somebody is heard from now on. */
  hears(identity: string, deadline?: number): Promise<void>;
  leave(): Promise<void>;
};

const loudness = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / Math.max(1, samples.length));

/** Joins and listens; where all is sealed it opens what its keys open. */
export async function listen(place: Place): Promise<Ears> {
  const room = new Room();
  const heard = new Map<string, number>();
  let heardFor = 0;
  const follow = async (track: RemoteTrack, identity: string): Promise<void> => {
    const reader = new AudioStream(track, 48_000, 1).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (loudness(value.data) <= HEARD) continue;
      heard.set(identity, performance.now());
      heardFor += (1_000 * value.data.length) / 48_000;
    }
  };
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack, _publication: unknown, from: RemoteParticipant) => {
    if (track.kind === TrackKind.KIND_AUDIO) void follow(track, from.identity).catch(() => undefined);
  });
  await enter(room, place, { autoSubscribe: true });
  const lastHeard = (identity: string): number | null => heard.get(identity) ?? null;
  return {
    room,
    lastHeard,
    opens: (identity) => place.keys?.opens(identity) ?? true,
    heardFor: () => heardFor,
    lastHeardAnybody: () => (heard.size === 0 ? null : Math.max(...heard.values())),
    async hears(identity, deadline = 10_000) {
      const from = performance.now();
      await until(`${identity} to be heard`, () => (lastHeard(identity) ?? 0) > from, deadline);
    },
    leave: () => room.disconnect(),
  };
}
