export type Bucket = {
  /** Takes one token; false where none is left. */
  take(): boolean;
};

/** Fills evenly up to `burst`. Monotonic time, so that a clock set anew neither opens nor shuts it. */
export const createBucket = (
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  seconds: () => number = () => performance.now() / 1_000,
): Bucket => {
  let left = burst;
  let at = seconds();
  return {
    take: () => {
      const now = seconds();
      left = Math.min(burst, left + (now - at) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
};
