// Whether silence can be trusted: what is told of it is only what the media server has confirmed.

import type { MediaReport } from '../media-report.ts';
import type { Session } from '../session/session.ts';
import type { PlaceView } from './place.ts';

/** Whoever left is not missed, but for a presenter whose chair is kept. */
const counts = ({ presence, presenter }: PlaceView): boolean =>
  presenter || (presence !== 'left' && presence !== 'removed');

/**
 * Everybody who has a place is here, none has stepped out, each line is in the media server, and nothing waits to be
 * confirmed there; and leaders let it be told.
 */
export const allHere = (
  { tellsQuiet, leaving }: Session,
  places: readonly PlaceView[],
  { connected, unconfirmed, unenforced }: MediaReport,
): boolean => {
  // Once the evening has ended nobody is told of the other space, nor of its confirmations.
  if (!tellsQuiet || leaving !== null || unconfirmed.length > 0 || unenforced.length > 0) return false;
  const there = new Set(connected.circle);
  return places
    .filter(counts)
    .every(({ presence, out, line }) => presence === 'here' && !out && there.has(line));
};
