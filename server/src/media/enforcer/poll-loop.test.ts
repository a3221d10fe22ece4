import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPollLoop, type PollLoop } from './poll-loop.ts';

describe('looking', () => {
  let looks: number[];
  let pollLoop: PollLoop;
  /** Looks within so many milliseconds from now, each of which takes 5 ms. */
  const within = async (ms: number): Promise<number> => {
    const before = looks.length;
    await vi.advanceTimersByTimeAsync(ms);
    return looks.length - before;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    looks = [];
    pollLoop = createPollLoop({
      look: async () => {
        looks.push(performance.now());
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
      restless: () => false,
      idle: () => false,
    });
    pollLoop.soon();
  });
  afterEach(() => {
    pollLoop.stop();
    vi.useRealTimers();
  });

  test('[EN21] begins at once when somebody has offered something, and is as quick until it has come', async () => {
    await vi.advanceTimersByTimeAsync(5_300);
    const from = performance.now();
    pollLoop.attend();
    await vi.advanceTimersByTimeAsync(1_500);
    const since = [from, ...looks.filter((at) => at >= from)];
    const pauses = since.slice(1).map((at, index) => at - (since[index] ?? 0));
    expect(pauses[0]).toBe(0);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(50);
    await vi.advanceTimersByTimeAsync(100);
    expect(await within(5_000), 'looks in five quiet seconds').toBeLessThanOrEqual(5);
  });

  test('[EN21] costs no more however often somebody offers, and less when it goes on and on', async () => {
    const offering = setInterval(() => {
      for (let n = 0; n < 50; n += 1) pollLoop.attend();
    }, 1);
    expect(await within(10_000)).toBeLessThanOrEqual(10_000 / 40);
    await within(20_000);
    const tired = await within(60_000);
    expect(tired / 60, 'looks in a second').toBeLessThan(8);
    expect(tired / 60, 'looks in a second').toBeGreaterThan(4);
    clearInterval(offering);
    await within(300_000);
    pollLoop.attend();
    expect(await within(1_000), 'after a rest').toBeGreaterThan(20);
  });
});
