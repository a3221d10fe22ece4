// The only door to a session. Only plain data goes through it, so that its owner may one day be another node.

import { createHash } from 'node:crypto';
import { look as lookAt, type Look } from '@tele-balint/shared/decisions/look';
import type { Command } from '@tele-balint/shared/decisions/command';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { EnterBody, ForgottenAnswer, OpenBody } from '@tele-balint/shared/http';
import { grantsOf, type Grant } from '@tele-balint/shared/session/grants';
import { emptySession } from '@tele-balint/shared/session/session';
import { step } from '@tele-balint/shared/step';
import type { LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';
import type { RelayAck, RelayFrame } from '@tele-balint/shared/wire';
import { LogForgotten } from '../log/tail.ts';
import { createIdentities } from './identities.ts';
import type { Ports } from './host.ts';
import type { Order, Outcome } from './order.ts';
import { createHosts } from './hosts.ts';
import { createRelay, type EnvelopeBudgets, type Page } from './relay.ts';
import { noSession } from './seat-token.ts';
import type { Watcher } from './watchers.ts';

export type Present = Page & { readonly session: SessionId };

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
  /**
   * Whether the session's key is gone, and since when, for whoever holds the receipt of its end.
   * `null` where nothing is known of it, where that was too long ago, and for everybody else.
   */
  forgotten(id: SessionId, receipt: string): Promise<ForgottenAnswer | null>;
  handle(id: SessionId, order: Order): Promise<Outcome>;
  watch(id: SessionId, watcher: Watcher): () => void;
  /** The line that a seat token proves, in constant time. */
  lineOf(id: SessionId, token: string): Promise<LineId | null>;
  /** Sends an envelope on to those of the named lines that sit in the sender's space and have a page that looks on. */
  relay(id: SessionId, from: Page, envelope: RelayFrame): Promise<RelayAck>;
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

/** Makes the registry; `start` fills it. */
export const createRegistry = (ports: Ports & { readonly envelopes: EnvelopeBudgets }): Registry => {
  const { log, clock, logger } = ports;
  const evicted = new Set<(identity: MediaIdentity) => void>();
  const hosts = createHosts(ports, {
    evict: (identity) => evicted.forEach((tell) => tell(identity)),
    met: (identity, id) => seen.keep(identity, id),
  });
  /** Which session an identity was made for: a hint only, the state decides. */
  const seen = createIdentities((id) => hosts.get(id)?.session().lines ?? {});

  const relay = createRelay(ports.envelopes, logger);

  const missing = (id: SessionId): Refusal => (hosts.refuses(id) ? 'unavailable' : 'unknown-link');

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
      await Promise.all((await log.sessions()).map(hosts.resume));
      await hosts.age();
    },
    open: async (id, body) => {
      const { protocol, group, invitations, startsAt, closingLine } = body;
      const command: Command = {
        type: 'open',
        id,
        group,
        protocol,
        invitations,
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(closingLine === undefined ? {} : { closingLine }),
      };
      const commandId = hashed(JSON.stringify(command));
      try {
        if (hosts.get(id) === undefined) {
          // Tried out first: what is refused anyway leaves neither a key nor a host.
          const tried = step(emptySession, command, {
            by: { kind: 'door' },
            now: clock.now(),
            fresh: ports.fresh,
          });
          if (!tried.ok) return { ...tried, again: false };
        }
        const found = await hosts.host(id);
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
    forgotten: async (id, receipt) => {
      const now = clock.now();
      const fate = ports.receipts.fits(id, receipt) ? await log.fate(id, now) : null;
      // Not as long as this program could still open it, either.
      const destroyedAt = hosts.get(id) === undefined ? fate?.destroyedAt : null;
      return fate && { destroyedAt: destroyedAt ?? null, now };
    },
    handle,
    watch: (id, watcher) => hosts.get(id)?.watch(watcher) ?? (() => undefined),
    lineOf: async (id, token) => (hosts.get(id)?.tokens ?? noSession).lineOf(token),
    relay: async (id, from, envelope) => {
      const found = hosts.get(id);
      return found === undefined ? { got: [] } : relay(id, found, from, envelope);
    },
    rightsOf: async (identity) => {
      const id = seen.sessionOf(identity);
      return id === undefined ? null : (grants(id).find((grant) => grant.identity === identity) ?? null);
    },
    grantsOf: async (id) => grants(id),
    onEvict: (listener) => void evicted.add(listener),
    refuses: hosts.refuses,
    running: () =>
      hosts
        .all()
        .filter(([, own]) => own.session().status === 'running')
        .map(([id]) => id),
    present: () =>
      hosts
        .all()
        .flatMap(([session, own]) =>
          own.session().status === 'ended'
            ? []
            : Object.values(own.session().lines).flatMap(({ line, identity, present, state }) =>
                present && identity !== null && state !== 'ended' ? [{ session, line, identity }] : [],
              ),
        ),
    ready: () => log.ready(),
    stop: hosts.stop,
  };
};
