// What only leaders see.

import type { Over, WholeEvening } from '../protocol/steps.ts';
import type { Press } from '../session/presses.ts';
import type { AskId, Instant, InvitationId, LineId, Role, SeatId, StepId } from '../vocabulary.ts';

export type WaitingView = {
  readonly line: LineId;
  /** Everybody who sits at the line. */
  readonly people: readonly {
    readonly name: string;
    readonly profession: string;
    /** Asks under a name that would be taken for a leader's. */
    readonly notLeader: boolean;
  }[];
  /** What several at one camera call their place; empty for one person. */
  readonly site: string;
  /** So many places too few there are to let all of them in. */
  readonly lacks: number;
  readonly since: Instant;
  readonly present: boolean;
  /** A leader answered "at the next phase". */
  readonly nextPhase: boolean;
  /** Another browser asks for the place of this seat. */
  readonly forSeat: SeatId | null;
  /** Places that they may have, with another device than before or beside others; a leader may let them in to one. */
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

/** One more person who is to sit down at a camera, once a leader agrees. */
export type BesideView = {
  readonly ask: AskId;
  readonly line: LineId;
  readonly name: string;
  readonly profession: string;
  readonly site: string;
  readonly since: Instant;
  /** Asks under a name that would be taken for a leader's. */
  readonly notLeader: boolean;
};

/** What only leaders see. */
export type LeaderView = {
  readonly waiting: readonly WaitingView[];
  readonly beside: readonly BesideView[];
  readonly invitations: readonly InvitationView[];
  readonly hands: readonly SeatId[];
  readonly ask: { readonly seat: SeatId; readonly since: Instant; readonly seen: boolean } | null;
  readonly away: readonly { readonly seat: SeatId; readonly since: Instant }[];
  /** What the media server has not confirmed yet. */
  readonly unenforced: readonly {
    readonly seat: SeatId;
    readonly since: Instant;
    readonly mayBeHeard: boolean;
    readonly mayBeSeen: boolean;
  }[];
  /** The step has just changed: for a moment no further move is taken, so that a double click is one step. */
  readonly rests: boolean;
  /** Who pressed the latest move, and when; `null` before the first. */
  readonly moved: { readonly by: SeatId; readonly at: Instant } | null;
  /** What leaders need to change the steps still to come, beside the course that all see. */
  readonly plan: {
    /** Raised by each change. */
    readonly edition: number;
    /** What steps say otherwise than their kind. */
    readonly over: Readonly<Record<StepId, Over>>;
    readonly evening: WholeEvening;
    /** Who changed the course last, and when; `null` before that. */
    readonly edited: { readonly by: SeatId; readonly at: Instant } | null;
  };
  /** Until when the latest move can be undone, and whose it was. */
  readonly undo: { readonly until: Instant; readonly by: SeatId } | null;
  /** The presenter of the running case is not there. From `decideAt` on leaders have to choose what becomes of the case. */
  readonly chair: {
    readonly seat: SeatId;
    readonly how: 'away' | 'out' | 'left' | 'removed';
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
    /** What the end may leave time for: members to stay for so many minutes, leaders for a debrief. */
    readonly stay: { readonly minutes: number | null; readonly debrief: boolean };
  };
  /** Who asks for help, in the order in which they did. */
  readonly helps: readonly { readonly seat: SeatId; readonly since: Instant; readonly seen: boolean }[];
  /** Whether the middle of the circle may say that it is quiet. */
  readonly tellsQuiet: boolean;
  /** Whom leaders may ask out of the inner ring now, and in again. */
  readonly rings: { readonly out: readonly SeatId[]; readonly in: readonly SeatId[] };
  /** Who leads on where no leader is there: it counts once they have agreed. */
  readonly backup: { readonly seat: SeatId; readonly agreed: boolean } | null;
  /** Who was asked to lead in whose place, and has not answered. */
  readonly handing: { readonly by: SeatId; readonly seat: SeatId } | null;
  /** Whose line leaders have closed for the running step. */
  readonly closed: readonly SeatId[];
  /** What another leader, or oneself, has pressed last besides the moves. */
  readonly last: { readonly by: SeatId; readonly what: Press; readonly at: Instant } | null;
  /** The voice of members and the outer ring in the running step, after what leaders opened or closed. */
  readonly voices: {
    readonly member: 'open' | 'floor' | 'none';
    readonly outer: 'open' | 'floor' | 'none';
  };
};
