import type { LookAnswer } from '@tele-balint/shared/http';
import { dayAndTime, timeOfDay } from '../../state/time-of-day.ts';
import type { Values } from '../../text/text.ts';

/** When a session begins, and from when on its door works, for the sentences that say so. */
export const whenWords = ({ startsAt, opensAt }: Pick<LookAnswer, 'startsAt' | 'opensAt'>): Values => ({
  when: startsAt === null ? '' : dayAndTime(startsAt),
  from: opensAt === null ? '' : timeOfDay(opensAt),
});
