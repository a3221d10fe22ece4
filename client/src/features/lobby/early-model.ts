// When an evening begins, in the words of somebody who comes days before.

import { DAY } from '@tele-balint/shared/vocabulary';
import { timeOfDay } from '../../state/time-of-day.ts';
import { LANGUAGE } from '../../text/make-text.ts';

const weekday = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long' });
const date = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long' });
const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const upper = (words: string): string => words.slice(0, 1).toLocaleUpperCase(LANGUAGE) + words.slice(1);

/** Days from one date to another in the reader's zone; one of 23 or 25 hours counts as a day. */
const daysBetween = (now: number, at: number): number => Math.round((midnight(at) - midnight(now)) / DAY);

/**
 * The words of the page before the time.
 * @param at when the evening begins, and `until` when it ends, in milliseconds since 1970
 */
export const earlyWords = (at: number, until: number | null, now: number) => ({
  weekday: weekday.format(at),
  /** "Thursday, December 3": a weekday alone could be another week's. */
  day: `${weekday.format(at)}, ${date.format(at)}`,
  time: timeOfDay(at),
  hours: until === null ? timeOfDay(at) : `${timeOfDay(at)} – ${timeOfDay(until)}`,
  /** "In 3 days", "Tomorrow". */
  relative: upper(relative.format(daysBetween(now, at), 'day')),
});
