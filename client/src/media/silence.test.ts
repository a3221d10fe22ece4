import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeTrack } from './fake-room.ts';
import { GRACE, watchSilence } from './silence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const device = () => {
  const { mediaStreamTrack: track } = fakeTrack('audio');
  const becomes = (muted: boolean) => {
    track.muted = muted;
    track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  };
  return { track: track as unknown as MediaStreamTrack, becomes };
};

test('[VO7] a device that the system keeps silent is told of after a while, and at once when it gives something again', () => {
  const { track, becomes } = device();
  const told = vi.fn();
  const silence = watchSilence(told);
  silence.watch(track);
  becomes(true);
  vi.advanceTimersByTime(GRACE - 1);
  expect([silence.silent(), told.mock.calls.length]).toEqual([false, 0]);
  vi.advanceTimersByTime(1);
  expect([silence.silent(), told.mock.calls.length]).toEqual([true, 1]);
  silence.watch(track);
  track.dispatchEvent(new Event('ended'));
  expect(silence.silent()).toBe(true);
  becomes(false);
  expect([silence.silent(), told.mock.calls.length]).toEqual([false, 2]);
});

test('[VO7] a short silence of the system is no news, however often', () => {
  const { track, becomes } = device();
  const told = vi.fn();
  watchSilence(told).watch(track);
  for (let time = 0; time < 4; time += 1) {
    becomes(true);
    vi.advanceTimersByTime(GRACE - 1);
    becomes(false);
  }
  vi.advanceTimersByTime(GRACE);
  expect(told).not.toHaveBeenCalled();
});

test('[VO7] one that is silent from the beginning counts, and one that is watched no more does not', () => {
  const { track, becomes } = device();
  becomes(true);
  const told = vi.fn();
  const silence = watchSilence(told);
  silence.watch(track);
  vi.advanceTimersByTime(GRACE);
  expect(silence.silent()).toBe(true);
  silence.watch(device().track);
  expect(silence.silent()).toBe(false);
  becomes(false);
  becomes(true);
  vi.advanceTimersByTime(GRACE);
  expect([silence.silent(), told.mock.calls.length]).toEqual([false, 1]);
});

test('[VO7] one that ended is not told of where another track has taken its place meanwhile', () => {
  const { track } = device();
  const silence = watchSilence(() => silence.watch(device().track));
  silence.watch(track);
  Object.assign(track, { readyState: 'ended' });
  track.dispatchEvent(new Event('ended'));
  vi.advanceTimersByTime(GRACE);
  expect(silence.silent()).toBe(false);
});

test('[VO7] one that was stopped without a word is seen when it is looked at again', () => {
  const { track } = device();
  const silence = watchSilence(() => silence.watch(track));
  silence.watch(track);
  Object.assign(track, { readyState: 'ended' });
  for (const after of [0, GRACE / 2, GRACE / 2]) {
    vi.advanceTimersByTime(after);
    silence.watch(track);
  }
  expect(silence.silent()).toBe(true);
});
