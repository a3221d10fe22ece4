// The worker that seals and opens, and how the page knows that it lives.

import type { FromWorker, Ping } from './worker-words.ts';

export type SealingWorker = {
  readonly worker: Worker;
  /** Rejects where it does not answer within so many ms; what it told before its answer has been heard by then. */
  readonly alive: (within: number) => Promise<void>;
  /** Frames of this own track that it has sealed, as it last told: the first, and each fiftieth. */
  readonly sealed: (trackId: string) => number;
  /** Waits for the first one; rejects after so many ms. */
  readonly firstSealed: (trackId: string, within: number) => Promise<void>;
  readonly end: () => void;
};

/** Starts a new one. What keeps it from starting is told by `alive`. */
export const startWorker = (
  worker: Worker = new Worker(new URL('./strict.worker.ts', import.meta.url), { type: 'module' }),
): SealingWorker => {
  const sealed = new Map<string, number>();
  const waiting = new Set<() => void>();
  const pongs = new Set<number>();
  const failing = new Set<(error: Error) => void>();
  let answered = false;
  let asked = 0;

  // LiveKit's client sets `onmessage` itself, and leaves alone what is of another kind.
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'tb-pong') pongs.add(data.data);
    else if (data.kind === 'tb-sealed') sealed.set(data.data.trackId, data.data.frames);
    else return;
    answered ||= data.kind === 'tb-pong';
    for (const look of waiting) look();
  });
  // Before it has ever answered this says that it could not be loaded.
  worker.addEventListener('error', () => {
    if (!answered) for (const fail of failing) fail(new Error('the worker did not start'));
  });

  const until = (what: string, is: () => boolean, within: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(look);
        failing.delete(fail);
      };
      const fail = (error: Error): void => {
        done();
        reject(error);
      };
      const look = (): void => {
        if (!is()) return;
        done();
        resolve();
      };
      const timer = setTimeout(() => fail(new Error(`the worker has not ${what}`)), within);
      waiting.add(look);
      failing.add(fail);
      look();
    });

  return {
    worker,
    alive: async (within) => {
      const number = (asked += 1);
      worker.postMessage({ kind: 'tb-ping', data: number } satisfies Ping);
      await until('answered', () => pongs.delete(number), within);
    },
    sealed: (trackId) => sealed.get(trackId) ?? 0,
    firstSealed: (trackId, within) => until('sealed a frame', () => sealed.has(trackId), within),
    end: () => worker.terminate(),
  };
};
