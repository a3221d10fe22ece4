// What happened, as it is kept. Past tense; every event carries its instant, so that replay needs no clock. The shapes
// are the log's own: the state may change without them.

import { z } from 'zod';
import { evening, stepShape } from '../protocol/read.ts';
import { COURSE_IDS } from '../protocol/steps.ts';
import { PRESSES } from './presses.ts';
import {
  ROLES,
  SPACES,
  VOICED_PARTS,
  type AskId,
  type Instant,
  type InvitationId,
  type LineId,
  type MediaIdentity,
  type SeatId,
  type SessionId,
  type StepId,
} from '../vocabulary.ts';

/** Raised when an event changes its shape; older ones are upcast on reading. */
export const EVENT_VERSION = 3;

/** What our own rules have written was bounded when it came in. */
const idOf = <T extends string>() => z.string().transform((value) => value as T);
const instant = z.number().transform((value) => value as Instant);
const seat = idOf<SeatId>();
const line = idOf<LineId>();
const invitation = idOf<InvitationId>();
const role = z.enum(ROLES);

const link = z.strictObject({
  invitation,
  /** SHA-256 of the secret. */
  hash: z.string(),
  kind: z.enum(['leader', 'personal', 'open']),
  role,
  name: z.string().nullable(),
  people: z.array(z.string()).exactOptional(),
});

const person = { name: z.string(), profession: z.string() };

const event = <T extends string, F extends z.ZodRawShape>(type: T, fields: F) =>
  z.strictObject({ type: z.literal(type), at: instant, ...fields });

const shapes = [
  event('opened', {
    id: idOf<SessionId>(),
    group: z.string(),
    protocol: z.strictObject({
      ...evening,
      madeFrom: z.enum(COURSE_IDS).nullable(),
      steps: z.array(stepShape),
    }),
    media: z.string(),
    invitations: z.array(link),
    /** When the session is to begin; `null` where no date was set. */
    startsAt: instant.nullable(),
    /** What leaders set for the last page; `null` where they set nothing. */
    closingLine: z.string().nullable(),
  }),
  event('invitationAdded', { invitation: link }),
  event('invitationRenewed', { invitation, hash: z.string() }),
  event('invitationRevoked', { invitation }),
  /** Stands at the door, with everybody who sits at the line; `forSeat` = with another device for a place that they have. */
  event('asked', {
    ...{ line, invitation, people: z.array(z.strictObject(person)), forSeat: seat.nullable() },
    /** What several people at one camera call their place; empty for one person. */
    site: z.string(),
  }),
  event('postponed', { line }),
  /** A line at the door ended there: turned away, went, was its person's whom leaders removed, or its link was revoked. */
  event('turnedAway', { line, why: z.enum(['not-today', 'left', 'removed', 'moved', 'revoked-link']) }),
  /** At the line, beside whoever sits there; `site` as for `asked`. */
  event('seated', { seat, line, invitation, ...person, role, site: z.string() }),
  /** A new line holds the seat, and those beside it; the old one has ended. */
  event('lineMoved', { seat, line, announced: z.boolean() }),
  /**
   * A leader has begun the session. `endsAt` = the evening's end, `null` where no step has a time; `floats` = begun by a
   * program whose evenings ended by the first timed step, and were moved by holds and longer steps.
   */
  event('begun', { endsAt: z.union([instant, z.literal('floats')]).nullable() }),
  event('endMoved', { endsAt: instant }),
  /** One person goes on at another line, with all that is theirs. */
  event('seatMoved', { seat, line }),
  /** From a line: one more person is to sit down there; `site` = what they call their place then. */
  event('besideAsked', { ask: idOf<AskId>(), line, ...person, site: z.string() }),
  /** From the line again, before a leader had answered. */
  event('besideWithdrawn', { ask: idOf<AskId>() }),
  /** A leader agreed, and `seated` or `seatMoved` says who it was, or not. */
  event('besideAnswered', { ask: idOf<AskId>() }),
  /** The time of the door has come: whoever waited for that comes in. */
  event('doorTimeCame', {}),
  event('doorOpened', {}),
  event('doorClosed', {}),
  /**
   * `moved` = the page took the place from another one that still held it. `missed` = milliseconds for which a presenter who
   * sits back at this line was away; `null` for everybody else.
   */
  event('connected', {
    line,
    page: z.string(),
    identity: idOf<MediaIdentity>(),
    moved: z.boolean(),
    missed: z.number().nullable(),
  }),
  event('disconnected', { line }),
  event('left', { seat }),
  event('removed', { seat }),
  /** A leader asked somebody out of the inner ring, or in again. */
  event('askedOut', { seat }),
  event('askedIn', { seat }),
  event('steppedOut', { seat }),
  event('steppedIn', { seat }),
  /** Technical trouble, told to leaders. */
  event('helpAsked', { seat }),
  event('helpSeen', { seat }),
  event('helpWithdrawn', { seat }),
  /** Whether the middle of the circle may say that it is quiet. */
  event('quietSet', { on: z.boolean() }),
  /** `agreed` = counts at once, as in earlier programs. */
  event('backupNamed', { seat: seat.nullable(), agreed: z.boolean() }),
  event('backupAgreed', {}),
  event('backupDeclined', {}),
  event('steppedDown', { seat }),
  event('steppedUp', { seat }),
  /** `by` asks somebody to lead in their place; `null` = nobody any more. */
  event('leadershipOffered', { by: seat, seat: seat.nullable() }),
  event('leadershipTaken', {}),
  event('leadershipDeclined', {}),
  /** The line of this seat has no voice in the running step, or has that of the step again. */
  event('lineClosed', { seat }),
  event('lineFreed', { seat }),
  event('openingAsked', { seat }),
  event('pressed', { by: seat, what: z.enum(PRESSES) }),
  event('presenterChosen', { case: z.int(), seat }),
  /** The case is another one, and nobody presents it yet. */
  event('presenterCleared', { case: z.int() }),
  /**
   * `left` = milliseconds that the step gone from had left; `null` where it had no clock. `by` = who pressed, `null` where
   * the program of then did not say.
   */
  event('moved', {
    step: idOf<StepId>(),
    endsAt: instant.nullable(),
    left: z.number().nullable(),
    by: seat.nullable(),
  }),
  /** The latest move counts as if it had not been made. */
  event('undone', {}),
  /** The steps still to come: the id of one that stays, or a step as it is from now on. */
  event('courseEdited', { by: seat, ahead: z.array(z.union([idOf<StepId>(), stepShape])), ...evening }),
  event('caseStopped', {}),
  /** The move before it closed the case gently. */
  event('caseClosed', {}),
  /** The presenter sits apart from the microphone of their site; `null` = they do no longer. */
  event('apartSet', { seat: seat.nullable() }),
  event('caseOffered', { seat }),
  event('caseOfferWithdrawn', { seat }),
  event('extended', { endsAt: instant }),
  event('held', {}),
  event('resumed', {}),
  event('handRaised', { seat }),
  event('handLowered', { seat }),
  event('floorGiven', { seat }),
  event('floorTaken', { seat }),
  event('voiceSet', { part: z.enum(VOICED_PARTS), voice: z.enum(['open', 'none']) }),
  event('comeInAsked', {}),
  event('comeInSeen', {}),
  event('comeInWithdrawn', {}),
  event('endAnnounced', { endsAt: instant, stays: z.boolean() }),
  event('endTakenBack', {}),
  /**
   * The evening has ended. `endsAt` = until when members may stay, `null` where they do not; `debrief` = leaders go to a
   * space of their own.
   */
  event('leavingBegun', { endsAt: instant.nullable(), debrief: z.boolean() }),
  event('stayedLonger', { endsAt: instant }),
  event('spaceClosed', { space: z.enum(SPACES) }),
  event('ended', {}),
] as const;

/** Every event in today's shape. */
export const sessionEvent = z.discriminatedUnion('type', shapes);

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends string | number
    ? T
    : { readonly [Key in keyof T]: Frozen<T[Key]> };

export type SessionEvent = Frozen<z.infer<typeof sessionEvent>>;
export type EventType = SessionEvent['type'];
