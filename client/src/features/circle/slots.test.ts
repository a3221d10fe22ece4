import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, slotsAfter } from './slots.ts';

const list = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { minLength: 1 });

describe('whose place is where', () => {
  it('[CR30] moves nobody when somebody leaves, and closes up with the next newcomer', () => {
    const three = ['a', 'b', 'c'];
    expect(slotsAfter(three, ['a', 'c'])).toBe(three);
    expect(slotsAfter(three, ['a', 'c', 'd'])).toEqual(['a', 'c', 'd']);
  });

  it('[CR30] leaves an empty slot where somebody has gone', () => {
    const [a, c] = [{ seat: 'a' }, { seat: 'c' }];
    expect(filled(['a', 'b', 'c'], [a, c]).map(({ place }) => place)).toEqual([a, null, c]);
  });

  it('[CR30] has a place for everybody, and the same plan as long as nobody is new', () => {
    fc.assert(
      fc.property(list, list, (before, seats) => {
        const slots = slotsAfter(before, seats);
        expect(slots).toEqual(expect.arrayContaining([...seats]));
        expect(slots === before || slots === seats).toBe(true);
        expect(slotsAfter(slots, seats)).toBe(slots);
      }),
    );
  });
});
