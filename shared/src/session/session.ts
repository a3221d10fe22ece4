// The session's state: plain data, made only by `evolve` from events. Instants, never countdowns.

import { USUAL_EVENING, type Protocol } from '../protocol/steps.ts';
import type { Beside } from './beside.ts';
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
  StepId,
  VoicedPart,
} from '../vocabulary.ts';

export type Invitation = {
  readonly invitation: InvitationId;
  /** SHA-256 of the secret; the secret is never kept. */
  readonly hash: string;
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  readonly name: string | null;
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

export type Course = {
  readonly turn: number;
  readonly step: StepId;
  readonly since: Instant;
  readonly endsAt: Instant | null;
  /** Hold stops the step's clock, neither the rights nor the evening. */
  readonly heldSince: Instant | null;
  /** When the course last moved; unlike `since` no hold shifts it. `null` until it has. */
  readonly movedAt: Instant | null;
  /** Milliseconds that a step had left when it was gone from; Back resumes them. */
  readonly left: Readonly<Record<StepId, number>>;
  /** Case number -> presenter. */
  readonly presenters: Readonly<Record<number, SeatId>>;
  /** Cases that have begun, at whichever of their steps. */
  readonly begun: readonly number[];
  readonly voices: Readonly<Partial<Record<VoicedPart, 'open' | 'none'>>>;
  readonly floor: readonly SeatId[];
  readonly hands: readonly SeatId[];
  /** Whose line leaders have closed for the running step. */
  readonly closed: readonly SeatId[];
  /** Whom leaders have asked to open their microphone in the running step. */
  readonly prompted: readonly { readonly seat: SeatId; readonly at: Instant }[];
  readonly ask: { readonly since: Instant; readonly seen: boolean } | null;
  /** Who pressed the latest move; `null` where nobody has, or an earlier program did not say. */
  readonly movedBy: SeatId | null;
  /** What stood before the latest move, as long as no command of the course came after it. */
  readonly undo: Before | null;
  /** Since when the presenter has stopped the case. */
  readonly stopped: Instant | null;
  /** The latest move closed a case gently. */
  readonly gently: boolean;
  /** Who has said "I have a case", in this order. */
  readonly offers: readonly SeatId[];
  /** The presenter who sits apart from the microphone of their site: leaders have confirmed it. */
  readonly apart: SeatId | null;
  /** How long the presenter was away who came back last, in milliseconds. */
  readonly missed: { readonly seat: SeatId; readonly ms: number } | null;
};

/** What a move changes, as it was before: all of the course but its turn and what comes and goes with lines. */
export type Before = {
  readonly course: Omit<Course, 'turn' | 'undo' | 'missed'>;
  /** Only the evening of an earlier program changes with a move. */
  readonly evening: Evening | null;
};

/** The evening from Begin on. */
export type Evening = {
  readonly begunAt: Instant;
  /** A time of day that leaders may move; `null` where no step has a time. */
  readonly endsAt: Instant | null;
  /** Begun by an earlier program: its end counts from the first timed step, and moves with holds and longer steps. */
  readonly floats: boolean;
};

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
  course: {
    turn: 0,
    step: '' as StepId,
    since: never,
    endsAt: null,
    heldSince: null,
    movedAt: null,
    left: {},
    presenters: {},
    begun: [],
    voices: {},
    floor: [],
    hands: [],
    closed: [],
    prompted: [],
    ask: null,
    movedBy: null,
    undo: null,
    stopped: null,
    gently: false,
    offers: [],
    apart: null,
    missed: null,
  },
  evening: null,
  backup: null,
  handing: null,
  pressed: null,
  edited: null,
  tookOver: null,
};
