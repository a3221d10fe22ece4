import { describe, expect, it } from 'vitest';
import { columnsFor } from './grid.ts';

const DRAWER = { width: 1022, height: 548 };

describe('the wide grid', () => {
  it('[CR20] shows everybody at once where tiles of 132 px allow it', () => {
    expect(columnsFor(14, true, DRAWER)).toBe(7);
    expect(columnsFor(12, false, DRAWER)).toBeLessThan(7);
    expect(columnsFor(4, false, { width: 1022, height: 400 })).toBe(4);
  });

  it('[CR20] makes no tile narrower than that', () => {
    expect(columnsFor(16, true, { width: 800, height: 300 })).toBe(5);
    expect(columnsFor(16, true, { width: 300, height: 300 })).toBe(4);
  });
});
