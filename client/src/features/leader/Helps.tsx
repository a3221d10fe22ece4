import { useId } from 'react';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { nameOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import css from './Drawer.module.css';

/** Who has technical trouble. Whoever called takes it back; a leader says that they see to it. */
export function Helps({ view, leader, now, run }: Lead) {
  const id = useId();
  if (leader.helps.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('leader.helps')} <span>{t('leader.helpsCount', { count: leader.helps.length })}</span>
      </h3>
      <ul>
        {leader.helps.map(({ seat, since, seen }) => {
          const name = nameOf(view, seat);
          return (
            <li key={seat}>
              <span className={css.who}>
                {name}
                <small>
                  {seen
                    ? t('leader.helpSeen')
                    : t('leader.helpSince', { minutes: Math.floor((now - since) / MINUTE) })}
                </small>
              </span>
              {seen ? null : (
                <Button
                  size="small"
                  aria-label={t('leader.seeHelpFull', { name })}
                  onClick={() => void run({ type: 'seeHelp', seat })}
                >
                  {t('leader.seeHelp')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
