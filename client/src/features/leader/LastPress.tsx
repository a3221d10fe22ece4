import { firstNameOf, mySeat } from '../../state/places.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import prose from '../../ui/prose.module.css';
import type { Lead } from './lead.ts';

/** What a leader has pressed last besides the moves, which stand in the bar: so that two do not press against each other. */
export function LastPress({ view, leader: { last } }: Lead) {
  if (last === null) return null;
  const you = last.by === mySeat(view).seat ? 'yes' : 'no';
  const values = { time: timeOfDay(last.at), you, name: firstNameOf(view, last.by), what: last.what };
  return <p className={`${prose.hint} ${prose.num}`}>{t('leader.pressed', values)}</p>;
}
