import type { DoorView } from '@tele-balint/shared/view/view';
import type { Evening } from '../../calendar/calendar-file.ts';
import type { Link } from '../../links/address.ts';
import { linkOf } from '../../links/links.ts';
import { dayAndTime, timeOfDay } from '../../state/time-of-day.ts';
import type { Values } from '../../text/text.ts';

type Times = Pick<DoorView, 'startsAt' | 'endsAt' | 'opensAt'>;

/** When a session begins, and from when on its door works, for the sentences that say so. */
export const whenWords = ({ startsAt, opensAt }: Pick<Times, 'startsAt' | 'opensAt'>): Values => ({
  when: startsAt === null ? '' : dayAndTime(startsAt),
  from: opensAt === null ? '' : timeOfDay(opensAt),
});

/**
 * What goes into the calendar of somebody who comes before the time, with their own link; `null` at any other time, and
 * where this page does not have the link any more.
 */
export const eveningOf = (
  { group, startsAt, endsAt, opensAt }: Times & { readonly group: string },
  { sessionId, invitation, roomSecret }: Pick<Link, 'sessionId' | 'invitation' | 'roomSecret'>,
): Evening | null => {
  const bytes = roomSecret.read();
  if (startsAt === null || opensAt === null || bytes === null) return null;
  const link = linkOf(location.origin, { sessionId, secret: invitation, roomSecret: bytes });
  return { sessionId, group, startsAt, endsAt, link };
};
