// The log of one session does not grow with those who come to its door and go: now and then it is written anew without them.

import { needlessEvents } from '@tele-balint/shared/session/needless';
import type { Session } from '@tele-balint/shared/session/session';
import type { Logger } from 'pino';
import type { Entry, Tail } from '../log/sealed.ts';

/** Entries after which it is looked at again; few enough that nobody else waits meanwhile. */
const AFTER = 500;
/** It is written anew only where at most this share of it is left. */
const WORTH_IT = 0.75;

/** The entries that replay needs, or whose answers somebody may still ask for. */
const needed = <Result>(
  entries: readonly Entry<Result>[],
  session: Session,
): readonly Entry<Result>[] | null => {
  const needless = needlessEvents(
    entries.flatMap(({ events }) => events),
    session,
  );
  const kept = entries
    .map((entry) => ({ ...entry, events: entry.events.filter((event) => !needless.has(event)) }))
    // The last one tells when something was last written.
    .filter(({ events }, index) => events.length > 0 || index === entries.length - 1);
  return kept.length > WORTH_IT * entries.length ? null : kept;
};

/**
 * Counts what is appended; the answer is called after each entry, in the session's queue.
 * @param written entries that are there already
 */
export const condensing = <Result>(
  { rewrite }: Pick<Tail<Result>, 'rewrite'>,
  written: number,
  logger: Logger,
): ((session: Session) => Promise<void>) => {
  let left = AFTER - written;
  return async (session) => {
    left -= 1;
    if (left > 0) return;
    left = AFTER;
    try {
      left = Math.max(AFTER, await rewrite((entries) => needed(entries, session)));
    } catch (error) {
      logger.warn({ err: error }, 'a log could not be made shorter; it goes on as it is');
    }
  };
};
