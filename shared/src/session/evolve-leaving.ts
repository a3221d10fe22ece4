// What the end and the time to stay after it do to the session.

import type { SessionEvent } from './events.ts';
import { BARE_STEP } from './course-state.ts';
import { held } from './evolve-lines.ts';
import type { Line, Session } from './session.ts';

export type LeavingEvent = Extract<
  SessionEvent,
  {
    type: 'endAnnounced' | 'endTakenBack' | 'leavingBegun' | 'stayedLonger' | 'spaceClosed' | 'ended';
  }
>;

/** Nobody comes in any more: whoever waits at the door is told so. */
const withoutDoor = ({ lines }: Session): Session['lines'] =>
  Object.fromEntries(
    Object.entries(lines).map(([id, line]): [string, Line] => [
      id,
      line.state === 'waiting' ? { ...held(line), state: 'ended', why: 'over' } : line,
    ]),
  );

const begun = (
  session: Session,
  { endsAt, debrief, at }: Extract<LeavingEvent, { type: 'leavingBegun' }>,
): Session => ({
  ...session,
  ending: null,
  door: 'closed',
  lines: withoutDoor(session),
  // Nobody leads any more: what leaders asked, or were asked, has nobody to answer it.
  ...{ backup: null, handing: null, help: {}, beside: [] },
  leaving: {
    since: at,
    endsAt: endsAt ?? at,
    more: false,
    closed: [...(endsAt === null ? (['circle'] as const) : []), ...(debrief ? [] : (['debrief'] as const))],
  },
  course: {
    ...session.course,
    turn: session.course.turn + 1,
    ...{ endsAt: null, heldSince: null, stopped: null, gently: false },
    ...BARE_STEP,
    ...{ offers: [], undo: null, missed: null, apart: null },
  },
});

/** The state after an event of the end. */
export const evolveLeaving = (session: Session, event: LeavingEvent): Session => {
  const { leaving } = session;
  switch (event.type) {
    case 'endAnnounced':
      return { ...session, ending: event.endsAt, stays: event.stays };
    case 'endTakenBack':
      return { ...session, ending: null, stays: false };
    case 'leavingBegun':
      return begun(session, event);
    case 'stayedLonger':
      return { ...session, leaving: leaving && { ...leaving, endsAt: event.endsAt, more: true } };
    case 'spaceClosed':
      return { ...session, leaving: leaving && { ...leaving, closed: [...leaving.closed, event.space] } };
    case 'ended':
      return {
        ...session,
        ...{ status: 'ended', endedAt: event.at, ending: null },
        lines: withoutDoor(session),
      };
  }
};
