import { AudioPresets } from 'livekit-client';
import { expect, test } from 'vitest';
import { makeRoom } from './make-room.ts';

test('[MC11] sound is sent as speech and rests in silence; nothing is sent or fetched that nobody looks at', () => {
  const { options } = makeRoom();
  expect(options.publishDefaults).toMatchObject({ audioPreset: AudioPresets.speech, dtx: true, red: true });
  expect(options).toMatchObject({ adaptiveStream: true, dynacast: true });
});

test('[MC11] the microphone takes echo and noise out of a voice and keeps it level', () => {
  expect(makeRoom().options.audioCaptureDefaults).toMatchObject({
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  });
});
