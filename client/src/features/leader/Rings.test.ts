import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { place } from '../../testing/place.ts';
import { askedInto, outside, ringsAdvice } from './rings-model.ts';

const people = (inside: number, change: object = {}) =>
  Array.from({ length: inside }, (_, n) => place(`Member ${n}`, change as never));
const room = (places: RoomView['places'], rings = { out: [], in: [] } as object) =>
  ({ places, leader: { rings } }) as unknown as RoomView;

describe('the two rings, for leaders', () => {
  it('[LE80] advises an inner and an outer ring above twelve people who are there in one', () => {
    expect(ringsAdvice(room(people(12)))).toBeNull();
    expect(ringsAdvice(room(people(13)))).toContain('13 people sit in one ring.');
    const out = place('Noor', { sits: 'row' } as never);
    expect(ringsAdvice(room([...people(12), out]))).toBeNull();
    expect(ringsAdvice(room([...people(12), place('Kofi', { presence: 'away' } as never)]))).toBeNull();
  });

  it('[LE80] offers to ask in and out just those whom the view names', () => {
    const [mei, noor] = [place('Mei'), place('Noor', { sits: 'row' } as never)];
    const view = room([mei, noor], { out: [mei.seat], in: [] });
    expect(askedInto(view, 'out')).toEqual([mei]);
    expect(askedInto(view, 'in')).toEqual([]);
    expect(outside(view)).toEqual([noor]);
  });
});
