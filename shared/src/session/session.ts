// The session's state: plain data, made only by `evolve` from events. Instants, never countdowns.

import { USUAL_EVENING, type Protocol } from '../protocol/steps.ts';
import type { Beside } from './beside.ts';
import { emptyCourse, type Course, type Evening } from './course-state.ts';
import type { Press } from './presses.ts';
import type {
  End,
  Instant,
  InvitationId,
  LineId,
  MediaIdentity,
  Ring,
  Role,
  SeatId,
  SessionId,
  Space,
} from '../vocabulary.ts';

export type Invitation = {
  readonly invitation: InvitationId;
  /** SHA-256 of the secret; the secret is never kept. */
  readonly hash: string;
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  readonly name: string | null;
  /** Whom it was made for together; the name is then that of their place. */
  readonly people?: readonly string[];
  readonly revoked: boolean;
};

export type Seat = {
  readonly seat: SeatId;
  readonly line: LineId;
  readonly invitation: InvitationId;
  readonly name: string;
  readonly profession: string;
  readonly role: Role;
  /** What they do now, where that is not what their link says. */
  readonly acts: 'leader' | 'member' | null;
  /** The name of the camera that they share with others; empty where they have a device of their own. */
  readonly site: string;
  /** `left` keeps the place; `removed` ends it. */
  readonly gone: 'left' | 'removed' | null;
  /** Since when; the line may go on with others. */
  readonly goneAt: Instant | null;
};

/** A person as they name themselves at the door. */
export type Person = { readonly name: string; readonly profession: string };

/** One connected device with one microphone, whatever it stands for. */
type Held = {
  readonly line: LineId;
  readonly invitation: InvitationId;
  /** The page load that holds the line, and its identity in the media server; kept while the socket is away. */
  readonly page: string | null;
  readonly identity: MediaIdentity | null;
  /** Has a socket. Rights never depend on it. */
  readonly present: boolean;
  /** Since when the line is present, or away. */
  readonly since: Instant;
  /** The last time that a page took the place from another. */
  readonly movedAt: Instant | null;
};

/** At the door, with everybody who sits at it. */
export type WaitingLine = Held & {
  readonly state: 'waiting';
  readonly people: readonly Person[];
  /** What those at one camera call their place; empty for one person. */
  readonly site: string;
  readonly askedAt: Instant;
  readonly nextPhase: boolean;
  /** Comes with another device for a place that they have. */
  readonly forSeat: SeatId | null;
};

/** In the circle: the seats that name it sit at it. */
export type SeatedLine = Held & { readonly state: 'seated' };

/** Over; kept so that its page can be told why. */
export type EndedLine = Held & { readonly state: 'ended'; readonly why: End };

export type Line = WaitingLine | SeatedLine | EndedLine;

/** A call for technical help; `seen` = a leader sees to it. */
export type Help = { readonly since: Instant; readonly seen: boolean };

/** The evening has ended, and people may stay: each space until its own end. */
export type Leaving = {
  readonly since: Instant;
  /** When the members' circle closes. */
  readonly endsAt: Instant;
  /** Somebody has asked for more time; once in all. */
  readonly more: boolean;
  /** Spaces that are over. */
  readonly closed: readonly Space[];
};

export type Session = {
  readonly id: SessionId;
  /** Events so far; the version of the state. */
  readonly version: number;
  /** `made` = opened and not begun, though people may sit in the circle. */
  readonly status: 'none' | 'made' | 'running' | 'ended';
  readonly group: string;
  readonly protocol: Protocol;
  /** The leaders' own line for the last page; `null` where they set none. */
  readonly closingLine: string | null;
  /** Random name of the LiveKit rooms of this session: `<media>.<space>`. */
  readonly media: string;
  readonly madeAt: Instant;
  /** When it is to begin; `null` where no date was set. */
  readonly startsAt: Instant | null;
  /** Whoever waited at the door for its time has been let in. */
  readonly doorTimeCame: boolean;
  readonly ending: Instant | null;
  /** The announced end leaves time to stay. */
  readonly stays: boolean;
  /** `null` until the evening has ended with time to stay. */
  readonly leaving: Leaving | null;
  readonly endedAt: Instant | null;
  readonly door: 'open' | 'closed';
  readonly invitations: readonly Invitation[];
  /** Links by which a leader answered "not today" since they were made or renewed. */
  readonly shut: readonly InvitationId[];
  readonly seats: readonly Seat[];
  /** Who is to join those at one camera. */
  readonly beside: readonly Beside[];
  readonly lines: Readonly<Record<string, Line>>;
  /** Whom leaders have asked into the other ring than their link's. */
  readonly rings: Readonly<Partial<Record<SeatId, Ring>>>;
  /** Who has stepped out for a moment, and since when. */
  readonly out: Readonly<Partial<Record<SeatId, Instant>>>;
  /** Who has asked leaders for help. */
  readonly help: Readonly<Partial<Record<SeatId, Help>>>;
  /** Whether the middle of the circle may say that it is quiet. */
  readonly tellsQuiet: boolean;
  readonly course: Course;
  /** `null` until the session has begun. */
  readonly evening: Evening | null;
  /** Who leads on when no leader is there, once they have agreed to it. */
  readonly backup: { readonly seat: SeatId; readonly agreed: boolean } | null;
  /** Who was asked to lead in the place of `by`, and has not answered. */
  readonly handing: { readonly by: SeatId; readonly seat: SeatId } | null;
  /** The latest press of somebody who leads, of those that leaders see from each other. */
  readonly pressed: { readonly by: SeatId; readonly what: Press; readonly at: Instant } | null;
  /** The latest change of the course by hand, and how many there were; `null` before the first. */
  readonly edited: { readonly edition: number; readonly by: SeatId; readonly at: Instant } | null;
  /** The latest take-over of a leader's place, told to all. */
  readonly tookOver: { readonly seat: SeatId; readonly at: Instant } | null;
};

const never = 0 as Instant;

/** Before anything has happened; every replay begins here. */
export const emptySession: Session = {
  id: '' as SessionId,
  version: 0,
  status: 'none',
  group: '',
  protocol: { ...USUAL_EVENING, madeFrom: null, steps: [] },
  closingLine: null,
  media: '',
  madeAt: never,
  startsAt: null,
  doorTimeCame: false,
  ending: null,
  stays: false,
  leaving: null,
  endedAt: null,
  door: 'open',
  invitations: [],
  shut: [],
  seats: [],
  beside: [],
  lines: {},
  rings: {},
  out: {},
  help: {},
  tellsQuiet: true,
  course: emptyCourse,
  evening: null,
  backup: null,
  handing: null,
  pressed: null,
  edited: null,
  tookOver: null,
};
