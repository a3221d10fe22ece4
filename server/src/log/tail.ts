// Opening one session: every envelope checked, and the way of the next one.

import { createSecretKey, type KeyObject } from 'node:crypto';
import { EVENT_VERSION, type SessionEvent } from '@tele-balint/shared/session/events';
import { readEvent } from '@tele-balint/shared/session/upcasts';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import type { Entry, Tail } from './entry.ts';
import { LogConflict, type Envelope, type EventLog } from './event-log.ts';
import { freshKey, type KeyStore } from './key-store.ts';
import { hashOf, seal, unseal } from './sealing.ts';

/** A session whose log is not whole. Only this session is refused. */
export class LogBroken extends Error {}

/** A session that was forgotten on purpose: nothing opens it again. */
export class LogForgotten extends LogBroken {}

/** What an envelope seals. An event that says no instant has the envelope's. */
export type Sealed<Result> = {
  readonly by: string;
  readonly commandId: string;
  readonly events: readonly unknown[];
  readonly result: Result;
};

/** An event as it is kept in an envelope of this instant: most events are of their command's, and need not say it again. */
const undated = ({ at, ...event }: SessionEvent, of: number): object =>
  at === of ? event : { at, ...event };

/** The entry in an envelope, if it is the expected next one. */
const opened = <Result>(
  key: KeyObject,
  session: SessionId,
  envelope: Envelope,
  n: number,
  prevHash: string,
): Entry<Result> => {
  if (envelope.n !== n) throw new LogBroken(`a gap in the log: ${envelope.n} where ${n} was expected`);
  if (envelope.prevHash !== prevHash) throw new LogBroken(`the chain of the log breaks at ${n}`);
  try {
    const { by, commandId, events, result } = unseal(key, session, envelope) as Sealed<Result>;
    const { at } = envelope;
    const dated = events.map((event) => readEvent({ at, ...(event as object) }, envelope.v));
    return { at, by, commandId, result, events: dated };
  } catch (cause) {
    throw new LogBroken(`the log cannot be read at ${n}`, { cause });
  }
};

/** All entries in these envelopes, and where the chain ends. */
const replayed = <Result>(key: KeyObject, session: SessionId, envelopes: readonly Envelope[]) => {
  let n = 0;
  let prevHash = '';
  const entries = envelopes.map((envelope): Entry<Result> => {
    const entry = opened<Result>(key, session, envelope, n + 1, prevHash);
    n += 1;
    prevHash = hashOf(session, envelope);
    return entry;
  });
  return { entries, n, prevHash };
};

/** The envelope of an entry, as the next one of a chain. */
const sealed = <Result>(
  key: KeyObject,
  session: SessionId,
  { at, by, commandId, events, result }: Entry<Result>,
  n: number,
  prevHash: string,
): Envelope => {
  const clear = { v: EVENT_VERSION, n, at, prevHash };
  const kept = events.map((event) => undated(event, at));
  const content: Sealed<Result> = { by, commandId, events: kept, result };
  return { ...clear, data: seal(key, session, clear, content) };
};

const rowsOf = async (log: EventLog, session: SessionId): Promise<readonly Envelope[]> => {
  try {
    return await log.read(session);
  } catch (cause) {
    throw new LogBroken('the rows of this session cannot be read', { cause });
  }
};

/** The session's key; a fresh one where neither key nor rows are there. @throws LogBroken where one of them is missing */
const keyOf = async (keys: KeyStore, session: SessionId, rows: number): Promise<Uint8Array> => {
  const state = await keys.find(session);
  if (state?.kind === 'destroyed') throw new LogForgotten('this session has been forgotten');
  if (state === null && rows > 0) throw new LogBroken('the key of this session is missing');
  if (state?.kind === 'marked' && rows === 0)
    throw new LogBroken(
      'the rows of this session are missing: if their file is put back, it opens at the next start',
    );
  if (state !== null) return state.key;
  const key = freshKey();
  await keys.put(session, { kind: 'fresh', key });
  return key;
};

/** Notes that something was answered under a key: from then on missing rows are a loss, not an opening cut short. */
const mark = async (keys: KeyStore, session: SessionId, key: Uint8Array): Promise<void> => {
  const state = await keys.find(session);
  if (state?.kind === 'marked' && state.missedSince === null) return;
  await keys.put(session, { kind: 'marked', key, missedSince: null });
};

/**
 * Opens a session's log.
 * @throws LogBroken where it is not whole
 */
export const openTail = async <Result>(
  log: EventLog,
  keys: KeyStore,
  session: SessionId,
): Promise<Tail<Result>> => {
  const envelopes = await rowsOf(log, session);
  const key = await keyOf(keys, session, envelopes.length);
  // Made ready once: it seals every entry.
  const ready = createSecretKey(key);
  const { entries, ...stand } = replayed<Result>(ready, session, envelopes);
  let { n, prevHash } = stand;
  if (n > 0) await mark(keys, session, key);

  const append = async (entry: Entry<Result>): Promise<void> => {
    const envelope = sealed(ready, session, entry, n + 1, prevHash);
    await log.append(session, n, envelope);
    n += 1;
    prevHash = hashOf(session, envelope);
    // After the rows: a kill in between leaves rows under a fresh key, which is no loss and nothing that was answered.
    if (n === 1)
      await mark(keys, session, key).catch((cause: unknown) => {
        throw new LogConflict('the key could not be marked', { cause });
      });
  };
  const rewrite: Tail<Result>['rewrite'] = async (choose) => {
    const chosen = choose(replayed<Result>(ready, session, await rowsOf(log, session)).entries);
    if (chosen === null) return n;
    let hash = '';
    const chain = chosen.map((entry, index) => {
      const envelope = sealed(ready, session, entry, index + 1, hash);
      hash = hashOf(session, envelope);
      return envelope;
    });
    await log.replace(session, n, chain);
    n = chain.length;
    prevHash = hash;
    return n;
  };
  return { key, entries, append, rewrite };
};
