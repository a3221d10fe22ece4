import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from './worker.ts';

/** A worker that says what a test lets it say. */
const fakeWorker = () => {
  const asked: { kind: string; data: number }[] = [];
  const worker = Object.assign(new EventTarget(), {
    postMessage: (message: (typeof asked)[number]) => void asked.push(message),
    terminate: vi.fn(),
  });
  const says = (data: object) => worker.dispatchEvent(Object.assign(new Event('message'), { data }));
  return {
    ...{ worker, asked, says, sealing: startWorker(worker as unknown as Worker) },
    seals: (trackId: string, frames: number) => says({ kind: 'tb-sealed', data: { trackId, frames } }),
    pong: () => says({ kind: 'tb-pong', data: asked.at(-1)?.data }),
  };
};

describe('the worker, as the page knows it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[EE12] lives if it answers this very question in time', async () => {
    const { sealing, says, pong } = fakeWorker();
    const first = sealing.alive(500);
    pong();
    await first;
    const second = sealing.alive(500);
    const late = expect(second).rejects.toThrow('answered');
    says({ kind: 'tb-pong', data: 1 });
    // That was a sign of life, and no answer.
    await vi.advanceTimersByTimeAsync(600);
    await late;
  });

  it('[EE12] lives while it tells anything, and a wait in which the page itself stood still is short', async () => {
    const { sealing, seals, pong } = fakeWorker();
    const busy = sealing.alive(2_000);
    for (let round = 0; round < 5; round += 1) {
      await vi.advanceTimersByTimeAsync(1_900);
      seals('mine', round);
    }
    pong();
    await busy;
    const stalled = sealing.alive(2_000);
    stalled.catch(() => undefined);
    // However long the page stood still: one timer fires, late, and what had come meanwhile is heard after it.
    await vi.runOnlyPendingTimersAsync();
    pong();
    await stalled;
    const dead = expect(sealing.alive(2_000)).rejects.toThrow('answered');
    await vi.advanceTimersByTimeAsync(2_001);
    await dead;
  });

  it('[EE12] a frame of one track proves nothing of another, nor does anything that LiveKit says', async () => {
    const { sealing, says, seals } = fakeWorker();
    const proven = sealing.firstSealed('mine', 1_000);
    const never = expect(proven).rejects.toThrow('sealed');
    seals('other', 1);
    says({ kind: 'enable', data: { enabled: true } });
    await vi.advanceTimersByTimeAsync(1_001);
    await never;
    seals('mine', 1);
    await sealing.firstSealed('mine', 1_000);
    seals('mine', 51);
    expect([sealing.sealed('mine'), sealing.sealed('none')]).toEqual([51, 0]);
  });

  it('[EE14] one that cannot be loaded is known at once; a fault in one that lives is not that', async () => {
    const { sealing, worker, pong } = fakeWorker();
    const starts = expect(sealing.alive(10_000)).rejects.toThrow('did not start');
    worker.dispatchEvent(new Event('error'));
    await starts;
    const lives = sealing.alive(10_000);
    pong();
    await lives;
    const still = sealing.alive(10_000);
    worker.dispatchEvent(new Event('error'));
    pong();
    await still;
  });
});
