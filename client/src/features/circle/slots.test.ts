import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, type Slot, slotsAfter } from './slots.ts';

const one = (seat: string, wide = false): Slot => ({ seat, wide });
const ones = (...seats: string[]) => seats.map((seat) => one(seat));
const list = fc
  .uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { minLength: 1 })
  .map((seats) => ones(...seats));

describe('whose place is where', () => {
  it('[CR30] moves nobody when somebody leaves, and closes up with the next newcomer', () => {
    const three = ones('a', 'b', 'c');
    expect(slotsAfter(three, ones('a', 'c'))).toBe(three);
    expect(slotsAfter(three, ones('a', 'c', 'd'))).toEqual(ones('a', 'c', 'd'));
  });

  it('[CR30, SI20] makes a place wide when others join there, and leaves it so for who is left', () => {
    const wide = [one('a', true), one('b')];
    expect(slotsAfter(ones('a', 'b'), wide)).toBe(wide);
    expect(slotsAfter(wide, ones('a', 'b'))).toBe(wide);
  });

  it('[CR30] leaves an empty slot where somebody has gone', () => {
    const [a, c] = [{ seat: 'a' }, { seat: 'c' }];
    expect(filled(ones('a', 'b', 'c'), [a, c]).map(({ place }) => place)).toEqual([a, null, c]);
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
