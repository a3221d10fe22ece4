// One session: its queue, and the one way of a command. Decide, append, remember, enforce, show, answer.

import { emptySession, type Session } from '@tele-balint/shared/session/session';
import type { Actor } from '@tele-balint/shared/decisions/command';
import { evolve } from '@tele-balint/shared/session/evolve';
import { grantsOf } from '@tele-balint/shared/session/grants';
import { leadsAt } from '@tele-balint/shared/session/leadership';
import { seatsOn } from '@tele-balint/shared/session/roster';
import { isForLeadersAlone } from '@tele-balint/shared/session/timer';
import { step } from '@tele-balint/shared/step';
import {
  type Instant,
  type MediaIdentity,
  MINUTE,
  SECOND,
  type SessionId,
} from '@tele-balint/shared/vocabulary';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Clock } from '../clock.ts';
import type { Failpoint } from '../failpoint.ts';
import { LogConflict } from '../log/event-log.ts';
import type { SealedLog } from '../log/sealed.ts';
import type { Enforcer } from '../media/port.ts';
import { createAlarms } from './alarms.ts';
import { createAnswers, senderOf, type Result } from './answers.ts';
import { condensing } from './condensing.ts';
import { ownClock } from './own-clock.ts';
import { type Decided, nameOf, type Order, type Outcome, refused, UNSURE } from './order.ts';
import { createQueue } from './queue.ts';
import type { Receipts } from './receipts.ts';
import { seatTokens, type SeatTokens } from './seat-token.ts';
import { COMINGS, entriesOf, PROTECTS } from './sorts.ts';
import { createPublication } from './publication.ts';
import { shownAt, type Watcher } from './watchers.ts';

export type Ports = {
  readonly log: SealedLog;
  readonly clock: Clock;
  readonly enforcer: Enforcer;
  readonly receipts: Receipts;
  /** What one place may write. */
  readonly written: Budgets['written'];
  /** A fresh random id: at least 128 bits, base64url. */
  readonly fresh: () => string;
  readonly failpoint: Failpoint;
  readonly logger: Logger;
};

export type Host = {
  readonly tokens: SeatTokens;
  session(): Session;
  /** The session's own time. */
  now(): Instant;
  /** Never rejects: a fault of ours before it was written is the refusal `unavailable`, and nothing was changed, unless `unsure`. */
  handle(order: Order): Promise<Outcome>;
  /** Sends a view at once and after every change of what it shows; the answer stops it. */
  watch(watcher: Watcher): () => void;
  /** Who looks on now. */
  watching(): Iterable<Watcher>;
  /** Sends everybody their view as it is now, soon. */
  publish(): void;
  /** After a start: nobody is connected, rights are made true from nothing. */
  resume(): Promise<void>;
  stop(): void;
};

export type HostEvents = {
  /** The session's time has come. */
  readonly forget: () => void;
  /** This identity has no place in the media server any more. */
  readonly evict: (identity: MediaIdentity) => void;
  /** Does this now, unless many of all sessions come and go: then together with what else is to be shown. */
  readonly publishSoon: (publish: () => void) => void;
};

/**
 * Opens a session from its log.
 * @throws LogBroken where its log is not whole
 */
export const openHost = async (id: SessionId, ports: Ports, tell: HostEvents): Promise<Host> => {
  const { enforcer, receipts, failpoint, written } = ports;
  const logger = ports.logger.child({ session: id.slice(0, 6) });
  // Taken apart, so that what was read is not kept.
  const { key, entries, append, rewrite } = await ports.log.open<Result>(id);
  const clock = ownClock(ports.clock, entries.at(-1)?.at);
  if (clock.ahead > 0)
    logger.warn({ ahead: clock.ahead }, 'the clock was set back: a session goes on by its own');
  const queue = createQueue();
  const answers = createAnswers();
  const condense = condensing({ rewrite }, logger);
  let session: Session = emptySession;
  let broken = false;
  /** The command whose writing broke it. */
  let unsure: string | null = null;
  /** Since when nothing can be written: the stack is told once, then the reason only. */
  let failing = false;
  let pause = 0;
  for (const entry of entries) {
    session = entry.events.reduce(evolve, session);
    condense.count(entry.events);
    const { at, by, commandId, result } = entry;
    answers.keep(by, commandId, { at: at as Instant, result }, session);
  }

  const { watch, watching, publish } = createPublication(
    () => shownAt(id, session, clock.now(), enforcer, receipts),
    { logger, failpoint },
  );
  /** What is written has happened: whatever fails after that is told to the log, and changes no answer. */
  const afterwards = async (work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.error({ err: error }, 'something failed after a command was done');
    }
  };
  const enforce = (): Promise<void> =>
    afterwards(() => {
      if (session.status === 'ended') return enforcer.forget(id);
      const grants = grantsOf(session, clock.now());
      return enforcer.desire({ session: id, media: session.media, grants });
    });

  /** Whose budget a command uses: the place's, so that another line at it has no other one. */
  const writerOf = (by: Actor): string | null =>
    by.kind === 'line' ? `${id} ${seatsOn(session, by.line)[0]?.seat ?? by.line}` : null;

  /** In the queue: decides, appends, moves the memory. */
  const decide = async (order: Order): Promise<Decided> => {
    const { by, commandId, from, late } = order;
    const command =
      order.command.type === 'disconnect'
        ? { ...order.command, seen: clock.of(order.command.seen) }
        : order.command;
    const sender = senderOf(by);
    const known = answers.of(sender, commandId);
    if (known) return { outcome: { ok: true, ...known }, enforced: null };
    if (nameOf(order) === unsure) return { outcome: UNSURE, enforced: null };
    if (late) answers.keep(sender, commandId, { at: clock.now(), result: null }, session);
    if (late || known === null || broken) return { outcome: refused('unavailable'), enforced: null };
    if (from !== undefined && by.kind === 'line' && session.lines[by.line]?.identity !== from)
      return { outcome: refused('elsewhere'), enforced: null };
    const at = clock.now();
    const stepped = step(session, command, { by, now: at, fresh: ports.fresh });
    if (!stepped.ok) return { outcome: refused(stepped.refusal), enforced: null };
    const { result } = stepped;
    if (stepped.events.length === 0) return { outcome: { ok: true, ...result }, enforced: null };
    const writer = writerOf(by);
    const free = writer === null || written.take(writer, entriesOf(command));
    if (!free && !PROTECTS.includes(command.type)) return { outcome: refused('too-soon'), enforced: null };
    failpoint('before-append');
    await append({ at, by: sender, commandId, events: stepped.events, result });
    failpoint('after-append');
    failing = false;
    session = stepped.next;
    condense.count(stepped.events);
    answers.keep(sender, commandId, { at, result }, session);
    failpoint('after-memory');
    const { rights, evict } = stepped.effects;
    // Whoever only comes is not in the media server yet: there is nothing to confirm.
    const waits = evict.length > 0 || (rights && command.type !== 'connect');
    const enforced = enforce();
    for (const identity of evict) void afterwards(() => tell.evict(identity));
    return { outcome: { ok: true, ...result }, enforced: { at, done: waits ? enforced : Promise.resolve() } };
  };

  const handle = async (order: Order): Promise<Outcome> => {
    try {
      const { outcome, enforced } = await queue.run(() => decide(order));
      if (enforced !== null)
        await afterwards(async () => {
          alarms.set(session, enforced.at);
          void queue.run(() => condense.run(session));
          await enforced.done;
          failpoint('after-enforce');
          if (COMINGS.includes(order.command.type)) tell.publishSoon(publish);
          else publish();
          failpoint('before-ack');
        });
      return outcome;
    } catch (error) {
      const conflict = error instanceof LogConflict;
      if (conflict) unsure = nameOf(order);
      broken = broken || conflict;
      const reason = failing ? { reason: String(error) } : { err: error };
      failing = true;
      logger.error({ ...reason, command: order.command.type, broken }, 'a command failed');
      return conflict ? UNSURE : refused('unavailable');
    }
  };

  /** Some rights follow from the time alone, so they are made true and shown even where nothing was written. */
  const tick = async (since: Instant): Promise<void> => {
    const before = session;
    const ticked = await handle({
      command: { type: 'tick' },
      by: { kind: 'server' },
      commandId: ports.fresh(),
    });
    const now = clock.now();
    if (session === before) {
      const forLeaders = isForLeadersAlone(session, since, now);
      if (!forLeaders) await enforce();
      publish(forLeaders ? ({ line }) => leadsAt(session, line, now) : undefined);
    }
    // Where nothing can be written, what is due stays due; rights that follow from the time alone still change.
    pause = ticked.ok ? 0 : Math.min(MINUTE, pause === 0 ? SECOND : 2 * pause);
    // Whatever has changed it meanwhile has set its alarm.
    if (session === before) alarms.set(session, now, broken ? MINUTE : pause || undefined);
  };
  const alarms = createAlarms(clock, { tick: (since) => void tick(since), forget: tell.forget });

  return {
    tokens: seatTokens(key),
    session: () => session,
    now: clock.now,
    handle,
    watch,
    watching,
    publish: () => tell.publishSoon(publish),
    resume: async () => {
      if (Object.values(session.lines).some((line) => line.present))
        await handle({ command: { type: 'restart' }, by: { kind: 'server' }, commandId: ports.fresh() });
      alarms.set(session, clock.now());
      // Also of a session that ended just before our own end: its rooms are still to be closed.
      if (session.status === 'ended')
        await enforcer.desire({ session: id, media: session.media, grants: [] });
      await enforce();
    },
    stop: () => alarms.stop(),
  };
};
