// Destroying what is over, and nothing else: what was answered and is merely missing waits for its file.

import { SECOND, type Instant, type SessionId } from '@tele-balint/shared/vocabulary';
import type { EventLog } from './event-log.ts';
import { hashOfSession, type KeyStore } from './key-store.ts';
import { agedAt, datedAt, freshAt, restsUntil } from './tombstones.ts';

/** What a start found; a forgetting that failed is tried again at the next one. */
export type Swept = {
  /** How many keys cannot be read. */
  readonly damagedKeys: number;
  readonly failed: readonly unknown[];
};

export type Sweeping = {
  /** `destroyed` is called between the key and the rows. */
  forget(session: SessionId, now: () => Instant, destroyed?: () => void): Promise<void>;
  sweep(now: Instant): Promise<Swept>;
  /** Lets tombstones grow old. Answers when to do so next; `null` where there are none. */
  age(now: Instant): Promise<Instant | null>;
};

/** Milliseconds that a disk may take for a key without being asked again when it was done. */
const A_MOMENT = SECOND;

/** The ways of forgetting of a log and its keys. */
export const sweeping = (log: EventLog, keys: KeyStore): Sweeping => {
  const destroy = async (session: SessionId, now: () => Instant): Promise<void> => {
    const begun = now();
    await keys.put(session, { kind: 'destroyed', at: freshAt(begun) });
    const done = now();
    // A disk that made us wait had the key until then.
    if (done - begun > A_MOMENT) await keys.date(hashOfSession(session), freshAt(done));
  };

  const forget: Sweeping['forget'] = async (session, now, destroyed) => {
    if ((await keys.find(session))?.kind !== 'destroyed') await destroy(session, now);
    destroyed?.();
    await log.remove(session);
  };

  /** Looks at one session after a start. */
  const settle = async (session: SessionId, hasRows: boolean, now: Instant): Promise<void> => {
    const state = await keys.find(session);
    // Rows of a forgotten session: a file was put back, or a forgetting was cut short.
    if (state?.kind === 'destroyed') await log.remove(session);
    else if (state?.kind === 'fresh' && !hasRows) await keys.clear(session);
    else if (state?.kind === 'marked' && !hasRows && state.missedSince === null)
      await keys.put(session, { ...state, missedSince: now });
  };

  const age = async (now: Instant): Promise<Instant | null> => {
    for (const { hash, at } of await keys.tombstones()) {
      const aged = agedAt(at, now);
      if (aged !== at) await keys.date(hash, aged);
    }
    const rest = await keys.tombstones();
    return rest.length === 0 ? null : (Math.min(...rest.map(({ at }) => restsUntil(at))) as Instant);
  };

  const sweep = async (now: Instant): Promise<Swept> => {
    const written = new Set(await log.sessions());
    const failed: unknown[] = [];
    const fails = (error: unknown): void => void failed.push(error);
    for (const session of new Set([...written, ...(await keys.sessions())]))
      await settle(session, written.has(session), now).catch(fails);
    for (const { hash, at } of await keys.tombstones())
      if (datedAt(at, now) !== at) await keys.date(hash, datedAt(at, now)).catch(fails);
    const known = await Promise.all([...written].map((session) => keys.find(session)));
    const damagedKeys = await keys.damaged();
    // A key that cannot be read may be the one that some session misses; after that one it is nobody's.
    if (damagedKeys > 0 && known.every((state) => state !== null)) await keys.dropDamaged().catch(fails);
    return { damagedKeys, failed };
  };
  return { forget, sweep, age };
};
