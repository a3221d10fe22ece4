import { firstNameOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import css from './UndoMove.module.css';

/** While the presenter asks to come in, one press in the bar brings them back, at every width. */
export function BringBack({ view, leader: { ask }, run }: Lead) {
  if (ask === null || !may(view, 'bringBack')) return null;
  return (
    <Button
      look="lamp"
      size="small"
      aria-label={t('leader.bringBackBar', { name: firstNameOf(view, ask.seat) })}
      onClick={() => void run({ type: 'bringBack', turn: view.course.turn })}
    >
      <Icon name="come" small />
      <span className={css.bring}>{t('leader.bringBackShort')}</span>
    </Button>
  );
}
