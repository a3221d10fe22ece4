// One evening as a file that calendars read, made in this browser. What writes it comes when somebody asks for it.

import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { t } from '../text/words-text.ts';

export type Evening = {
  readonly sessionId: string;
  /** Empty where the group has no name. */
  readonly group: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  /** `null` where no step has a time. */
  readonly endsAt: number | null;
  /** The whole link of whoever keeps the file, with its secrets: it goes nowhere but into their calendar. */
  readonly link: string;
};

/** How long before the beginning a calendar reminds its owner. */
const REMINDS = 15 * MINUTE;

/** The file's text. The same evening has the same name in every file, so that a calendar takes a later one for the same. */
export const calendarFile = async (
  { sessionId, group, startsAt, endsAt, link }: Evening,
  now: number,
): Promise<string> => {
  const { ICalAlarmType, ICalCalendar } = await import('ical-generator');
  const calendar = new ICalCalendar({ prodId: { company: 'Tele-Balint', product: 'Tele-Balint' } });
  const summary = group || t('calendar.title');
  calendar.createEvent({
    id: `${sessionId}@${new URL(link).hostname}`,
    stamp: new Date(now),
    start: new Date(startsAt),
    ...(endsAt === null ? {} : { end: new Date(endsAt) }),
    summary,
    description: t('calendar.text', { link }),
    url: link,
    alarms: [{ type: ICalAlarmType.display, trigger: REMINDS / SECOND, description: summary }],
  });
  return calendar.toString();
};
