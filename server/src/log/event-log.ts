// The log of one server: for every session its envelopes, in order, sealed. Asynchronous, so that the log may one day be elsewhere.

import type { SessionId } from '@tele-balint/shared/vocabulary';

/** One accepted command. Nothing in the clear says who anybody is, who did something or what happened. */
export type Envelope = {
  /** Version of the events inside. */
  readonly v: number;
  /** 1, 2, 3 … without a gap. */
  readonly n: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** SHA-256 of the envelope before, base64url; empty for the first. */
  readonly prevHash: string;
  /** Sealed under the session's key: events, result, sender and command id. */
  readonly data: Uint8Array;
};

/** Somebody else has written, or may have: the caller's idea of the session is old. */
export class LogConflict extends Error {}

export type EventLog = {
  /**
   * Appends durably, if the session has `expected` envelopes so far.
   * @throws LogConflict where it has not; any other error means that nothing was written
   */
  append(session: SessionId, expected: number, envelope: Envelope): Promise<void>;
  /**
   * Puts these in the place of all envelopes of the session, durably and all at once, if it has `expected` so far.
   * @throws LogConflict where it has not
   */
  replace(session: SessionId, expected: number, envelopes: readonly Envelope[]): Promise<void>;
  /**
   * All envelopes of a session in the order of n, as they were written.
   * @throws Error where they cannot be read
   */
  read(session: SessionId): Promise<readonly Envelope[]>;
  /** When the last envelope was written, as far as that can be seen; `null` where there is none. Needs no whole rows. */
  lastAt(session: SessionId): Promise<number | null>;
  /** The sessions that have rows, readable or not. */
  sessions(): Promise<readonly SessionId[]>;
  /** Deletes every row of the session. */
  remove(session: SessionId): Promise<void>;
  /** Whether a row can be written and read now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
};
