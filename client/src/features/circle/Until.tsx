import type { RoomView } from '@tele-balint/shared/view/view';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import css from './Until.module.css';
import prose from '../../ui/prose.module.css';

/** Until when the evening goes, where the page's bar has no room for it. Leaders have a bar of their own. */
export function Until({ view: { leader, session } }: { readonly view: RoomView }) {
  if (leader !== null || session.until === null) return null;
  return <p className={`${css.until} ${prose.num}`}>{t('bar.until', { time: timeOfDay(session.until) })}</p>;
}
