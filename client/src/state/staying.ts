// After the end: whether it has come, and how long one may stay, in whole minutes and never in seconds.

import type { RoomView } from '@tele-balint/shared/view/view';
import { t } from '../text/text.ts';
import { MINUTE } from '@tele-balint/shared/vocabulary';

/** Whether the evening has ended, and people stay. */
export const hasEnded = ({ session }: RoomView): boolean => Boolean(session.leaving);

/** Minutes for which members may stay, `last` in the last one; `null` where nobody's time is counted. */
export const minutesToStay = ({ session }: RoomView, now: number): number | 'last' | null => {
  const endsAt = session.leaving?.endsAt ?? null;
  if (endsAt === null) return null;
  const left = endsAt - now;
  return left <= MINUTE ? 'last' : Math.round(left / MINUTE);
};

/** The same in words. */
export const stayWords = (view: RoomView, now: number): string | null => {
  const left = minutesToStay(view, now);
  if (left === null) return null;
  return left === 'last' ? t('leaving.last') : t('leaving.more', { minutes: left });
};
