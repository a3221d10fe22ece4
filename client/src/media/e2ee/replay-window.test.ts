import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReplayWindow } from './replay-window.ts';

/** LiveKit's own form: `makeIV` of its frame cryptor. */
const ivOf = (stream: number, timestamp: number, sealed: number): Uint8Array => {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, stream);
  view.setUint32(4, timestamp);
  view.setUint32(8, timestamp - (sealed % 0xffff));
  return bytes;
};
const STREAM = 0xfedcba98;
const frame = (sealed: number, stream = STREAM): Uint8Array => ivOf(stream, (sealed * 960) >>> 0, sealed);

it('refuses each frame that comes again within the life of a key', () => {
  const window = new ReplayWindow();
  for (let n = 60_000; n < 76_000; n += 1) if (!window.isFirst(frame(n))) expect.fail(`refused frame ${n}`);
  for (let n = 60_000; n < 76_000; n += 1) if (window.isFirst(frame(n))) expect.fail(`played ${n} twice`);
});

it('tells streams apart, and forgets the oldest of very many', () => {
  const window = new ReplayWindow();
  const played = Array.from({ length: 49 }, (_, stream) => window.isFirst(frame(7, stream)));
  expect(played).not.toContain(false);
  expect([window.isFirst(frame(7, 48)), window.isFirst(frame(7, 1))]).toEqual([false, false]);
  expect(window.isFirst(frame(7, 0))).toBe(true);
});

it('plays each of the last 1,024 frames once in whatever order they come, and none that is older', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200_000 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 400 }),
      (from, order) => {
        const window = new ReplayWindow();
        const played = new Set<number>();
        let newest = -1;
        for (const nth of order) {
          const may = !played.has(nth) && nth > newest - 1_024;
          expect(window.isFirst(frame(from + nth))).toBe(may);
          if (!may) continue;
          played.add(nth);
          newest = Math.max(newest, nth);
        }
      },
    ),
  );
});

it('refuses what no cryptor of LiveKit makes', () => {
  const window = new ReplayWindow();
  expect(window.isFirst(new Uint8Array(11))).toBe(false);
  const far = ivOf(STREAM, 5, 0);
  new DataView(far.buffer).setUint32(8, 6);
  expect(window.isFirst(far)).toBe(false);
});
