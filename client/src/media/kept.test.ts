import { describe, expect, it } from 'vitest';
import { kept } from './kept.ts';

describe('what is kept of plain data', () => {
  const before = { one: { a: 1, b: null }, two: { a: 2 }, three: 'x' };

  it('is all of it where nothing has changed', () => {
    expect(kept(before, structuredClone(before))).toBe(before);
  });

  it('is every part that says the same as before', () => {
    const after = kept(before, { one: { a: 1, b: null }, two: { a: 3 }, three: 'x' });
    expect(after).toEqual({ ...before, two: { a: 3 } });
    expect(after.one).toBe(before.one);
  });

  it('is a list that says the same, and of another list each part that does', () => {
    const list = [{ a: 1 }, { b: [1, 2] }];
    expect(kept(list, structuredClone(list))).toBe(list);
    const after = kept<readonly object[]>(list, [{ a: 1 }, { b: [1, 3] }]);
    expect(after).toEqual([{ a: 1 }, { b: [1, 3] }]);
    expect(after[0]).toBe(list[0]);
    expect(kept<readonly object[]>(list, [{ a: 1 }])).toEqual([{ a: 1 }]);
    expect(kept<readonly object[]>([{ a: 1 }], list)).toEqual(list);
  });

  it('is nothing that has come or gone', () => {
    expect(kept<object>({ a: 1 }, { a: 1, b: undefined })).toEqual({ a: 1, b: undefined });
    expect(kept<object>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(kept<unknown>({ a: 1 }, null)).toBeNull();
  });
});
