import { useId } from 'react';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/leader-text.ts';
import { PresenterChoice } from './PresenterChoice.tsx';
import type { Lead } from './lead.ts';
import { nameOf } from '../../state/places.ts';
import { may, membersOf } from './leader-model.ts';
import form from '../../ui/form.module.css';

/** Who presents, and who leads on when the leaders' lines are gone. */
export function Roles(lead: Lead) {
  const { view, leader, run } = lead;
  const ids = useId();
  const members = membersOf(view);
  return (
    <section aria-labelledby={ids}>
      <h3 id={ids}>
        {t('leader.presenter')} <span>{nameOf(view, view.presenter) || t('leader.nobody')}</span>
      </h3>
      {may(view, 'choosePresenter') ? <PresenterChoice {...lead} /> : null}
      {may(view, 'nameBackup') && members.length > 0 ? (
        <p className={form.field}>
          <label htmlFor={`${ids}-backup`}>
            {t('leader.backup')} <span className={form.aside}>{t('leader.backupAside')}</span>
          </label>
          <select
            className={form.input}
            id={`${ids}-backup`}
            value={leader.backup ?? ''}
            onChange={(event) =>
              void run({ type: 'nameBackup', seat: (event.target.value || null) as SeatId | null })
            }
          >
            <option value="">{t('leader.nobody')}</option>
            {members.map(({ seat, name }) => (
              <option key={seat} value={seat}>
                {name}
              </option>
            ))}
          </select>
        </p>
      ) : null}
    </section>
  );
}
