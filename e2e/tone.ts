import { AudioFrame, AudioSource } from '@livekit/rtc-node';

/** Samples a second. */
const RATE = 48_000;
/** Hertz. */
const PITCH = 440;
const LOUDNESS = 8_000;
/** Samples of one frame: 10 ms. */
const FRAME = RATE / 100;

export type Tone = { readonly source: AudioSource; end(): Promise<void> };

/**
 * A tone that goes on until it is ended, whatever anybody says.
 * @param pitch in hertz
 */
export function playTone(pitch = PITCH): Tone {
  // Milliseconds that may wait in it: short, so that nothing old is heard.
  const source = new AudioSource(RATE, 1, 40);
  let sample = 0;
  let on = true;
  const push = async (): Promise<void> => {
    while (on) {
      const data = Int16Array.from({ length: FRAME }, () =>
        Math.round(LOUDNESS * Math.sin((2 * Math.PI * pitch * sample++) / RATE)),
      );
      await source.captureFrame(new AudioFrame(data, RATE, 1, FRAME));
    }
  };
  // It ends when the source is closed under it.
  const pushing = push().catch(() => undefined);
  return {
    source,
    async end() {
      on = false;
      await pushing;
      await source.close();
    },
  };
}
