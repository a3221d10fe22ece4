import { expect, test } from 'vitest';
import { fits, type Known } from './kinds.ts';

const VOICE: Known = { announced: 'audio', coded: 'audio/red', arrived: 'audio' };
const PICTURE: Known = { announced: 'video', coded: 'video/VP8', arrived: 'video' };

test('[MC16] a track fits its source when every sign says so, from the announcement to what has arrived', () => {
  expect([fits('microphone', VOICE), fits('camera', PICTURE)]).toEqual([true, true]);
  expect([fits('camera', VOICE), fits('microphone', PICTURE)]).toEqual([false, false]);
  for (const [source, honest, other] of [
    ['camera', PICTURE, VOICE],
    ['microphone', VOICE, PICTURE],
  ] as const) {
    expect(fits(source, { ...honest, coded: '', arrived: null }), 'only announced so far').toBe(true);
    expect(fits(source, { ...honest, coded: undefined }), 'arrived, its code not told').toBe(true);
    for (const sign of ['announced', 'coded', 'arrived'] as const)
      expect(fits(source, { ...honest, [sign]: other[sign] }), `another ${sign}`).toBe(false);
  }
  expect(fits('camera', { ...PICTURE, coded: 'AUDIO/opus', arrived: null })).toBe(false);
});
