// One evening as a file that calendars read, made in this browser. What writes it comes when somebody asks for it.

import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { hashOf } from '../links/links.ts';
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

/** Letters of a link's mark, of 64 each: no two links of an evening have the same. */
const MARK = 16;

/**
 * What tells a link's file from that of another link to the same evening. Calendars show a name to servers and to who is invited by
 * them, so the link's secrets must not stand in it: these are 32 random bytes each, of which no hash betrays anything.
 */
const markOf = async (link: string): Promise<string> => (await hashOf(link)).slice(0, MARK);

/**
 * The file's text. The same link has the same name in every file, so that a calendar takes a later one for the same evening, and a
 * leader's own link is not overwritten by one of those that they put there for others.
 */
export const calendarFile = async (
  { sessionId, group, startsAt, endsAt, link }: Evening,
  now: number,
): Promise<string> => {
  const { ICalAlarmType, ICalCalendar } = await import('ical-generator');
  const calendar = new ICalCalendar({ prodId: { company: 'Tele-Balint', product: 'Tele-Balint' } });
  const summary = group || t('calendar.title');
  calendar.createEvent({
    id: `${sessionId}-${await markOf(link)}@${new URL(link).hostname}`,
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
