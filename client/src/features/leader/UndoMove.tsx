import type { CSSProperties } from 'react';
import { UNDO_FOR } from '@tele-balint/shared/session/timer';
import { firstNameOf, mySeat } from '../../state/places.ts';
import { nameOfPhase } from '../../state/steps.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import css from './UndoMove.module.css';

/** Takes the latest move back, for as long as that is possible; nothing else shifts for it. A line drains, no digits. */
export function UndoMove({ view, leader, now, run }: Lead) {
  const { undo } = leader;
  const stands = undo !== null && may(view, 'undo');
  const take = () => {
    if (stands) void run({ type: 'undo', turn: view.course.turn });
  };
  useKeys({ 'Alt+Z': take });
  if (!stands) return null;
  const you = undo.by === mySeat(view).seat ? 'yes' : 'no';
  const words = t('leader.movedOn', { you, name: firstNameOf(view, undo.by), phase: nameOfPhase(view) });
  const left = Math.min(100, Math.max(0, (100 * (undo.until - now)) / UNDO_FOR));
  return (
    <div className={css.undo}>
      <span className={css.words} aria-hidden="true">
        {words}
      </span>
      <Button
        size="small"
        aria-label={t('leader.undoFull', { words })}
        className={css.button}
        style={{ '--left': left } as CSSProperties}
        onClick={take}
      >
        <Icon name="undo" small />
        {t('leader.undo')}
      </Button>
    </div>
  );
}
