// Who counts as present is made equal to the connections that are there: word that a page went may have found a full disk.

import { randomUUID } from 'node:crypto';
import { later, SECOND, type SessionId } from '@tele-balint/shared/vocabulary';
import type { Clock } from '../clock.ts';
import type { Registry } from '../session/registry.ts';
import type { Pages } from './pages.ts';

/** Milliseconds between two looks, and between the last ones while nothing can be written. */
const OFTEN = SECOND;
const SELDOM = 10 * SECOND;

/** Looks from now on for lines that count as present and have no connection; the answer ends it. */
export const watchPresence = (
  { present, handle }: Pick<Registry, 'present' | 'handle'>,
  pages: Pick<Pages, 'holds' | 'coming'>,
  clock: Clock,
): (() => void) => {
  let stopped = false;
  let pause = OFTEN;
  let cancel: () => void = () => undefined;

  const look = async (): Promise<void> => {
    /** Of one session one failure is enough. */
    const failed = new Set<SessionId>();
    for (const { session, line, identity } of present()) {
      if (stopped) return;
      if (failed.has(session) || pages.holds(session, identity) || pages.coming(session, line)) continue;
      const command = { type: 'disconnect', line, identity, seen: clock.now() } as const;
      const outcome = await handle(session, { command, by: { kind: 'server' }, commandId: randomUUID() });
      if (!outcome.ok) failed.add(session);
    }
    pause = failed.size === 0 ? OFTEN : Math.min(2 * pause, SELDOM);
    again();
  };
  const again = (): void => {
    if (!stopped) cancel = clock.alarm(later(clock.now(), pause), () => void look());
  };
  again();
  return () => {
    stopped = true;
    cancel();
  };
};
