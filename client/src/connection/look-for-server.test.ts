import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookForServer } from './look-for-server.ts';

/** Whether requests get anywhere; those that do not hang until they are given up. */
let there: boolean;
let underWay: number;
let asked: number;

beforeEach(() => {
  [there, underWay, asked] = [false, 0, 0];
  vi.useFakeTimers();
  // Its clock is not the one that tests move.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const given = new AbortController();
    setTimeout(() => given.abort(), ms);
    return given.signal;
  });
  vi.stubGlobal('fetch', (_: string, { signal }: { readonly signal: AbortSignal }) => {
    asked += 1;
    if (there) return Promise.resolve({ ok: true });
    underWay += 1;
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        underWay -= 1;
        reject(new Error('given up'));
      });
    });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('looking for the server', () => {
  it('[RC13] finds it within a second of its return, after five minutes too, with four requests under way', async () => {
    const found = vi.fn();
    lookForServer(found, new AbortController().signal);
    for (let second = 0; second < 300; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(underWay).toBeLessThanOrEqual(4);
    }
    expect(found).not.toHaveBeenCalled();
    there = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(found).toHaveBeenCalledTimes(1);
    const sofar = asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([found.mock.calls.length, underWay, asked]).toEqual([1, 0, sofar]);
  });

  it('[RC13] ends when it is not needed any more', async () => {
    const [found, needed] = [vi.fn(), new AbortController()];
    lookForServer(found, needed.signal);
    needed.abort();
    there = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([found.mock.calls.length, underWay, asked]).toEqual([0, 0, 1]);
  });
});
