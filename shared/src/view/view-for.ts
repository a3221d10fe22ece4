// The view of one line: all that this person may know.

import { leadsAt } from '../session/leadership.ts';
import { spaceOfLine } from '../session/leaving.ts';
import { isOpen, seatsOn } from '../session/roster.ts';
import type { Line, Seat, Session } from '../session/session.ts';
import type { End, Instant, LineId, Space } from '../vocabulary.ts';
import type { MediaReport } from '../media-report.ts';
import { doorView, overView } from './view-door.ts';
import { commonViews } from './view-room.ts';
import { youView } from './view-you.ts';
import type { Shown } from './view.ts';

/** Whether the space of a line has come to its own end. */
const isSpaceOver = (session: Session, { line, state }: Line): boolean =>
  session.leaving !== null && state === 'seated' && spaceOfLine(session, line) === null;

/** Why a line has nothing more to see, if it has not. */
const endOf = (session: Session, line: Line): End | null => {
  if (line.state === 'ended') return line.why;
  if (session.status === 'ended' || isSpaceOver(session, line)) return 'over';
  const left = seatsOn(session, line.line).every((seat) => seat.gone === 'left');
  return line.state === 'seated' && left ? 'left' : null;
};

/**
 * The views of one moment, each of a line: all that it may know now, `null` when no such line was ever at the door. What
 * several views tell alike is worked out once and is the same object in each.
 */
export const viewsAt = (
  session: Session,
  now: Instant,
  media: MediaReport,
): ((line: LineId) => Shown | null) => {
  const common = new Map<Space, ReturnType<typeof commonViews>>();
  const commonIn = (space: Space): ReturnType<typeof commonViews> => {
    const known = common.get(space) ?? commonViews(session, space, now, media);
    common.set(space, known);
    return known;
  };
  const room = (seats: readonly [Seat, ...Seat[]]): Extract<Shown, { kind: 'room' }> => {
    const { grants, leaders, members } = commonIn(spaceOfLine(session, seats[0].line) ?? 'circle');
    const grant = grants.get(seats[0].line) ?? null;
    const you = youView(session, seats, grant, now, media);
    return { ...(leadsAt(session, seats[0].line, now) ? leaders : members), you };
  };
  return (line) => {
    const known = session.lines[line];
    if (!known) return null;
    const end = endOf(session, known);
    if (end !== null) return overView(session, known, end, now);
    if (known.state === 'waiting') return doorView(session, known, now, media);
    const [first, ...others] = seatsOn(session, line).filter(({ gone }) => gone === null);
    return first && isOpen(session) ? room([first, ...others]) : null;
  };
};

/** The view of one line now. */
export const viewFor = (session: Session, line: LineId, now: Instant, media: MediaReport): Shown | null =>
  viewsAt(session, now, media)(line);
