import { expect, it } from 'vitest';
import { makeRepeats } from './repeats.ts';

it('[KY1] two presses of a key within half a second are one, and a third belongs to the second', () => {
  const repeats = makeRepeats();
  expect([0, 120, 560, 1_100].map((at) => repeats('hand', at))).toEqual([false, true, true, false]);
  expect(repeats('camera', 1_150)).toBe(false);
});
