// When to look again: at once when asked, quickly while something is open or about to come, else once a second.

/** Milliseconds. The longest time that something wrong in a room goes unseen. */
const STEADY = 1000;
/** Milliseconds to the first of a series of quick looks; each waits twice as long as the one before. */
const QUICK = 25;
/** Milliseconds between looks while somebody may be about to send something. */
const ATTENTIVE = 40;
/** Milliseconds for which that is expected: LiveKit and the network take less from an offer to a track. */
const ATTENTION = 1500;
/** Attentive looks that may follow each other, for 20 s; so many come back in a second. */
const STAMINA = { most: 500, eachSecond: 2 };
/** Milliseconds between looks when they are spent: nobody keeps us busy by offering on and on. */
const TIRED = 200;

export type PollLoop = {
  /** Look as soon as no other look is under way, and start the quick series anew. */
  soon(): void;
  /** Somebody may send something new within a moment: look now and go on looking. However often, it costs the same. */
  attend(): void;
  stop(): void;
};

/**
 * One look at a time.
 * @param options.look never rejects
 * @param options.restless something is open: look quickly, less and less so
 * @param options.idle nothing to look at until the next `soon`
 */
export function createPollLoop(options: {
  readonly look: () => Promise<void>;
  readonly restless: () => boolean;
  readonly idle: () => boolean;
}): PollLoop {
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let again = false;
  let wait = QUICK;
  let stopped = false;
  let attentiveUntil = -Infinity;
  let stamina = { left: STAMINA.most, at: performance.now() };

  const attentive = (): boolean => performance.now() < attentiveUntil;
  /** The pause to the next attentive look, and what it costs. */
  const pace = (): number => {
    const now = performance.now();
    const rested = stamina.left + ((now - stamina.at) * STAMINA.eachSecond) / 1000;
    const left = Math.min(STAMINA.most, rested);
    stamina = { left: left < 1 ? left : left - 1, at: now };
    return left < 1 ? TIRED : ATTENTIVE;
  };
  const after = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = stopped ? null : setTimeout(() => void turn(), ms).unref();
  };
  const next = (): void => {
    if (again) {
      again = false;
      return after(Math.min(wait, QUICK));
    }
    const restless = options.restless();
    const pause = restless ? wait : STEADY;
    wait = restless ? Math.min(2 * wait, STEADY) : QUICK;
    if (attentive()) after(Math.min(pause, pace()));
    else if (restless || !options.idle()) after(pause);
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
    attend() {
      const already = attentive() || looking;
      attentiveUntil = performance.now() + ATTENTION;
      if (!already) after(0);
    },
    stop() {
      stopped = true;
      after(0);
    },
  };
}
