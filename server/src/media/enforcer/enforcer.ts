// Makes the rights of every session true in the media server, each session on its own.

import type { Instant } from '@tele-balint/shared/vocabulary';
import { NO_MEDIA } from '@tele-balint/shared/media-report';
import type { Enforcer, Log, Media, MediaReport, SessionId } from '../port.ts';
import { createReconciler, type Reconciler } from './reconciler.ts';

/** Milliseconds between attempts to end the rooms of a session. */
const RETRY = 1000;

/** Ends rooms, for as long as it takes; answers how to give up. */
function endRooms(media: Media, rooms: readonly string[], log: Log, done: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let given = false;
  let told = false;
  const attempt = async (): Promise<void> => {
    try {
      await Promise.all(rooms.map((room) => media.closeRoom(room)));
      done();
    } catch (error) {
      // Every session that ends while the media server is away comes here each second.
      if (!told) log.warn({ rooms, reason: String(error) }, 'rooms of an ended session are not closed yet');
      told = true;
      if (!given) timer = setTimeout(() => void attempt(), RETRY).unref();
    }
  };
  void attempt();
  return () => {
    given = true;
    clearTimeout(timer);
  };
}

/** Whether somebody must hear of it. That a line is not confirmed yet is said by the views that its change leads to. */
function isNews(told: MediaReport, report: MediaReport): boolean {
  const still = told.unconfirmed.filter((line) => report.unconfirmed.includes(line));
  return JSON.stringify({ ...report, unconfirmed: still }) !== JSON.stringify(told);
}

/**
 * An enforcer that has no session yet.
 * @param options.sealing whether sound and pictures are sealed end to end here
 */
export function createEnforcer(options: {
  readonly media: Media;
  readonly clock: { now(): Instant };
  readonly log: Log;
  readonly sealing?: boolean;
}): Enforcer {
  const { media, log, sealing = false } = options;
  const watches = new Map<SessionId, Reconciler>();
  /** What pages of a session may show, by its text: what was last told, and what single ones were shown since. */
  const known = new Map<SessionId, Map<string, MediaReport>>();
  const sessionOf = new Map<string, SessionId>();
  const listeners = new Set<(session: SessionId) => void>();
  const endings = new Set<() => void>();

  const reportOf = (session: SessionId): MediaReport => ({
    ...(watches.get(session)?.report() ?? NO_MEDIA),
    sealed: sealing,
  });
  const only = (report: MediaReport) => new Map([[JSON.stringify(report), report]]);
  const knownOf = (session: SessionId) => known.get(session) ?? only({ ...NO_MEDIA, sealed: sealing });
  const tell = (session: SessionId): void => {
    if (!watches.has(session)) return;
    const report = reportOf(session);
    // News to one of them is told: what one was shown, the others still have to hear.
    if (![...knownOf(session).values()].some((one) => isNews(one, report))) return;
    known.set(session, only(report));
    for (const listener of listeners) listener(session);
  };
  const watchOf = (session: SessionId): Reconciler => {
    const watch = watches.get(session) ?? createReconciler(options, () => tell(session));
    watches.set(session, watch);
    return watch;
  };

  return {
    desire(desired) {
      for (const { identity } of desired.grants) sessionOf.set(identity, desired.session);
      return watchOf(desired.session).desire(desired);
    },
    forget(session) {
      const watch = watches.get(session);
      if (watch === undefined) return;
      watch.stop();
      watches.delete(session);
      known.delete(session);
      for (const [identity, of] of sessionOf) if (of === session) sessionOf.delete(identity);
      const giveUp = endRooms(media, watch.rooms(), log, () => endings.delete(giveUp));
      endings.add(giveUp);
    },
    report: reportOf,
    shown(session, report) {
      if (watches.has(session)) known.set(session, knownOf(session).set(JSON.stringify(report), report));
    },
    onReport(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    joined(identity) {
      const session = sessionOf.get(identity);
      if (session !== undefined) watches.get(session)?.joined(identity);
    },
    stirred(identity) {
      const session = sessionOf.get(identity);
      if (session !== undefined) watches.get(session)?.stirred();
    },
    violation(identity) {
      const session = sessionOf.get(identity);
      if (session !== undefined) watches.get(session)?.violation(identity);
    },
    ready: () => media.ready(),
    stop() {
      for (const watch of watches.values()) watch.stop();
      for (const giveUp of endings) giveUp();
      return Promise.resolve();
    },
  };
}
