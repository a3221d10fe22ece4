import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer } from './pacer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('showing who came and went', () => {
  /** A pacer, and work that takes this long each time, on a clock of its own. */
  const paced = (takes: number) => {
    let at = 0;
    const done: string[] = [];
    const work = (name: string) => () => {
      at += takes;
      done.push(name);
    };
    const pass = async (ms: number) => {
      at += ms;
      await vi.advanceTimersByTimeAsync(ms);
    };
    return { pacer: createPacer(() => at), work, pass, done };
  };

  it('[RC12] happens at once while few come', () => {
    const { pacer, work, done } = paced(1);
    const show = work('one room');
    for (let comers = 0; comers < 20; comers += 1) pacer.soon(show);
    expect(done).toHaveLength(20);
  });

  it('[RC12] happens once for many who come together, in every room, and leaves time for others', async () => {
    const { pacer, work, pass, done } = paced(20);
    const rooms = Array.from({ length: 30 }, (_, n) => work(`room ${n}`));
    for (let comers = 0; comers < 16; comers += 1) rooms.forEach(pacer.soon);
    expect(done.length).toBeLessThan(5);
    for (let ms = 0; ms < 5_000; ms += 10) await pass(10);
    expect(new Set(done).size).toBe(30);
    expect(done.length).toBeLessThan(35);
  });

  it('shows nothing any more once it is stopped', async () => {
    const { pacer, work, pass, done } = paced(100);
    pacer.soon(work('one'));
    pacer.soon(work('two'));
    pacer.stop();
    await pass(10_000);
    expect(done).toEqual(['one']);
  });
});
