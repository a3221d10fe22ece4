// Lines that are over and hold no place. Their pages are told why; then nothing needs them any more.

import type { EndedLine, Line, Session } from './session.ts';

/**
 * How many of them are still told why: the newest that went by themselves, as anybody may do for ever, and the newest
 * whose end somebody else made; renewing a link ends up to fifty at once.
 */
export const TOLD = { self: 20, others: 60 };

/** All but the newest of these. */
const oldest = (lines: readonly EndedLine[], told: number): readonly EndedLine[] =>
  lines.toSorted((a, b) => a.since - b.since).slice(0, Math.max(0, lines.length - told));

/** The session without the lines whose end nobody has to be told of any more. */
export const withoutOldEnds = (session: Session): Session => {
  const sitting = new Set(session.seats.map((seat) => seat.line));
  const over = Object.values(session.lines)
    .filter((line) => line.state === 'ended')
    .filter(({ line }) => !sitting.has(line));
  const old = new Set<Line>([
    ...oldest(
      over.filter(({ why }) => why === 'left'),
      TOLD.self,
    ),
    ...oldest(
      over.filter(({ why }) => why !== 'left'),
      TOLD.others,
    ),
  ]);
  if (old.size === 0) return session;
  const lines = Object.entries(session.lines).filter(([, line]) => !old.has(line));
  return { ...session, lines: Object.fromEntries(lines) };
};
