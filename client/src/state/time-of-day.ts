// Times as the clock on the reader's own wall shows them.

import { MINUTE } from '@tele-balint/shared/vocabulary';
import { LANGUAGE } from '../text/make-text.ts';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long' });

const shortDay = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short' });

/** "19:30". */
export const timeOfDay = (at: number): string => time.format(at);

/** "Thursday, December 3". */
export const dayInWords = (at: number): string => day.format(at);

/** "Thu, Dec 3, 18:30". */
export const shortDayAndTime = (at: number): string => `${shortDay.format(at)}, ${timeOfDay(at)}`;

/** "Thursday, December 3, 18:30". */
export const dayAndTime = (at: number): string => `${dayInWords(at)}, ${timeOfDay(at)}`;

const evenly = new Intl.DateTimeFormat(LANGUAGE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * When something begins, in the reader's own zone.
 * @param beginsAt milliseconds since 1970; `null` = no day is set: then it is counted from the beginning, "0:35"
 */
export const clockAt = (beginsAt: number | null, minutes: number): string =>
  beginsAt === null
    ? `${Math.floor(minutes / 60)}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`
    : evenly.format(beginsAt + minutes * MINUTE);
