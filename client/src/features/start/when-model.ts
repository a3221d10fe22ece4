// When an evening begins and ends, as it was filled in and as it is said: in the leader's own zone, and in a second one.

import { isDateOfASession } from '@tele-balint/shared/session/evening';
import { minutesOf } from '@tele-balint/shared/protocol/presets';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { later, MINUTE, type Instant } from '@tele-balint/shared/vocabulary';
import { LANGUAGE } from '../../text/make-text.ts';
import { t } from '../../text/start-text.ts';
import { cityOf, ownZone } from './zones.ts';

export type When = {
  /** Else it begins whenever leaders begin. */
  readonly onADay: boolean;
  /** As a field of a date has it, "2030-03-14". */
  readonly day: string;
  /** "18:30". */
  readonly time: string;
  /** Named beside the leader's own; empty = none. */
  readonly otherZone: string;
};

export const NO_DATE: When = { onADay: false, day: '', time: '', otherZone: '' };

/** The instant that was filled in, by the clock of this browser's zone; `null` where none was, or it is none. */
export const startsAtOf = ({ onADay, day, time }: When): Instant | null => {
  if (!onADay || day === '' || time === '') return null;
  const at = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? null : (at as Instant);
};

/** `null` where no step has a time. */
export const endsAtOf = (startsAt: Instant, steps: readonly Step[]): Instant | null => {
  const minutes = minutesOf(steps);
  return minutes === 0 ? null : later(startsAt, minutes * MINUTE);
};

export type WhenFault = { readonly field: 'day' | 'time'; readonly kind: 'missing' | 'date' };

/** What is wrong with the date, in the order of its fields. */
export const whenFaults = (when: When, now: number): readonly WhenFault[] => {
  if (!when.onADay) return [];
  const missing = (['day', 'time'] as const).filter((field) => when[field] === '');
  if (missing.length > 0) return missing.map((field) => ({ field, kind: 'missing' }));
  const at = startsAtOf(when);
  return at !== null && isDateOfASession(at, now as Instant) ? [] : [{ field: 'day', kind: 'date' }];
};

const dayIn = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(LANGUAGE, {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    timeZone,
  }).format(at);
/** "Thursday". */
export const weekdayOf = (at: Instant): string =>
  new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long' }).format(at);
const timeIn = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

/** "18:30 to 19:30", or "18:30" where nobody knows the end. */
const spanIn = (startsAt: Instant, endsAt: Instant | null, zone: string): string =>
  endsAt === null
    ? timeIn(startsAt, zone)
    : t('when.span', { from: timeIn(startsAt, zone), to: timeIn(endsAt, zone) });

export type Said = {
  /** "Thursday, March 14, 2030". */
  readonly day: string;
  /** "18:30 to 19:30 in Berlin". */
  readonly own: string;
  /** The same in the second zone, with its day where that is another one; `null` = none was named. */
  readonly other: string | null;
};

/** When it is, in words. */
export const whenSaid = (
  startsAt: Instant,
  endsAt: Instant | null,
  otherZone: string,
  zone = ownZone(),
): Said => {
  const inZone = (one: string) => t('when.in', { span: spanIn(startsAt, endsAt, one), city: cityOf(one) });
  const day = dayIn(startsAt, zone);
  if (otherZone === '' || otherZone === zone) return { day, own: inZone(zone), other: null };
  const otherDay = dayIn(startsAt, otherZone);
  const other = inZone(otherZone);
  return { day, own: inZone(zone), other: otherDay === day ? other : `${otherDay}, ${other}` };
};

/** The hours alone, in the leader's own zone. */
export const hoursSaid = (startsAt: Instant, endsAt: Instant | null): string =>
  spanIn(startsAt, endsAt, ownZone());
