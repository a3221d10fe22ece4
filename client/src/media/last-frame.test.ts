import { expect, it, vi } from 'vitest';
import { forgetFrame, takeFrame } from './last-frame.ts';

const drawImage = vi.fn();
const canvas = () => ({
  width: 300,
  height: 150,
  dataset: {} as DOMStringMap,
  getContext: () => ({ drawImage }),
});
const video = (change: object) =>
  ({ readyState: 4, videoWidth: 640, videoHeight: 480, ...change }) as HTMLVideoElement;

it('[CR33] keeps a small last frame of a picture, and nothing of one that never came', () => {
  const empty = canvas();
  takeFrame(video({ readyState: 1 }), empty);
  takeFrame(video({ videoWidth: 0 }), empty);
  expect([drawImage.mock.calls.length, 'kept' in empty.dataset]).toEqual([0, false]);
  const kept = canvas();
  takeFrame(video({}), kept);
  expect([kept.width, kept.height, 'kept' in kept.dataset]).toEqual([96, 72, true]);
  expect(drawImage).toHaveBeenCalledOnce();
});

it('[CR33] leaves nothing of a frame that is forgotten', () => {
  const kept = canvas();
  takeFrame(video({}), kept);
  forgetFrame(kept);
  expect([kept.width, 'kept' in kept.dataset]).toEqual([0, false]);
});
