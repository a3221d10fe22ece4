import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSoundFirst } from './sound-first.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coming in', () => {
  it('[MC11] keeps pictures back until the own voice and all others are there', () => {
    const open = vi.fn();
    let [here, speaks] = [0, false];
    const first = makeSoundFirst(
      () => ({ sent: 2, here }),
      () => speaks,
      open,
    );
    first.begin();
    first.look();
    [here, speaks] = [1, true];
    first.look();
    expect(first.pictures()).toBe(false);
    here = 2;
    first.look();
    first.look();
    expect(first.pictures()).toBe(true);
    expect(open).toHaveBeenCalledOnce();
    first.begin();
    expect(first.pictures()).toBe(false);
    first.stop();
  });

  it('[MC11] keeps them back for no longer than 1.5 s', () => {
    const open = vi.fn();
    const first = makeSoundFirst(
      () => ({ sent: 1, here: 0 }),
      () => true,
      open,
    );
    first.begin();
    vi.advanceTimersByTime(1_499);
    expect(open).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(open).toHaveBeenCalledOnce();
    first.stop();
  });
});
