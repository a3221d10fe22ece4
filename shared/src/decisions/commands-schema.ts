// The shapes of commands. Identity never comes from a payload: who sends is known from the connection.

import { z } from 'zod';
import { MOST_STEPS } from '../protocol/faults.ts';
import { evening, stepId, stepShape } from '../protocol/read.ts';
import { LONGEST_CLOSING, LONGEST_NAME } from '../longest.ts';
import { cleanClosing, cleanName } from '../session/names.ts';
import { ROLES, VOICED_PARTS } from '../vocabulary.ts';
import type { AskId, CommandId, InvitationId, LineId, MediaIdentity, SeatId } from '../vocabulary.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const seatId = id.transform((v) => v as SeatId);
export const lineId = id.transform((v) => v as LineId);
export const invitationId = id.transform((v) => v as InvitationId);
export const askId = id.transform((v) => v as AskId);
export const commandId = id.transform((v) => v as CommandId);
export const mediaIdentity = id.transform((v) => v as MediaIdentity);

/** SHA-256 of a secret, base64url without padding. The secret itself never reaches the log. */
export const secretHash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Of the characters that it may have at most, what cannot be seen is taken out. */
export const freeTitle = z.string().max(LONGEST_NAME).transform(cleanName);
/** A line for the last page: at most 200 characters, cleaned alike, of which something can be seen. */
export const closingLine = z
  .string()
  .max(LONGEST_CLOSING)
  .transform(cleanClosing)
  .refine((line) => line !== '', 'a line that can be seen');
/** The same, and something can be seen. */
export const personName = freeTitle.refine((name) => name !== '', 'a name that can be seen');

const turn = z.int().min(0).max(1_000_000);
const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

/** Said for one of the seats at a line; where only one sits there, it need not be named. */
const own = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), as: seatId.exactOptional() });

/** Names somebody. */
const named = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), seat: seatId });

/** Everything that a person may send over the socket. */
export const personalCommand = z.discriminatedUnion('type', [
  plain('goAway'),
  z.strictObject({
    type: z.literal('admit'),
    line: lineId,
    answer: z.enum(['letIn', 'nextPhase', 'notToday']),
    /** Let in as the person who had this place before, now with another device. */
    seat: seatId.optional(),
  }),
  plain('openDoor'),
  plain('closeDoor'),
  z.strictObject({
    type: z.literal('addInvitation'),
    invitation: invitationId,
    hash: secretHash,
    kind: z.enum(['leader', 'personal', 'open']),
    role: z.enum(ROLES),
    name: personName.nullable(),
  }),
  z.strictObject({ type: z.literal('renewInvitation'), invitation: invitationId, hash: secretHash }),
  z.strictObject({ type: z.literal('revokeInvitation'), invitation: invitationId }),
  z.strictObject({ type: z.literal('choosePresenter'), seat: seatId }),
  plain('begin'),
  z.strictObject({ type: z.literal('next'), turn }),
  z.strictObject({ type: z.literal('back'), turn }),
  z.strictObject({ type: z.literal('goTo'), step: stepId, turn }),
  z.strictObject({ type: z.literal('extend'), minutes: z.int().min(1).max(60), turn }),
  plain('hold'),
  plain('resume'),
  /** The evening's end, so many minutes later or earlier. */
  z.strictObject({ type: z.literal('moveEnd'), minutes: z.int().min(-60).max(60) }),
  z.strictObject({ type: z.literal('bringBack'), turn }),
  z.strictObject({ type: z.literal('undo'), turn }),
  z.strictObject({ type: z.literal('closeCase'), turn }),
  /** Everything that is to come after this: the id of a step that stays as it is, or a step as it is to be. */
  z.strictObject({
    type: z.literal('editCourse'),
    turn,
    edition: turn,
    ahead: z.array(z.union([stepId, stepShape])).max(MOST_STEPS),
    evening: z.strictObject(evening),
  }),
  /** With `stay`, members may stay then, and leaders have their debrief. */
  z.strictObject({ type: z.literal('endSession'), stay: z.literal(true).exactOptional() }),
  plain('keepSession'),
  plain('endDebrief'),
  own('stayLonger'),
  own('raiseHand'),
  own('lowerHand'),
  z.strictObject({ type: z.literal('giveFloor'), seat: seatId }),
  z.strictObject({ type: z.literal('takeFloor'), seat: seatId }),
  z.strictObject({
    type: z.literal('openVoice'),
    part: z.enum(VOICED_PARTS),
    voice: z.enum(['open', 'none']),
  }),
  own('askToComeIn'),
  own('withdrawAsk'),
  own('comeIn'),
  plain('seeAsk'),
  own('stopCase'),
  own('offerCase'),
  own('withdrawOffer'),
  /** One more person at this camera. What cannot be seen of a name is answered as such. */
  z.strictObject({
    type: z.literal('askBeside'),
    as: seatId.exactOptional(),
    name: freeTitle,
    profession: freeTitle,
    site: freeTitle,
  }),
  z.strictObject({ type: z.literal('withdrawBeside'), as: seatId.exactOptional(), ask: askId }),
  z.strictObject({ type: z.literal('answerBeside'), ask: askId, letIn: z.boolean() }),
  z.strictObject({ type: z.literal('sitApart'), apart: z.boolean() }),
  own('leave'),
  z.strictObject({ type: z.literal('remove'), seat: seatId }),
  own('stepOut'),
  own('stepIn'),
  own('askHelp'),
  own('withdrawHelp'),
  named('seeHelp'),
  z.strictObject({ type: z.literal('tellQuiet'), on: z.boolean() }),
  named('askOut'),
  named('askIn'),
  named('closeLine'),
  named('freeLine'),
  named('askToOpen'),
  z.strictObject({ type: z.literal('nameBackup'), seat: seatId.nullable() }),
  own('agreeBackup'),
  own('declineBackup'),
  own('stepDown'),
  own('stepUp'),
  z.strictObject({ type: z.literal('handOn'), seat: seatId.nullable() }),
  own('takeLead'),
  own('declineLead'),
]);
export type PersonalCommand = z.infer<typeof personalCommand>;
