// Who came and who went is shown to a whole group. When all come back at once, that must leave time for letting them in.

/** Milliseconds of our time that such work may take at once, and of each second after. */
const SHARE = { burst: 50, perSecond: 300 };

export type Pacer = {
  /** Does this now, or together with what else asks for the same before its turn comes. */
  soon(work: () => void): void;
  stop(): void;
};

/** One for all sessions: they share our time. */
export const createPacer = (now: () => number = () => performance.now()): Pacer => {
  const waiting = new Set<() => void>();
  let left = SHARE.burst;
  let at = now();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const refill = (): void => {
    const passed = now() - at;
    at += passed;
    left = Math.min(SHARE.burst, left + (passed * SHARE.perSecond) / 1_000);
  };
  const run = (work: () => void): void => {
    const began = now();
    work();
    left -= now() - began;
  };
  const turn = (): void => {
    timer = undefined;
    refill();
    for (const work of waiting) {
      if (left <= 0) break;
      waiting.delete(work);
      run(work);
    }
    if (waiting.size > 0) wait();
  };
  const wait = (): void => {
    timer ??= setTimeout(turn, Math.max(1, (-left * 1_000) / SHARE.perSecond)).unref();
  };
  return {
    soon: (work) => {
      if (stopped) return;
      refill();
      if (waiting.size === 0 && left > 0) return run(work);
      waiting.add(work);
      wait();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
