// What everybody is told of who hears them, at every moment of every evening.

import { grantsOf } from '../session/grants.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { casePresenter, isOpen, isThere } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Instant, LineId, Space } from '../vocabulary.ts';
import { commonViews } from '../view/view-room.ts';
import { NO_MEDIA } from '../media-report.ts';
import type { Promised } from './promised.ts';

/** The media server as it may be: those with a place who are there, and those whom it has not put out yet. */
const connectedAt = (
  session: Session,
  before: Session,
  now: Instant,
): Readonly<Record<Space, readonly LineId[]>> => {
  const late = session.version % 2 === 0;
  const [is, was] = [grantsOf(session, now), late ? grantsOf(before, now) : []];
  const inSpace = (space: Space) => [
    ...new Set(
      [...is, ...was]
        .filter((grant) => grant.space === space && session.lines[grant.line]?.present === true)
        .map(({ line }) => line),
    ),
  ];
  return { circle: inSpace('circle'), debrief: inSpace('debrief') };
};

/** Everybody with a place who can hear in a space is told of in it, and nobody of the other space but who still hears. */
export const ears: Promised = ({ play: { session, now }, before }) => {
  if (!isOpen(session)) return [];
  const connected = connectedAt(session, before, now);
  return (['circle', 'debrief'] as const).flatMap((space) => {
    if (space === 'debrief' && session.leaving === null) return [];
    const { members, leaders } = commonViews(session, space, now, { ...NO_MEDIA, connected });
    const hears = session.seats.filter(({ gone, line }) => gone === null && connected[space].includes(line));
    const belongs = ({ line }: Seat) =>
      spaceOfLine(session, line) === space || connected[space].includes(line);
    return [members, leaders].flatMap((view) => [
      ...hears
        .filter(({ seat }) => !view.ears.includes(seat))
        .map(({ name }) => `${name} can hear in the ${space}, and is not told of`),
      ...hears
        .filter(({ seat }) => !view.places.some((place) => place.seat === seat))
        .map(({ name }) => `${name} can hear in the ${space}, and has no place there`),
      ...session.seats
        .filter((seat) => !belongs(seat))
        .filter(({ seat }) => view.places.some((place) => place.seat === seat) || view.ears.includes(seat))
        .map(({ name }) => `${name} is told of in the ${space}`),
    ]);
  });
};

/** Whoever presents, and is there, is told of alike in the list of places and among those who hear. */
export const chair: Promised = ({ play: { session, now } }) => {
  const seat = casePresenter(session);
  const found = session.seats.find((one) => one.seat === seat);
  if (!isOpen(session) || !found || isThere(session, found)) return [];
  const { members } = commonViews(session, 'circle', now, NO_MEDIA);
  return members.ears.includes(found.seat)
    ? []
    : [`${found.name} has a calm chair, and is told to have gone`];
};
