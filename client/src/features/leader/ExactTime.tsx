import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';
import { sessionTime, stepTime } from './time-model.ts';
import prose from '../../ui/prose.module.css';
import css from './LeaderBar.module.css';

/** Leaders see exact seconds; nothing of it is spoken by itself. */
export function ExactTime({ view, leader, now }: Lead) {
  const step = stepTime(view, now);
  const session = sessionTime(view, leader, now);
  const { clock } = view.course;
  const held = clock !== null && clock.held !== null;
  return (
    <p className={`${css.exact} ${prose.num}`}>
      {step ? (
        <span>
          <strong>{step.over ?? step.passed}</strong>{' '}
          {step.over ? t('leader.over', { whole: step.whole }) : t('leader.of', { whole: step.whole })}
        </span>
      ) : (
        <span>{t('leader.untimed')}</span>
      )}
      {held ? <span>{t('leader.held')}</span> : null}
      {session ? (
        <span>
          {t('leader.session', { passed: session.passed, whole: session.whole })}
          {session.over ? ` (${session.over})` : null}
        </span>
      ) : null}
    </p>
  );
}
