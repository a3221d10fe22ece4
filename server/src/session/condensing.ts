// The log of one session does not grow with those who come to its door and go: now and then it is written anew without them.

import { mayBeNeedless, needlessEvents } from '@tele-balint/shared/session/needless';
import type { SessionEvent } from '@tele-balint/shared/session/events';
import type { Session } from '@tele-balint/shared/session/session';
import type { Logger } from 'pino';
import { mayBeAskedFor } from './answers.ts';
import type { Entry, Tail } from '../log/entry.ts';

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
  const now = entries.at(-1)?.at ?? 0;
  const kept = entries
    .map((entry) => ({ ...entry, events: entry.events.filter((event) => !needless.has(event)) }))
    .filter(
      (entry, index) =>
        entry.events.length > 0 ||
        mayBeAskedFor(entry, session, now) ||
        // The last one tells when something was last written.
        index === entries.length - 1,
    );
  return kept.length > WORTH_IT * entries.length ? null : kept;
};

export type Condensing = {
  /** Counts an entry that is in the log. */
  count(events: readonly SessionEvent[]): void;
  /** Makes the log shorter where that is due; in the session's queue. */
  run(session: Session): Promise<void>;
};

/** Counts what is in a log, and has it written anew where enough of it may be left out. */
export const condensing = <Result>(
  { rewrite }: Pick<Tail<Result>, 'rewrite'>,
  logger: Logger,
): Condensing => {
  let written = 0;
  /** Events since the last look that may be needless; without enough of them the log is not even read. */
  let loose = 0;
  let nextAt = AFTER;
  return {
    count: (events) => {
      written += 1;
      loose += events.filter(mayBeNeedless).length;
    },
    run: async (session) => {
      if (written < nextAt) return;
      nextAt = written + AFTER;
      if (loose < (1 - WORTH_IT) * written) return;
      loose = 0;
      try {
        written = await rewrite((entries) => needed(entries, session));
        nextAt = written + Math.max(AFTER, written);
      } catch (error) {
        logger.warn({ err: error }, 'a log could not be made shorter; it goes on as it is');
      }
    },
  };
};
