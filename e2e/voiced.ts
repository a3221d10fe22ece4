// How much of what a listener without keys gets is a voice: ciphertext played as sound is no silence, but noise.

import { AudioStream, type RemoteTrack, Room, RoomEvent, TrackKind } from '@livekit/rtc-node';
import { until } from './until.ts';

/** Samples a second, and of one piece: 40 ms. */
const RATE = 8_000;
const PIECE = 320;
/** Periods of the fake microphones' pitch, 110 to 190 Hz, in samples. */
const PERIODS = { from: 42, to: 73 };
/** Root mean square, of 1, from which a piece counts; how alike a voice is to itself one period later. */
const HEARD = 0.003;
const ALIKE = 0.75;

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, sample, at) => sum + sample * (other[at] ?? 0), 0);

const alikeness = (piece: Float64Array, period: number): number => {
  const [now, then] = [piece.subarray(period), piece.subarray(0, -period)];
  return dot(now, then) / Math.sqrt(dot(now, now) * dot(then, then) + 1e-12);
};

const isVoice = (piece: Float64Array): boolean => {
  for (let period = PERIODS.from; period <= PERIODS.to; period += 1)
    if (alikeness(piece, period) > ALIKE) return true;
  return false;
};

export type Listener = {
  /** The share of the pieces that were loud enough to count in which a voice is, of 1. */
  heard(): { readonly voiced: number };
  /** Waits until so many pieces have come. */
  gets(pieces: number): Promise<void>;
  leave(): Promise<void>;
};

/** Joins without any key, and takes everything. */
export const listenForVoices = async (url: string, token: string): Promise<Listener> => {
  const room = new Room();
  let [pieces, voiced] = [0, 0];
  const follow = async (track: RemoteTrack): Promise<void> => {
    const reader = new AudioStream(track, RATE, 1).getReader();
    let kept: readonly number[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      kept = [...kept, ...value.data];
      while (kept.length >= PIECE) {
        const piece = Float64Array.from(kept.slice(0, PIECE), (sample) => sample / 32_768);
        kept = kept.slice(PIECE);
        if (Math.sqrt(dot(piece, piece) / PIECE) < HEARD) continue;
        pieces += 1;
        voiced += isVoice(piece) ? 1 : 0;
      }
    }
  };
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (track.kind === TrackKind.KIND_AUDIO) void follow(track).catch(() => undefined);
  });
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  return {
    heard: () => ({ voiced: pieces === 0 ? 0 : voiced / pieces }),
    gets: async (wanted) => void (await until(`${wanted} pieces of sound`, () => pieces >= wanted, 20_000)),
    leave: () => room.disconnect(),
  };
};
