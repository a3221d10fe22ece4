// Who has agreed to lead, and whom leaders have said to sit apart: kept by what was said and accepted alone, beside the
// state that the rules keep.

import type { SeatId } from '../vocabulary.ts';
import { comingCase, comingPresenter, isLeader, isThere, seatOf, seatsOn } from '../session/roster.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Moment } from './evenings.ts';
import { lostAfter, NOTHING_LOST, type Lost } from './lost.ts';

export type Consent = {
  /** Who was named to stand in, and whether they have agreed. */
  readonly backup: { readonly seat: SeatId; readonly agreed: boolean } | null;
  readonly offered: { readonly by: SeatId; readonly seat: SeatId } | null;
  /** Lead by consent though their link does not say so, or do not though it does. */
  readonly leads: ReadonlyMap<SeatId, boolean>;
  /** Who was said to sit apart, and in or before which case. */
  readonly apart: { readonly seat: SeatId; readonly of: number | null } | null;
  /** Hands, floor and cases that no undo gives back. */
  readonly lost: Lost;
};

export const NO_CONSENT: Consent = {
  backup: null,
  offered: null,
  leads: new Map(),
  apart: null,
  lost: NOTHING_LOST,
};

const speaker = ({ before, made }: Moment): SeatId | null => {
  const { said, line } = made;
  if (said !== null && 'as' in said && said.as !== undefined) return said.as;
  const seats = seatsOn(before, line).filter(({ gone }) => gone === null);
  return seats.length === 1 ? (seats[0]?.seat ?? null) : null;
};

const withLead = (consent: Consent, seat: SeatId | null, does: boolean): Consent =>
  seat === null ? consent : { ...consent, leads: new Map([...consent.leads, [seat, does]]) };

/** Whoever asked and has left meanwhile leads on when they come back. */
const taken = (consent: Consent, { seats }: Session): Consent => {
  const { offered, backup } = consent;
  if (offered === null) return consent;
  const led = withLead(consent, offered.seat, true);
  const stays = seats.some(({ seat, gone }) => seat === offered.by && gone === null);
  const given = stays ? withLead(led, offered.by, false) : led;
  return { ...given, offered: null, backup: backup?.seat === offered.seat ? null : backup };
};

const said = (consent: Consent, moment: Moment): Consent => {
  const command = moment.made.said;
  const by = speaker(moment);
  switch (command?.type) {
    case 'nameBackup':
      return { ...consent, backup: command.seat === null ? null : { seat: command.seat, agreed: false } };
    case 'agreeBackup':
      return consent.backup?.seat === by ? { ...consent, backup: { seat: by, agreed: true } } : consent;
    case 'declineBackup':
      return { ...consent, backup: null };
    case 'handOn': {
      const { seat } = command;
      const offered = seat === null || by === null ? null : { by, seat };
      const asked = moment.before.seats.find((one) => one.seat === seat);
      const there = asked !== undefined && isThere(moment.before, asked);
      const agreed = there && consent.backup?.seat === seat && consent.backup?.agreed === true;
      return agreed ? taken({ ...consent, offered }, moment.before) : { ...consent, offered };
    }
    case 'takeLead':
      return consent.offered?.seat === by ? taken(consent, moment.before) : consent;
    case 'stepDown': {
      const offered = consent.offered?.by === by ? null : consent.offered;
      return withLead({ ...consent, offered }, by, false);
    }
    case 'stepUp':
      return withLead(consent, by, true);
    case 'sitApart': {
      const seat = comingPresenter(moment.before);
      return { ...consent, apart: command.apart && seat ? { seat, of: comingCase(moment.before) } : null };
    }
    case 'undo':
      return { ...consent, apart: null };
    default:
      return consent;
  }
};

/** Whether a presenter has gone on at another device than the one from which they were said to sit apart. */
const isElsewhere = ({ before, play: { session } }: Moment, seat: SeatId): boolean => {
  const [was, is] = [seatOf(before, seat)?.line, seatOf(session, seat)?.line];
  return was !== undefined && is !== undefined && was !== is;
};

/** Whoever has left is named and asked for nothing any more, nor does a presenter sit apart who was let in anew. */
const withoutGone = (consent: Consent, moment: Moment): Consent => {
  const { session } = moment.play;
  const has = (seat: SeatId) => session.seats.some((one) => one.seat === seat && one.gone === null);
  const { apart, backup, offered } = consent;
  const stands =
    apart !== null &&
    apart.of === comingCase(session) &&
    apart.seat === comingPresenter(session) &&
    has(apart.seat) &&
    !isElsewhere(moment, apart.seat);
  return {
    ...consent,
    backup: backup && has(backup.seat) ? backup : null,
    offered: offered && has(offered.seat) ? offered : null,
    apart: stands ? apart : null,
  };
};

/** What holds after this moment. */
export const consentAfter = (consent: Consent, moment: Moment): Consent => ({
  ...withoutGone(moment.made.answer.ok ? said(consent, moment) : consent, moment),
  lost: lostAfter(consent.lost, moment),
});

/** Whether somebody leads by their link, or because they agreed to it, and has not stepped down. */
export const doesLead = ({ leads }: Consent, seat: Seat): boolean => leads.get(seat.seat) ?? isLeader(seat);

/** Whether somebody may ever lead: by their link, or because they agreed to it. */
export const mayLead = (consent: Consent, session: Session, seat: SeatId): boolean => {
  const { backup } = consent;
  const found = seatOf(session, seat);
  return (found !== undefined && doesLead(consent, found)) || (backup?.seat === seat && backup.agreed);
};
