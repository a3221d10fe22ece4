import { describe, expect, test } from 'vitest';
import { mayPass } from './signal-frames.ts';
import { message, text } from './testing/message.ts';

const addTrack = (type: number, source: number): Uint8Array =>
  message([4, message([1, text('cid')], [3, type], [8, source])]);

describe('frames of a client', () => {
  test('[GW9] a track is called what it is, or the frame is dropped', () => {
    expect(mayPass(addTrack(0, 2))).toBe(true);
    expect(mayPass(addTrack(1, 1))).toBe(true);
    for (const [type, source] of [
      [0, 1],
      [1, 2],
      [0, 0],
      [0, 4],
      [1, 3],
      [2, 2],
    ] as const) {
      expect(mayPass(addTrack(type, source)), `${type} ${source}`).toBe(false);
    }
    // Sound is the type of a message that names none.
    expect(mayPass(message([4, message([8, 2])]))).toBe(true);
    expect(mayPass(message([4, message([8, 1])]))).toBe(false);
  });

  test('[GW9] the last of a field that comes twice counts, as for its reader', () => {
    expect(mayPass(message([4, message([8, 2], [8, 1])]))).toBe(false);
  });

  test('[GW9] a frame asks for one thing: what several would become is left to nobody', () => {
    const innocent = message([1, text('cid')], [3, 0], [8, 2]);
    expect(mayPass(message([4, innocent]))).toBe(true);
    expect(mayPass(message([4, innocent], [4, message([8, 1])]))).toBe(false);
    // Its reader begins a new track after another field, so the picture of the first one is sound again.
    const camera = message([1, text('cid')], [8, 1]);
    expect(mayPass(message([4, message([3, 1])], [14, 1], [4, camera]))).toBe(false);
    expect(mayPass(message([14, 1], [4, innocent]))).toBe(false);
  });

  test('[GW10] simulated events are dropped, everything else passes', () => {
    expect(mayPass(message([13, message([1, 1])]))).toBe(false);
    expect(mayPass(message([3, text('candidate')]))).toBe(true);
    expect(mayPass(message([14, 5]))).toBe(true);
    expect(mayPass(new Uint8Array())).toBe(true);
  });

  test('[GW10] what is no message is dropped', () => {
    for (const bytes of [
      [0x22, 50, 1],
      [0xff],
      [0x23],
      [0x22, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ]) {
      expect(mayPass(Uint8Array.from(bytes))).toBe(false);
    }
  });
});
