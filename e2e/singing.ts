// A page whose microphone is a pure tone, and a program that looks for it: ciphertext that is played as sound is no silence, but
// noise, and a tone in noise is measured with certainty.

import { AudioStream, type RemoteParticipant, type RemoteTrack, Room, RoomEvent } from '@livekit/rtc-node';
import type { Page } from 'playwright-core';
import { enter } from './enter.ts';
import type { Place } from './keys.ts';
import { until } from './until.ts';

/** Samples a second, and of one piece: 40 ms, in which the tone goes round eighteen times. */
const RATE = 8_000;
const PIECE = 320;
const PITCH = 450;
/** Root mean square, of 1, from which a piece counts. */
const HEARD = 0.003;

/** Runs in the page, before anything of ours. */
const sing = (pitch: number): void => {
  const devices = MediaDevices.prototype;
  const open = devices.getUserMedia;
  devices.getUserMedia = async function give(what) {
    const stream = await open.call(this, what);
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: pitch });
    const out = context.createMediaStreamDestination();
    tone.connect(new GainNode(context, { gain: 0.3 })).connect(out);
    tone.start();
    const heard = stream.getAudioTracks().length > 0 ? out.stream.getAudioTracks() : [];
    return new MediaStream([...stream.getVideoTracks(), ...heard]);
  };
};

/**
 * Gives a page a tone in the place of its microphone; before it opens our address.
 * @param pitch in hertz
 */
export const singsOn = (page: Page, pitch = PITCH): Promise<unknown> => page.addInitScript(sing, pitch);

/** The share of a piece's power that is the tone, of 1. */
const toneIn = (piece: readonly number[]): number => {
  let [cosine, sine, power] = [0, 0, 0];
  for (const [at, sample] of piece.entries()) {
    const turn = (2 * Math.PI * PITCH * at) / RATE;
    cosine += sample * Math.cos(turn);
    sine += sample * Math.sin(turn);
    power += sample ** 2;
  }
  return power / PIECE < HEARD ** 2 ? NaN : (2 * (cosine ** 2 + sine ** 2)) / (PIECE * power);
};

export type Listener = {
  /** How much of the sound of this identity is the tone, of 1: the mean of the next so many pieces that are sound at all. */
  toneOf(identity: string, pieces: number): Promise<number>;
  leave(): Promise<void>;
};

/** Joins and takes everything; where all is sealed it opens what its keys open. */
export const listenForTone = async (place: Place): Promise<Listener> => {
  const room = new Room();
  const tones = new Map<string, number[]>();
  const follow = async (track: RemoteTrack, identity: string): Promise<void> => {
    const reader = new AudioStream(track, RATE, 1).getReader();
    const heard: number[] = [];
    tones.set(identity, heard);
    let kept: readonly number[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      kept = [...kept, ...Array.from(value.data, (sample) => sample / 32_768)];
      for (; kept.length >= PIECE; kept = kept.slice(PIECE)) {
        const tone = toneIn(kept.slice(0, PIECE));
        if (!Number.isNaN(tone)) heard.push(tone);
      }
    }
  };
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack, _publication: unknown, from: RemoteParticipant) => {
    void follow(track, from.identity).catch(() => undefined);
  });
  await enter(room, place, { autoSubscribe: true });
  return {
    toneOf: async (identity, pieces) => {
      const from = tones.get(identity)?.length ?? 0;
      const next = () => tones.get(identity)?.slice(from, from + pieces) ?? [];
      await until(`${pieces} pieces of sound`, () => next().length === pieces, 20_000);
      const heard = next();
      return heard.reduce((sum, one) => sum + one, 0) / heard.length;
    },
    leave: () => room.disconnect(),
  };
};
