import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import { minutesSince } from './time-model.ts';
import layout from '../../ui/layout.module.css';
import css from './Drawer.module.css';

/** Who is to sit down at a camera beside those who are there: a leader agrees, or not now. */
export function Besides({ view, leader, now, run }: Lead) {
  if (leader.beside.length === 0 || !may(view, 'answerBeside')) return null;
  return (
    <ul aria-label={t('leader.besides')}>
      {leader.beside.map(({ ask, name, profession, site, since, notLeader }) => {
        const facts = [
          t('leader.besideAt', { site }),
          notLeader ? t('leader.notLeader') : '',
          profession,
          t('leader.waits', { minutes: minutesSince(since, now) }),
        ].filter(Boolean);
        const answer = (letIn: boolean) => void run({ type: 'answerBeside', ask, letIn });
        return (
          <li key={ask} className={css.asks}>
            <span className={css.who}>
              {name}
              <small>{facts.join(', ')}</small>
            </span>
            <span className={`${layout.row} ${css.answers}`}>
              <Button
                size="small"
                aria-label={t('leader.besideYesFull', { name, site })}
                onClick={() => answer(true)}
              >
                {t('leader.besideYes')}
              </Button>
              <Button
                size="small"
                look="bare"
                aria-label={t('leader.besideNoFull', { name })}
                onClick={() => answer(false)}
              >
                {t('leader.besideNo')}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
