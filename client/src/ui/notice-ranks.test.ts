import { describe, expect, it } from 'vitest';
import { ranksOf, type Standing } from './notice-ranks.ts';

const plain = (id: string): Standing => ({ id, calls: false });
const call = (id: string): Standing => ({ id, calls: true });
const ranks = (...standing: Standing[]) => [...ranksOf(standing)].map(([id, rank]) => `${id} ${rank}`);

describe('several notices', () => {
  it('[PG21] the newest stands whole, the one before it is a line, and older ones wait behind it', () => {
    expect(ranks()).toEqual([]);
    expect(ranks(plain('a'))).toEqual(['a whole']);
    expect(ranks(plain('a'), plain('b'), plain('c'))).toEqual(['a rest', 'b line', 'c whole']);
  });

  it('[PG21] whoever calls stands whole, however old the call is, and of the others the newest is a line', () => {
    expect(ranks(call('a'), plain('b'), plain('c'))).toEqual(['a call', 'b rest', 'c line']);
    expect(ranks(plain('a'), call('b'), call('c'))).toEqual(['a line', 'b call', 'c call']);
  });
});
