// What a session's log holds once it is unsealed, and its open end.

import type { SessionEvent } from '@tele-balint/shared/session/events';

/** One accepted command with what it led to. */
export type Entry<Result> = {
  readonly at: number;
  readonly by: string;
  readonly commandId: string;
  readonly events: readonly SessionEvent[];
  readonly result: Result;
};

/** The open end of one session's log. One writer at a time. */
export type Tail<Result> = {
  readonly key: Uint8Array;
  readonly entries: readonly Entry<Result>[];
  /** Appends durably; throws where nothing was written. */
  append(entry: Entry<Result>): Promise<void>;
  /**
   * Writes the log anew with the entries that are chosen, all at once or not at all; `null` leaves it as it is.
   * Answers how many there are now.
   */
  rewrite(choose: (entries: readonly Entry<Result>[]) => readonly Entry<Result>[] | null): Promise<number>;
};
