/** What a network does to messages, as shares and milliseconds; `late` is how late our server names lines. */
export type Faults = {
  readonly loss: number;
  readonly twice: number;
  readonly delay: number;
  readonly late: number;
};
export const GOOD: Faults = { loss: 0, twice: 0, delay: 60, late: 40 };
