/** An attempt to connect takes this long at least before it is given up for a new one, in ms. */
const SHORT = 2_000;
/** And this long at most, where the line was slow before: it needs several ways to and fro. */
const LONG = 8_000;
/** One of so many attempts in a row is a patient one, in ms: the line may have become slow. */
const [EVERY, PATIENT] = [4, 4_000];
/** How much longer than the last good attempt one may take. */
const SLACK = 4;
/** The server is heard every 5 s; a line that was silent for longer when the network returns is begun anew, in ms. */
const SILENT = 6_000;

/**
 * How long attempts may take. What is sent into a network that is away is lost, and the system repeats it less and less
 * often: a new attempt gets through long before an old one does.
 */
export const makeAttempts = (now: () => number) => {
  let began = 0;
  let failed = 0;
  let took = 0;
  let heard = 0;
  return {
    /** A new attempt begins; answers with how long it may take, in ms. */
    begin: (): number => {
      began = now();
      failed += 1;
      const least = failed % EVERY === 0 ? PATIENT : SHORT;
      return Math.min(LONG, Math.max(least, SLACK * took));
    },
    /** The line is up. */
    up: (): void => {
      took = now() - began;
      heard = now();
      failed = 0;
    },
    /** The server gave a sign of life. */
    heard: (): void => {
      heard = now();
    },
    /** Whether a line that is up is silent for too long. */
    silent: (): boolean => now() - heard > SILENT,
  };
};
