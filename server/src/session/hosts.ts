// Which sessions are there: each is read from its log once, and forgotten when its time has come.

import {
  DAY,
  later,
  MINUTE,
  type Instant,
  type MediaIdentity,
  type SessionId,
} from '@tele-balint/shared/vocabulary';
import { LogBroken } from '../log/tail.ts';
import { openHost, type Host, type Ports } from './host.ts';
import { createPacer } from './pacer.ts';

/** How long after a failed forgetting it is tried again, in milliseconds. */
const FORGET_AGAIN = MINUTE;

/** How long after its last entry a session is forgotten whose log is broken, in milliseconds. */
const BROKEN_FOR = 14 * DAY;

type Listeners = {
  /** An identity has lost its place in the media server. */
  readonly evict: (identity: MediaIdentity) => void;
  /** A session that was read again has somebody by this identity. */
  readonly met: (identity: MediaIdentity, id: SessionId) => void;
};

export type Hosts = {
  get(id: SessionId): Host | undefined;
  all(): readonly (readonly [SessionId, Host])[];
  /** The host of a session, made from its log where there is none yet. */
  host(id: SessionId): Promise<Host>;
  /** Reads a session again and makes its rights true. One whose log is broken is refused, loudly. */
  resume(id: SessionId): Promise<void>;
  /** Whether this session is there and cannot be read. */
  refuses(id: SessionId): boolean;
  /** Lets what is left of forgotten sessions grow old, from now on by itself. */
  age(): Promise<void>;
  stop(): void;
};

/** No session yet. */
export const createHosts = (ports: Ports, { evict, met }: Listeners): Hosts => {
  const { log, clock, enforcer, logger } = ports;
  const hosts = new Map<SessionId, Host>();
  const pacer = createPacer();
  const opening = new Map<SessionId, Promise<Host>>();
  const refused = new Set<SessionId>();
  enforcer.onReport((id) => hosts.get(id)?.publish());

  const drop = (id: SessionId): void => {
    hosts.delete(id);
    refused.delete(id);
  };

  let stopAging: () => void = () => undefined;
  /** Which look at the tombstones is the newest: only that one sets an alarm. */
  let newest = 0;
  /** Tombstones grow old by themselves. */
  const age = async (): Promise<void> => {
    stopAging();
    newest += 1;
    const own = newest;
    const soon = later(clock.now(), FORGET_AGAIN);
    const again = (at: Instant): void => {
      if (own === newest) stopAging = clock.alarm(at, () => void age());
    };
    try {
      const next = await log.age(clock.now());
      if (next !== null) again(next > soon ? next : soon);
    } catch (error) {
      logger.error({ err: error }, 'a tombstone could not grow old; trying again');
      again(soon);
    }
  };

  const forget = async (id: SessionId): Promise<void> => {
    try {
      hosts.get(id)?.stop();
      enforcer.forget(id);
      // Once its key is gone it leaves this program's memory too, however long the rows hang.
      await log.forget(id, clock.now, () => drop(id));
      void age();
    } catch (error) {
      logger.error({ err: error }, 'a session could not be forgotten; trying again');
      clock.alarm(later(clock.now(), FORGET_AGAIN), () => void forget(id));
    }
  };

  const host = async (id: SessionId): Promise<Host> => {
    const known = hosts.get(id);
    if (known !== undefined) return known;
    const under =
      opening.get(id) ??
      openHost(id, ports, { forget: () => void forget(id), evict, publishSoon: pacer.soon });
    opening.set(id, under);
    try {
      const made = await under;
      hosts.set(id, hosts.get(id) ?? made);
      return made;
    } finally {
      opening.delete(id);
    }
  };

  /** Nobody can end a session that nobody can read, and what it holds must not stay for ever. */
  const forgetBroken = async (id: SessionId): Promise<void> => {
    const now = clock.now();
    const last = (await log.lastAt(id).catch(() => null)) ?? now;
    clock.alarm(later(last > now ? now : last, BROKEN_FOR), () => void forget(id));
  };

  return {
    get: (id) => hosts.get(id),
    all: () => [...hosts],
    host,
    resume: async (id) => {
      try {
        const replayed = await host(id);
        // Whoever was in the media server before is still there, and known.
        for (const { identity } of Object.values(replayed.session().lines))
          if (identity !== null) met(identity, id);
        await replayed.resume();
      } catch (error) {
        logger.error({ err: error, session: id.slice(0, 6) }, 'a session is refused: its log is broken');
        refused.add(id);
        if (error instanceof LogBroken) await forgetBroken(id);
      }
    },
    refuses: (id) => refused.has(id),
    age,
    stop: () => {
      pacer.stop();
      stopAging();
      newest += 1;
      for (const own of hosts.values()) own.stop();
    },
  };
};
