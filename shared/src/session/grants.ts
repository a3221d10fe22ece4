// Who may speak and be seen, now, per line. The media server is made equal to this and to nothing else.

import type { Instant, LineId, MediaIdentity, Part, Space, Voice } from '../vocabulary.ts';
import { sitsApart } from './apart.ts';
import { belongsToDebrief, leads, nobodyLeads } from './leadership.ts';
import { spaceOfLine } from './leaving.ts';
import { ringOf } from './rings.ts';
import { isOpen, presenterOf, runningRow, seatsOn } from './roster.ts';
import type { Line, Seat, Session } from './session.ts';

export type Grant = {
  readonly line: LineId;
  readonly identity: MediaIdentity;
  readonly space: Space;
  /** LiveKit's room: `<media>.<space>`. */
  readonly room: string;
  readonly microphone: boolean;
  readonly camera: boolean;
};

/** What a seat is in the running step. An acting backup leads. */
export const partOf = (session: Session, seat: Seat, now: Instant): Part => {
  if (session.leaving !== null && belongsToDebrief(seat)) return 'leader';
  if (presenterOf(session) === seat.seat) return 'presenter';
  if (leads(session, seat, now)) return 'leader';
  return ringOf(session, seat) === 'outer' ? 'outer' : 'member';
};

/**
 * The running step's voice of a part, after what leaders opened or closed for this step. Nobody is left silent by
 * leaders who are gone: while nobody leads, the row alone holds.
 */
export const voiceOf = (session: Session, part: Part, now: Instant): Voice => {
  const row = runningRow(session).voice[part];
  if (row === null) return 'none';
  if (part !== 'member' && part !== 'outer') return row;
  const set = session.course.voices[part];
  if (set === undefined || nobodyLeads(session, now)) return row;
  return set === 'none' && row === 'floor' ? 'floor' : set;
};

/** Whether leaders have closed the line of this seat for the running step. As all that they close, not while nobody leads. */
export const isClosed = (session: Session, seat: Seat, now: Instant): boolean =>
  session.course.closed.includes(seat.seat) && !leads(session, seat, now) && !nobodyLeads(session, now);

/** Whether a seat may speak now. Without anybody who leads, a floor counts as open. */
export const maySpeak = (session: Session, seat: Seat, now: Instant): boolean => {
  if (isClosed(session, seat, now)) return false;
  const voice = voiceOf(session, partOf(session, seat, now), now);
  if (voice === 'open') return true;
  return voice === 'floor' && (session.course.floor.includes(seat.seat) || nobodyLeads(session, now));
};

/**
 * Whether a line may speak now. It is silent while the step gives anybody at it no voice, but for a presenter who sits
 * apart; of those who need the floor it is enough that one may speak who has not stepped out.
 */
export const lineMaySpeak = (session: Session, seats: readonly Seat[], now: Instant): boolean => {
  const near = seats.filter((seat) => !sitsApart(session, seat));
  return (
    !seats.some((seat) => isClosed(session, seat, now)) &&
    near.every((seat) => voiceOf(session, partOf(session, seat, now), now) !== 'none') &&
    near.some((seat) => session.out[seat.seat] === undefined && maySpeak(session, seat, now))
  );
};

/** Whether a seat may be seen now. */
export const mayBeSeen = (session: Session, seat: Seat, now: Instant): boolean =>
  runningRow(session).camera[partOf(session, seat, now)] === 'open';

const spacesOf = (
  session: Session,
  { line }: Line,
  seats: readonly Seat[],
  now: Instant,
): ReadonlySet<Space | null> => {
  if (seats.length > 0 && session.leaving !== null) return new Set([spaceOfLine(session, line)]);
  return new Set(seats.map((seat) => runningRow(session).space[partOf(session, seat, now)]));
};

const grantOf = (session: Session, line: Line, now: Instant): Grant | null => {
  const seats = seatsOn(session, line.line).filter((seat) => seat.gone === null);
  if (line.identity === null || line.state !== 'seated') return null;
  const [space, ...others] = spacesOf(session, line, seats, now);
  // Those at one line are in one space, or in none.
  if (space === undefined || space === null || others.length > 0) return null;
  // Nobody at it is there to speak or be seen; who stays at a camera that one of them leaves, goes on.
  const out = seats.every(({ seat }) => session.out[seat] !== undefined);
  return {
    line: line.line,
    identity: line.identity,
    space,
    room: `${session.media}.${space}`,
    microphone: !out && lineMaySpeak(session, seats, now),
    camera: !out && seats.every((seat) => mayBeSeen(session, seat, now)),
  };
};

const allGrants = (session: Session, now: Instant): readonly Grant[] =>
  !isOpen(session)
    ? []
    : Object.values(session.lines)
        .map((line) => grantOf(session, line, now))
        .filter((grant) => grant !== null);

/** Sessions never change in place; effects, enforcing and views of one command ask for the same moment. */
const lastAsked = new WeakMap<Session, { readonly now: Instant; readonly grants: readonly Grant[] }>();

/** Every line that may be in the media server now, with what it may send. Presence plays no part. */
export const grantsOf = (session: Session, now: Instant): readonly Grant[] => {
  const known = lastAsked.get(session);
  if (known?.now === now) return known.grants;
  const grants = allGrants(session, now);
  lastAsked.set(session, { now, grants });
  return grants;
};
