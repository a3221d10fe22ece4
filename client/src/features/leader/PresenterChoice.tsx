import { useId, useState } from 'react';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import { membersOf } from './leader-model.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './PresenterChoice.module.css';

/** Who tells the case. The group finds it; a leader says it to the room. */
export function PresenterChoice({ view, run }: Lead) {
  const id = useId();
  const [picked, setPicked] = useState<SeatId | null>(null);
  const members = membersOf(view).filter(({ sits }) => sits !== 'row');
  if (members.length === 0) return <p className={prose.hint}>{t('leader.noMembers')}</p>;
  const chosen = picked ?? view.presenter;
  return (
    <div className={`${layout.row} ${css.pick}`}>
      <label className={prose.visuallyHidden} htmlFor={id}>
        {t('leader.presenter')}
      </label>
      <select
        className={form.input}
        id={id}
        value={chosen ?? ''}
        onChange={(event) => setPicked((event.target.value || null) as SeatId | null)}
      >
        <option value="">{t('leader.choose')}</option>
        {members.map(({ seat, name }) => (
          <option key={seat} value={seat}>
            {name}
          </option>
        ))}
      </select>
      <Button
        size="small"
        aria-disabled={chosen === null || chosen === view.presenter}
        onClick={() => {
          if (chosen !== null && chosen !== view.presenter)
            void run({ type: 'choosePresenter', seat: chosen });
        }}
      >
        {t('leader.presents')}
      </Button>
    </div>
  );
}
