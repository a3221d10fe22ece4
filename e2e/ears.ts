// A listener that takes everything it can get and measures how loud it is.

import {
  AudioStream,
  type RemoteTrack,
  type RemoteParticipant,
  Room,
  RoomEvent,
  TrackKind,
} from '@livekit/rtc-node';
import { until } from './until.ts';

/** Root mean square, of 1, from which a frame counts as heard. The tone has 0.17. */
const HEARD = 0.003;

export type Ears = {
  readonly room: Room;
  /** When this identity was last heard, in milliseconds of `performance.now()`; `null` = never. */
  lastHeard(identity: string): number | null;
  /** The same for anybody. */
  lastHeardAnybody(): number | null;
  /** Milliseconds of sound heard so far, of everybody together. */
  heardFor(): number;
  /** Waits until somebody is heard from now on. */
  hears(identity: string, deadline?: number): Promise<void>;
  leave(): Promise<void>;
};

const loudness = (samples: Int16Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / Math.max(1, samples.length));

/** Joins and listens. */
export async function listen(url: string, token: string): Promise<Ears> {
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
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  const lastHeard = (identity: string): number | null => heard.get(identity) ?? null;
  return {
    room,
    lastHeard,
    heardFor: () => heardFor,
    lastHeardAnybody: () => (heard.size === 0 ? null : Math.max(...heard.values())),
    async hears(identity, deadline = 10_000) {
      const from = performance.now();
      await until(`${identity} to be heard`, () => (lastHeard(identity) ?? 0) > from, deadline);
    },
    leave: () => room.disconnect(),
  };
}
