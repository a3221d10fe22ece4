// When to look again: at once when asked, quickly while something is open, else once a second.

/** Milliseconds. The longest time that something wrong in a room goes unseen. */
const STEADY = 1000;
/** Milliseconds to the first of a series of quick looks; each waits twice as long as the one before. */
const QUICK = 25;

export type Rhythm = {
  /** Look as soon as no other look is under way, and start the quick series anew. */
  soon(): void;
  stop(): void;
};

/**
 * One look at a time.
 * @param options.look never rejects
 * @param options.restless something is open: look quickly, less and less so
 * @param options.idle nothing to look at until the next `soon`
 */
export function createRhythm(options: {
  readonly look: () => Promise<void>;
  readonly restless: () => boolean;
  readonly idle: () => boolean;
}): Rhythm {
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let again = false;
  let wait = QUICK;
  let stopped = false;

  const after = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = stopped ? null : setTimeout(() => void turn(), ms).unref();
  };
  const next = (): void => {
    if (again) {
      again = false;
      return after(Math.min(wait, QUICK));
    }
    if (options.restless()) {
      after(wait);
      wait = Math.min(2 * wait, STEADY);
      return;
    }
    wait = QUICK;
    if (!options.idle()) after(STEADY);
  };
  const turn = async (): Promise<void> => {
    looking = true;
    await options.look();
    looking = false;
    next();
  };

  return {
    soon() {
      wait = QUICK;
      if (looking) again = true;
      else after(0);
    },
    stop() {
      stopped = true;
      after(0);
    },
  };
}
