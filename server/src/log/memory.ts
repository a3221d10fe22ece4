// The log for tests and for trying things out: gone with the process.

import type { SessionId } from '@tele-balint/shared/vocabulary';
import { LogConflict, type Envelope, type EventLog } from './event-log.ts';

/** An empty log in memory. */
export const memoryLog = (): EventLog => {
  const rows = new Map<SessionId, Envelope[]>();
  return {
    append: async (session, expected, envelope) => {
      const own = rows.get(session) ?? [];
      if (own.length !== expected || envelope.n !== expected + 1)
        throw new LogConflict(`${own.length} envelopes, not ${expected}`);
      rows.set(session, [...own, envelope]);
    },
    replace: async (session, expected, envelopes) => {
      const { length } = rows.get(session) ?? [];
      if (length !== expected) throw new LogConflict(`${length} envelopes, not ${expected}`);
      rows.set(session, [...envelopes]);
    },
    read: async (session) => rows.get(session) ?? [],
    lastAt: async (session) => rows.get(session)?.at(-1)?.at ?? null,
    sessions: async () => [...rows.keys()],
    remove: async (session) => void rows.delete(session),
    ready: async () => true,
    close: async () => undefined,
  };
};
