// The only door to a session. Only plain data goes through it, so that its owner may one day be another node.

import { createHash } from 'node:crypto';
import { look as lookAt, type Look } from '@tele-balint/shared/decisions/door';
import type { Command } from '@tele-balint/shared/decisions/command';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { EnterBody, OpenBody } from '@tele-balint/shared/http';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { grantsOf, type Grant } from '@tele-balint/shared/session/grants';
import { emptySession, type Line } from '@tele-balint/shared/session/session';
import { step } from '@tele-balint/shared/step';
import {
  DAY,
  later,
  MINUTE,
  type LineId,
  type MediaIdentity,
  type SessionId,
} from '@tele-balint/shared/vocabulary';
import { LogBroken, LogForgotten } from '../log/tail.ts';
import { createIdentities } from './identities.ts';
import { openHost, type Host, type Order, type Outcome, type Ports } from './host.ts';
import { createPacer } from './pacer.ts';
import { noSession } from './seat-token.ts';
import type { Watcher } from './watchers.ts';

export type Present = {
  readonly session: SessionId;
  readonly line: LineId;
  readonly identity: MediaIdentity;
};

export type Registry = {
  /** Replays every session and makes its rights true. A session whose log is broken is left out, loudly. */
  start(): Promise<void>;
  /** Makes a session; the same body again is the same opening (`again`). */
  open(id: SessionId, body: Omit<OpenBody, 'organiserKey'>): Promise<Outcome & { again: boolean }>;
  /** What a link opens. Binds nothing. */
  look(id: SessionId, hash: string): Promise<Look | Refusal>;
  /** "Ask to come in": the answer's token proves the line. */
  enter(
    id: SessionId,
    hash: string,
    body: Omit<EnterBody, 'secret'>,
  ): Promise<{ ok: true; token: string } | { ok: false; refusal: Refusal }>;
  handle(id: SessionId, order: Order): Promise<Outcome>;
  watch(id: SessionId, watcher: Watcher): () => void;
  /** The line that a seat token proves, in constant time. */
  lineOf(id: SessionId, token: string): Promise<LineId | null>;
  /** Whether two lines have a place in the session and are connected. */
  together(id: SessionId, one: LineId, other: LineId): Promise<boolean>;
  /** What an identity may do in the media server now; `null` = nothing. */
  rightsOf(identity: string): Promise<Grant | null>;
  grantsOf(id: SessionId): Promise<readonly Grant[]>;
  /** Calls back when an identity loses its place in the media server. */
  onEvict(listener: (identity: MediaIdentity) => void): void;
  running(): readonly SessionId[];
  /** Whether this session is there and cannot be read: it may be put right, so nobody is told that it never was. */
  refuses(id: SessionId): boolean;
  /** Every line that counts as connected, with the page that holds it. */
  present(): readonly Present[];
  ready(): Promise<boolean>;
  /** Stops every alarm; commands under way finish. */
  stop(): void;
};

const hashed = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** How long after a failed forgetting it is tried again, in milliseconds. */
const FORGET_AGAIN = MINUTE;

/** How long after its last entry a session is forgotten whose log is broken, in milliseconds. */
const BROKEN_FOR = 14 * DAY;

/** Makes the registry; `start` fills it. */
export const createRegistry = (ports: Ports): Registry => {
  const { log, clock, enforcer, logger } = ports;
  const hosts = new Map<SessionId, Host>();
  const pacer = createPacer();
  const evicted = new Set<(identity: MediaIdentity) => void>();
  const opening = new Map<SessionId, Promise<Host>>();
  const refused = new Set<SessionId>();
  /** Which session an identity was made for: a hint only, the state decides. */
  const seen = createIdentities((id) => hosts.get(id)?.session().lines ?? {});
  enforcer.onReport((id) => hosts.get(id)?.publish());

  const forget = async (id: SessionId): Promise<void> => {
    try {
      hosts.get(id)?.stop();
      enforcer.forget(id);
      await log.forget(id, clock.now());
      hosts.delete(id);
      refused.delete(id);
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
      openHost(id, ports, {
        forget: () => void forget(id),
        evict: (identity) => evicted.forEach((tell) => tell(identity)),
        publishSoon: pacer.soon,
      });
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

  const resume = async (id: SessionId): Promise<void> => {
    try {
      const replayed = await host(id);
      // Who was in the media server before is still there, and known.
      for (const line of Object.values(replayed.session().lines))
        if (line.identity !== null) seen.keep(line.identity, id);
      await replayed.resume();
    } catch (error) {
      logger.error({ err: error, session: id.slice(0, 6) }, 'a session is refused: its log is broken');
      refused.add(id);
      if (error instanceof LogBroken) await forgetBroken(id);
    }
  };

  const missing = (id: SessionId): Refusal => (refused.has(id) ? 'unavailable' : 'unknown-link');

  const handle = async (id: SessionId, order: Order): Promise<Outcome> => {
    const found = hosts.get(id);
    if (found === undefined) return { ok: false, refusal: missing(id) };
    const outcome = await found.handle(order);
    if (outcome.ok && outcome.identity !== null) seen.keep(outcome.identity, id);
    return outcome;
  };

  const grants = (id: SessionId): readonly Grant[] => {
    const found = hosts.get(id);
    return found === undefined ? [] : grantsOf(found.session(), found.now());
  };

  return {
    start: async () => {
      const { damagedKeys, failed } = await log.sweep(clock.now());
      if (damagedKeys > 0) logger.error({ damagedKeys }, 'keys cannot be read: their sessions are refused');
      for (const err of failed)
        logger.error({ err }, 'a forgetting could not be finished; the next start tries');
      // Side by side: one whose media calls hang must not keep the others silent.
      await Promise.all((await log.sessions()).map(resume));
    },
    open: async (id, body) => {
      const { preset, protectStory, group, invitations } = body;
      const command: Command = {
        type: 'open',
        id,
        group,
        protocol: protocolOf(preset, protectStory),
        invitations,
      };
      const commandId = hashed(JSON.stringify(command));
      try {
        if (!hosts.has(id)) {
          // Tried out first: what is refused anyway leaves neither a key nor a host.
          const tried = step(emptySession, command, {
            by: { kind: 'door' },
            now: clock.now(),
            fresh: ports.fresh,
          });
          if (!tried.ok) return { ...tried, again: false };
        }
        const found = await host(id);
        const again = found.session().status !== 'none';
        return { ...(await found.handle({ command, by: { kind: 'door' }, commandId })), again };
      } catch (error) {
        if (error instanceof LogForgotten) return { ok: false, refusal: 'over', again: false };
        logger.error({ err: error }, 'a session could not be opened');
        return { ok: false, refusal: 'unavailable', again: false };
      }
    },
    look: async (id, hash) => {
      const found = hosts.get(id);
      return found === undefined ? missing(id) : lookAt(found.session(), hash, found.now());
    },
    enter: async (id, hash, { id: own, ...body }) => {
      // Bound to the secret: an answer carries a token, so knowing somebody's command id must not be enough.
      const commandId = hashed(hash, own);
      const command: Command = { type: 'enter', hash, ...body };
      const outcome = await handle(id, { command, by: { kind: 'door' }, commandId });
      if (!outcome.ok) return outcome;
      const found = hosts.get(id);
      if (found === undefined || outcome.line === null) return { ok: false, refusal: 'unavailable' };
      return { ok: true, token: found.tokens.tokenOf(outcome.line) };
    },
    handle,
    watch: (id, watcher) => hosts.get(id)?.watch(watcher) ?? (() => undefined),
    lineOf: async (id, token) => (hosts.get(id)?.tokens ?? noSession).lineOf(token),
    together: async (id, one, other) => {
      const session = hosts.get(id)?.session();
      const here = (line: LineId): boolean => {
        const known: Line | undefined = session?.lines[line];
        return (
          known !== undefined &&
          known.present &&
          known.end === null &&
          session?.seats.some((seat) => seat.line === line && seat.gone === null) === true
        );
      };
      return session !== undefined && here(one) && here(other);
    },
    rightsOf: async (identity) => {
      const id = seen.sessionOf(identity);
      return id === undefined ? null : (grants(id).find((grant) => grant.identity === identity) ?? null);
    },
    grantsOf: async (id) => grants(id),
    onEvict: (listener) => void evicted.add(listener),
    refuses: (id) => refused.has(id),
    running: () => [...hosts].filter(([, own]) => own.session().status === 'running').map(([id]) => id),
    present: () =>
      [...hosts].flatMap(([session, own]) =>
        own.session().status === 'ended'
          ? []
          : Object.values(own.session().lines).flatMap(({ line, identity, present, end }) =>
              present && identity !== null && end === null ? [{ session, line, identity }] : [],
            ),
      ),
    ready: () => log.ready(),
    stop: () => {
      pacer.stop();
      for (const own of hosts.values()) own.stop();
    },
  };
};
