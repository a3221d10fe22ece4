// What one person may know, and nothing else. Whole every time; the client believes nothing but this about the rules.

import type { PersonalCommandName } from './decisions/commands.ts';
import type { PhaseRow, PhaseKind } from './protocol/phases.ts';
import type {
  End,
  Instant,
  InvitationId,
  LineId,
  MediaIdentity,
  Role,
  SeatId,
  SessionId,
  Space,
  StepId,
} from './vocabulary.ts';

export type Presence = 'here' | 'away' | 'left' | 'removed';
/** Why a microphone may not be opened: the step's rule, or the floor is somebody else's. */
export type WhyNot = 'phase' | 'floor';

/** One place in the ring, in its lasting order. */
export type PlaceView = {
  readonly seat: SeatId;
  readonly line: LineId;
  readonly name: string;
  readonly profession: string;
  readonly role: Role;
  /** Bears a name that would be taken for a leader's, and is none. */
  readonly notLeader: boolean;
  readonly presence: Presence;
  readonly presenter: boolean;
  /** `back` = the presenter's chair moved back; `row` = an observer's place in the back row. */
  readonly sits: 'circle' | 'back' | 'row';
  /** 1 = first in the order of hands; `null` = no hand. */
  readonly hand: number | null;
  readonly floor: boolean;
  /** What others may play and show of this line now. `null` identity: not connected. */
  readonly media: {
    readonly identity: MediaIdentity | null;
    readonly microphone: boolean;
    readonly camera: boolean;
  };
};

/** A step of the course, with its row as it holds: pages read the row, and the kind for words and icons alone. */
export type StepView = {
  readonly id: StepId;
  readonly kind: PhaseKind;
  readonly minutes: number | null;
  readonly title: string | null;
  /** Counted from 0; `null` between the cases. */
  readonly case: number | null;
  readonly row: Pick<PhaseRow, 'voice' | 'presenterSeat' | 'needsPresenter'>;
};

/** The running step's time. `held` = since when it stands still. */
export type ClockView = {
  readonly since: Instant;
  readonly endsAt: Instant;
  readonly held: Instant | null;
};

/** One of those who sit at your line. */
export type YourSeat = {
  readonly seat: SeatId;
  readonly role: Role;
  /** Holds the leaders' rights now (a leader, or the acting backup). */
  readonly leads: boolean;
  /** Presenter sitting back: where "I need to come in" stands; `null` for everybody else. */
  readonly comeIn: 'none' | 'asked' | 'seen' | 'now' | null;
  /** Has said "I have a case"; only leaders see that besides. */
  readonly offered: boolean;
  /** Commands that the table accepts from this seat now; targets may still be refused. */
  readonly can: readonly PersonalCommandName[];
};

export type YouView = {
  readonly line: LineId;
  /** Everybody who sits at this line; it may do what each of them may. */
  readonly seats: readonly [YourSeat, ...YourSeat[]];
  readonly may: { readonly microphone: boolean; readonly camera: boolean };
  readonly why: WhyNot | null;
  readonly media: { readonly identity: MediaIdentity; readonly space: Space } | null;
  /** False while the media server has not confirmed that your own rights are what they must be. */
  readonly confirmed: boolean;
};

export type WaitingView = {
  readonly line: LineId;
  /** Everybody who sits at the line. */
  readonly people: readonly {
    readonly name: string;
    readonly profession: string;
    /** Asks under a name that would be taken for a leader's. */
    readonly notLeader: boolean;
  }[];
  readonly since: Instant;
  readonly present: boolean;
  /** A leader answered "at the next phase". */
  readonly nextPhase: boolean;
  /** Another browser asks for the place of this seat. */
  readonly forSeat: SeatId | null;
  /** Places that they may have had before with another device; a leader may let them in to one. */
  readonly mayBe: readonly SeatId[];
  /** Another browser waits by the same personal link, and is the one to let in. */
  readonly givesWay: boolean;
};

export type InvitationView = {
  readonly invitation: InvitationId;
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  readonly name: string | null;
  readonly state: 'fresh' | 'used' | 'revoked';
  readonly seat: SeatId | null;
};

/** What only leaders see. */
export type LeaderView = {
  readonly waiting: readonly WaitingView[];
  readonly invitations: readonly InvitationView[];
  readonly hands: readonly SeatId[];
  readonly ask: { readonly seat: SeatId; readonly since: Instant; readonly seen: boolean } | null;
  readonly away: readonly { readonly seat: SeatId; readonly since: Instant }[];
  /** What the media server has not confirmed yet. */
  readonly unenforced: readonly {
    readonly seat: SeatId;
    readonly since: Instant;
    readonly mayBeHeard: boolean;
  }[];
  /** The step has just changed: for a moment no further move is taken, so that a double click is one step. */
  readonly rests: boolean;
  /** Who pressed the latest move, and when; `null` before the first. */
  readonly moved: { readonly by: SeatId; readonly at: Instant } | null;
  /** Until when the latest move can be undone, and whose it was. */
  readonly undo: { readonly until: Instant; readonly by: SeatId } | null;
  /** The presenter of the running case is not there. From `decideAt` on leaders have to choose what becomes of the case. */
  readonly chair: {
    readonly seat: SeatId;
    readonly how: 'away' | 'left' | 'removed';
    readonly since: Instant;
    readonly decideAt: Instant;
    /** Milliseconds after which leaders who wait are asked again. */
    readonly again: number;
  } | null;
  /** The presenter sitting back is there again, and was away for so many milliseconds. */
  readonly missed: { readonly seat: SeatId; readonly ms: number } | null;
  /** Who has a case, in the order in which they said so. */
  readonly offers: readonly SeatId[];
  /** Strangers whom we removed from the media server in this session. */
  readonly strangers: number;
  /** Whose program tried to send something under another name, and was stopped. */
  readonly disguised: readonly SeatId[];
  /** The evening, as its times stand now. */
  readonly session: {
    /** Its date; `null` where none was set. */
    readonly startsAt: Instant | null;
    /** `null` until a leader has pressed Begin. */
    readonly begunAt: Instant | null;
    /** `null` where no step has a time, or nothing says yet when it will begin. */
    readonly endsAt: Instant | null;
    /** Minutes of the steps that are still to begin; what the running one has left, its clock says. */
    readonly needs: number;
  };
  readonly backup: SeatId | null;
  /** The voice of members and the outer ring in the running step, after what leaders opened or closed. */
  readonly voices: {
    readonly member: 'open' | 'floor' | 'none';
    readonly outer: 'open' | 'floor' | 'none';
  };
};

export type Notice =
  | { readonly type: 'tookOver'; readonly seat: SeatId; readonly at: Instant }
  | { readonly type: 'leadsOn'; readonly seat: SeatId; readonly at: Instant };

export type RoomView = {
  readonly kind: 'room';
  /** Counts the views of one connection, so that it tells of nothing that was not shown. */
  readonly version: number;
  /** The server's clock when this view was made. */
  readonly now: Instant;
  readonly session: {
    readonly id: SessionId;
    readonly group: string;
    /** A leader has announced the end; any leader can take it back until then. */
    readonly endsAt: Instant | null;
    /** A leader has pressed Begin. */
    readonly begun: boolean;
    /** When the evening ends by the clock on the wall. */
    readonly until: Instant | null;
  };
  readonly door: 'open' | 'closed';
  readonly course: {
    readonly turn: number;
    readonly index: number;
    readonly kind: PhaseKind;
    readonly steps: readonly StepView[];
    /** The step's voice for ordinary members: `floor` means that a hand asks for the floor. */
    readonly memberVoice: 'open' | 'floor' | 'none';
    /** The presenter has stopped the case; members read of a short pause. */
    readonly paused: boolean;
    /** The latest move closed a case gently. */
    readonly gently: boolean;
    /** Members get the clock only where the step has a soft one; leaders always when timed. */
    readonly clock: ClockView | null;
  };
  readonly presenter: SeatId | null;
  readonly places: readonly PlaceView[];
  /** Seats that can hear now: everybody whose line is connected. */
  readonly ears: readonly SeatId[];
  readonly notices: readonly Notice[];
  readonly you: YouView;
  readonly leader: LeaderView | null;
};

/** At the door. */
export type DoorView = {
  readonly kind: 'door';
  readonly version: number;
  readonly now: Instant;
  readonly line: LineId;
  readonly group: string;
  readonly door: 'open' | 'closed';
  /** Of everybody who sits at this line. */
  readonly names: readonly string[];
  readonly reason: 'by-name' | 'door-closed' | 'next-phase' | 'no-leader-yet' | 'other-browser' | 'too-early';
  /** When the session begins and ends by its date; `null` where it has none. */
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** From when on the door works, while it does not. */
  readonly opensAt: Instant | null;
};

/** Nothing more to see: the page says why. */
export type OverView = {
  readonly kind: 'over';
  readonly version: number;
  readonly now: Instant;
  readonly reason: End;
  readonly group: string;
  /** When what was kept of the session is destroyed; `null` while it runs. */
  readonly forgottenAt: Instant | null;
};

export type View = RoomView | DoorView | OverView;

type Unnumbered<V> = V extends View ? Omit<V, 'version'> : never;
/** All that a line may know at one moment; it gets its version as it goes out. */
export type Shown = Unnumbered<View>;
