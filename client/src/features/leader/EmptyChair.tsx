import { clockText } from '../../state/clock-text.ts';
import { firstNameOf } from '../../state/places.ts';
import { nameOfStep } from '../../state/steps.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import prose from '../../ui/prose.module.css';
import { CloseGently } from './CaseCalls.tsx';
import { ContactOf } from './ContactOf.tsx';
import { HoldButton } from './HoldButton.tsx';
import type { Lead } from './lead.ts';
import { mayMove, nextStep } from './leader-model.ts';
import { useEmptyChair } from './use-empty-chair.ts';
import { useMove } from './use-move.ts';

/** The chair outside is empty: wait, hold, go on, or close the case gently; nothing is decided for the leaders. */
export function EmptyChair({ view, leader, now, run }: Lead) {
  const move = useMove(run, leader.rests);
  const chair = useEmptyChair(view, now);
  if (chair === null) return null;
  const next = nextStep(view);
  return (
    <Notice
      look="lamp"
      icon="chair"
      calls
      actions={
        <>
          <Button size="small" onClick={chair.wait}>
            {t('leader.wait')}
          </Button>
          <HoldButton view={view} run={run} />
          {mayMove(view, 'next') && next ? (
            <Button
              size="small"
              aria-disabled={leader.rests}
              onClick={() => void move({ type: 'next', turn: view.course.turn })}
            >
              {t('leader.goOn', { phase: nameOfStep(next.step) })}
            </Button>
          ) : null}
          <CloseGently view={view} run={run} />
        </>
      }
    >
      <p>
        <b>
          {chair.how === 'gone'
            ? t('leader.chairGone')
            : t(chair.how === 'out' ? 'leader.chairOut' : 'leader.chairAway', {
                name: firstNameOf(view, chair.seat),
              })}
        </b>{' '}
        <span className={prose.num}>{t('leader.away', { time: clockText(now - chair.since) })}</span>{' '}
        {t('leader.whatNow')}
      </p>
      {chair.how === 'away' ? <ContactOf view={view} seat={chair.seat} /> : null}
    </Notice>
  );
}
