// Times as the clock on the reader's own wall shows them.

import { LANGUAGE } from '../text/make-text.ts';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', day: 'numeric', month: 'long' });

const shortDay = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short' });

/** "19:30". */
export const timeOfDay = (at: number): string => time.format(at);

/** "Thu, Dec 3, 18:30". */
export const shortDayAndTime = (at: number): string => `${shortDay.format(at)}, ${timeOfDay(at)}`;

/** "Thursday, December 3, 18:30". */
export const dayAndTime = (at: number): string => `${day.format(at)}, ${timeOfDay(at)}`;
