import { useState } from 'react';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import { eveningOf } from './time-model.ts';
import css from './LeaderBar.module.css';

const MINUTES = 5;

/** The evening's end, and the way to move it. */
function End({ view, now, run, endsAt }: Omit<Lead, 'leader'> & { readonly endsAt: number }) {
  const [moving, setMoving] = useState(false);
  const ends = t('leader.ends', { time: timeOfDay(endsAt) });
  if (!may(view, 'moveEnd')) return <span>{ends}</span>;
  const over = endsAt <= now;
  return (
    <>
      <button type="button" className={css.ends} aria-haspopup="dialog" onClick={() => setMoving(true)}>
        {ends}
      </button>
      {moving ? (
        <Dialog
          title={t('leader.moveEnd')}
          onClose={() => setMoving(false)}
          actions={
            <>
              <Button
                aria-disabled={over}
                onClick={() => over || void run({ type: 'moveEnd', minutes: -MINUTES })}
              >
                {t('leader.earlier', { minutes: MINUTES })}
              </Button>
              <Button onClick={() => void run({ type: 'moveEnd', minutes: MINUTES })}>
                {t('leader.later', { minutes: MINUTES })}
              </Button>
              <Button look="main" onClick={() => setMoving(false)}>
                {t('leader.endMoved')}
              </Button>
            </>
          }
        >
          <p role="status">{t('leader.moveEndText', { time: timeOfDay(endsAt) })}</p>
        </Dialog>
      ) : null}
    </>
  );
}

/** The evening in one line: what time it is, when it ends, and whether the plan fits. Nothing of it blinks or is spoken. */
export function Evening({ view, leader, now, run }: Lead) {
  const evening = eveningOf(view, leader, now);
  switch (evening.kind) {
    case 'planned':
      return <p className={css.line}>{t('leader.begins', { when: evening.begins })}</p>;
    case 'free':
      return <p className={css.line}>{t('leader.lasts', { minutes: evening.minutes })}</p>;
    case 'runs': {
      const { endsAt, left, needs } = evening;
      return (
        <div className={css.line}>
          <span className={css.now}>{`${timeOfDay(now)} ·`}</span>
          <End view={view} now={now} run={run} endsAt={endsAt} />
          <span className={css.aside}>
            {`· ${left < 0 ? t('leader.past', { minutes: -left }) : t('leader.minutesLeft', { minutes: left })},`}
          </span>
          <span>{needs > left ? <b>{t('leader.needs', { minutes: needs })}</b> : t('leader.asPlanned')}</span>
        </div>
      );
    }
  }
}
