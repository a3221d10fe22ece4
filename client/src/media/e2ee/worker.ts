// The worker that seals and opens, and how the page knows that it lives.

import type { FromWorker, Ping } from './worker-words.ts';

/** Into how many parts a wait for an answer falls. */
const PARTS = 8;

export type SealingWorker = {
  readonly worker: Worker;
  /**
   * Rejects where nothing is heard of it for so many ms in which this page itself ran; what it told before its answer has been
   * heard by then.
   */
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
  let heard = 0;
  let unstarted = false;

  // LiveKit's client sets `onmessage` itself, and leaves alone what is of another kind.
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'tb-pong') pongs.add(data.data);
    else if (data.kind === 'tb-sealed') sealed.set(data.data.trackId, data.data.frames);
    else return;
    answered ||= data.kind === 'tb-pong';
    heard += 1;
    for (const look of waiting) look();
  });
  // Before it has ever answered this says that it could not be loaded.
  worker.addEventListener('error', () => {
    unstarted = !answered;
    if (unstarted) for (const fail of failing) fail(new Error('the worker did not start'));
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
      const answers = (): Promise<boolean> =>
        until('answered', () => pongs.delete(number), within / PARTS).then(
          () => true,
          (error: unknown) => {
            if (unstarted) throw error;
            return false;
          },
        );
      // A page that could not run itself cannot say that the worker didn't: a part counts as one, however late it ends.
      for (let [silent, news] = [0, heard]; !(await answers()); news = heard) {
        silent = news === heard ? silent + 1 : 0;
        if (silent === PARTS) throw new Error('the worker has not answered');
      }
    },
    sealed: (trackId) => sealed.get(trackId) ?? 0,
    firstSealed: (trackId, within) => until('sealed a frame', () => (sealed.get(trackId) ?? 0) > 0, within),
    end: () => worker.terminate(),
  };
};
