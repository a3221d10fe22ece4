import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeArrivals } from './arrivals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('arrivals', () => {
  it('[CR7] takes nobody for settled before three seconds, and asks to look again then', () => {
    const again = vi.fn();
    const arrivals = makeArrivals(again);
    expect(arrivals.settledOf(['a']).size).toBe(0);
    vi.advanceTimersByTime(2_000);
    expect(arrivals.settledOf(['a', 'b']).size).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(again).toHaveBeenCalledOnce();
    expect([...arrivals.settledOf(['a', 'b'])]).toEqual(['a']);
  });

  it('[CR8] counts those as settled who were there long before we came', () => {
    const arrivals = makeArrivals(() => undefined);
    expect([...arrivals.settledOf(['a', 'b'], ['b'])]).toEqual(['b']);
    arrivals.stop();
  });

  it('[CR7] begins anew for who was away, and stops with the visit', () => {
    const again = vi.fn();
    const arrivals = makeArrivals(again);
    arrivals.settledOf(['a']);
    vi.advanceTimersByTime(3_000);
    arrivals.settledOf([]);
    expect(arrivals.settledOf(['a']).size).toBe(0);
    arrivals.stop();
    vi.advanceTimersByTime(9_000);
    expect(again).toHaveBeenCalledOnce();
  });
});
