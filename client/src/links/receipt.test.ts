import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeStorage } from '../testing/storage.ts';
import { dropReceipt, keepReceipt, keptReceipt } from './receipt.ts';

beforeEach(() => void vi.stubGlobal('sessionStorage', fakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

it('a tab keeps its receipt over a reload, until it opens nothing any more [FW4]', () => {
  for (const until of [1_800_000_000_000, null]) {
    const receipt = { sessionId: 's', receipt: 'a-receipt_1', until };
    keepReceipt(receipt);
    expect(keptReceipt('s')).toEqual(receipt);
    expect(keptReceipt('t')).toBe(null);
  }
  dropReceipt('s');
  expect(keptReceipt('s')).toBe(null);
  expect(keptReceipt(null)).toBe(null);
});

it('a tab without storage has none, and breaks nothing [FW4]', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keepReceipt({ sessionId: 's', receipt: 'r', until: 1 });
  dropReceipt('s');
  expect(keptReceipt('s')).toBe(null);
});
