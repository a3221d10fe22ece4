import { firstNameOf, mySeat } from '../../state/places.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';
import { Evening } from './Evening.tsx';
import { stepTime } from './time-model.ts';
import prose from '../../ui/prose.module.css';
import css from './LeaderBar.module.css';

/** Since when the step runs, and who of the leaders pressed. */
function By({ view, leader }: Pick<Lead, 'view' | 'leader'>) {
  const { moved } = leader;
  if (moved === null) return null;
  const you = moved.by === mySeat(view).seat ? 'yes' : 'no';
  const values = { time: timeOfDay(moved.at), you, name: firstNameOf(view, moved.by) };
  return <span className={css.by}>{t('leader.movedBy', values)}</span>;
}

function Step({ view, now }: Pick<Lead, 'view' | 'now'>) {
  const step = stepTime(view, now);
  if (!view.session.begun)
    return (
      <>
        <span>{t('leader.notBegun')}</span>
        <span className={css.aside}>{t('leader.lookingIn')}</span>
      </>
    );
  if (step === null) return <span>{t('leader.untimed')}</span>;
  return (
    <span>
      <strong>{step.over ?? step.passed}</strong>{' '}
      {step.over ? t('leader.over', { whole: step.whole }) : t('leader.of', { whole: step.whole })}
    </span>
  );
}

/** The step, to the second, and below it the evening; nothing of it is spoken by itself. Always two lines. */
export function ExactTime(lead: Lead) {
  const { clock } = lead.view.course;
  const held = clock !== null && clock.held !== null;
  return (
    <div className={`${css.exact} ${prose.num}`}>
      <p className={css.line}>
        <Step {...lead} />
        <By {...lead} />
        {held ? <span>{t('leader.held')}</span> : null}
      </p>
      <Evening {...lead} />
    </div>
  );
}
