// The log as a session sees it: entries in, entries out; sealed, chained and checked in between.

import { EVENT_VERSION, type SessionEvent } from '@tele-balint/shared/session/events';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import type { Envelope, EventLog } from './event-log.ts';
import type { KeyStore } from './key-store.ts';
import { lift } from './lifts.ts';
import { hashOf, seal, unseal } from './sealing.ts';

/** One accepted command with what it led to. */
export type Entry<Result> = {
  readonly at: number;
  readonly by: string;
  readonly commandId: string;
  readonly events: readonly SessionEvent[];
  readonly result: Result;
};

/** A session whose log is not whole. Only this session is refused. */
export class LogBroken extends Error {}

/** The open end of one session's log. One writer at a time. */
export type Tail<Result> = {
  readonly key: Uint8Array;
  readonly entries: readonly Entry<Result>[];
  /** Appends durably; throws where nothing was written. */
  append(entry: Entry<Result>): Promise<void>;
};

export type SealedLog = {
  /**
   * Opens a session for reading and appending; a fresh one gets its key with this.
   * @throws LogBroken on a gap, a broken chain or a missing key
   */
  open<Result>(session: SessionId): Promise<Tail<Result>>;
  /** The sessions that have something in the log and are not forgotten. */
  sessions(): Promise<readonly SessionId[]>;
  /** When the last entry was written, as the log says in the clear; `null` without one. Needs no whole log. */
  lastAt(session: SessionId): Promise<Instant | null>;
  /** Destroys the key first, then the rows. May be repeated. */
  forget(session: SessionId): Promise<void>;
  /** Finishes forgetting that a crash cut short. */
  sweep(): Promise<void>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
};

type Sealed<Result> = { readonly events: readonly unknown[]; readonly result: Result };

/** The entry in an envelope, if it is the expected next one. */
const opened = <Result>(
  key: Uint8Array,
  session: SessionId,
  envelope: Envelope,
  n: number,
  prevHash: string,
) => {
  if (envelope.n !== n) throw new LogBroken(`a gap in the log: ${envelope.n} where ${n} was expected`);
  if (envelope.prevHash !== prevHash) throw new LogBroken(`the chain of the log breaks at ${n}`);
  try {
    const { events, result } = unseal(key, session, envelope) as Sealed<Result>;
    const { at, by, commandId } = envelope;
    return { at, by, commandId, result, events: events.map((event) => lift(event, envelope.v)) };
  } catch (cause) {
    throw new LogBroken(`the log cannot be read at ${n}`, { cause });
  }
};

const openTail = async <Result>(log: EventLog, keys: KeyStore, session: SessionId): Promise<Tail<Result>> => {
  const envelopes = await log.read(session);
  const known = await keys.find(session);
  if (known === 'destroyed') throw new LogBroken('this session has been forgotten');
  if (known === null && envelopes.length > 0) throw new LogBroken('the key of this session is missing');
  const key = known ?? (await keys.make(session));
  let n = 0;
  let prevHash = '';
  const entries = envelopes.map((envelope): Entry<Result> => {
    const entry = opened<Result>(key, session, envelope, n + 1, prevHash);
    n += 1;
    prevHash = hashOf(session, envelope);
    return entry;
  });
  const append = async ({ at, by, commandId, events, result }: Entry<Result>): Promise<void> => {
    const clear = { v: EVENT_VERSION, n: n + 1, at, by, commandId, prevHash };
    const envelope = { ...clear, data: seal(key, session, clear, { events, result }) };
    await log.append(session, n, envelope);
    n += 1;
    prevHash = hashOf(session, envelope);
  };
  return { key, entries, append };
};

/** Joins a log and a key store. */
export const sealedLog = (log: EventLog, keys: KeyStore): SealedLog => {
  const forget = async (session: SessionId): Promise<void> => {
    await keys.destroy(session);
    await log.remove(session);
    await keys.clear(session);
  };
  return {
    open: (session) => openTail(log, keys, session),
    sessions: () => log.sessions(),
    lastAt: async (session) => ((await log.read(session)).at(-1)?.at ?? null) as Instant | null,
    forget,
    sweep: async () => {
      const written = new Set(await log.sessions());
      for (const session of await keys.sessions()) {
        const key = await keys.find(session);
        if (key === 'destroyed' || !written.has(session)) await forget(session);
      }
    },
    ready: () => log.ready(),
    close: async () => {
      await log.close();
      await keys.close();
    },
  };
};
