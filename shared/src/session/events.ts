// What happened. Past tense; every event carries its instant, so that replay needs no clock.

import type { Protocol } from '../protocol/steps.ts';
import type {
  Instant,
  InvitationId,
  LineId,
  MediaIdentity,
  SeatId,
  SessionId,
  StepId,
} from '../vocabulary.ts';
import type { Invitation, LineEnd, Seat, Waiting } from './session.ts';

/** Raised when an event changes its shape; older ones are lifted on reading. */
export const EVENT_VERSION = 2;

export type SessionEvent = { readonly at: Instant } & (
  | {
      readonly type: 'opened';
      readonly id: SessionId;
      readonly group: string;
      readonly protocol: Protocol;
      readonly media: string;
      readonly invitations: readonly Invitation[];
    }
  | { readonly type: 'invitationAdded'; readonly invitation: Invitation }
  | { readonly type: 'invitationRenewed'; readonly invitation: InvitationId; readonly hash: string }
  | { readonly type: 'invitationRevoked'; readonly invitation: InvitationId }
  | { readonly type: 'asked'; readonly waiting: Waiting }
  | { readonly type: 'postponed'; readonly line: LineId }
  /** A line at the door ended there: turned away, went, or its link was revoked. */
  | { readonly type: 'turnedAway'; readonly line: LineId; readonly why: LineEnd }
  | { readonly type: 'seated'; readonly seat: Seat }
  /** A new line holds the seat; the old one has ended. */
  | { readonly type: 'lineMoved'; readonly seat: SeatId; readonly line: LineId; readonly announced: boolean }
  | { readonly type: 'begun' }
  | { readonly type: 'doorOpened' }
  | { readonly type: 'doorClosed' }
  | {
      readonly type: 'connected';
      readonly line: LineId;
      readonly page: string;
      readonly identity: MediaIdentity;
      /** The page took the place from another one that still held it. */
      readonly moved: boolean;
    }
  | { readonly type: 'disconnected'; readonly line: LineId }
  | { readonly type: 'left'; readonly seat: SeatId }
  | { readonly type: 'removed'; readonly seat: SeatId }
  | { readonly type: 'backupNamed'; readonly seat: SeatId | null }
  | { readonly type: 'presenterChosen'; readonly case: number; readonly seat: SeatId }
  | {
      readonly type: 'moved';
      readonly step: StepId;
      readonly endsAt: Instant | null;
      /** Milliseconds that the step gone from had left; `null` where it had no clock. */
      readonly left: number | null;
    }
  | { readonly type: 'extended'; readonly endsAt: Instant }
  | { readonly type: 'held' }
  | { readonly type: 'resumed' }
  | { readonly type: 'handRaised'; readonly seat: SeatId }
  | { readonly type: 'handLowered'; readonly seat: SeatId }
  | { readonly type: 'floorGiven'; readonly seat: SeatId }
  | { readonly type: 'floorTaken'; readonly seat: SeatId }
  | { readonly type: 'voiceSet'; readonly role: 'member' | 'observer'; readonly voice: 'open' | 'none' }
  | { readonly type: 'comeInAsked' }
  | { readonly type: 'comeInSeen' }
  | { readonly type: 'comeInWithdrawn' }
  | { readonly type: 'endAnnounced'; readonly endsAt: Instant }
  | { readonly type: 'endTakenBack' }
  | { readonly type: 'ended' }
);
export type EventType = SessionEvent['type'];
