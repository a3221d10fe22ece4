import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Lead } from './lead.ts';
import { firstNameOf, nameOf, placeOf } from '../../state/places.ts';
import { nameOfStep } from '../../state/steps.ts';
import { emptyChair } from '../../state/presenter-gone.ts';
import { HoldButton } from './HoldButton.tsx';
import { mayMove, nextStep } from './leader-model.ts';
import { useMove } from './use-move.ts';
import { clockText } from '../../state/clock-text.ts';
import prose from '../../ui/prose.module.css';

/** The chair outside is empty: hold, go on, or wait; nothing else is decided for the leaders. */
export function EmptyChair({ view, leader, now, run }: Lead) {
  const move = useMove(run, leader.rests);
  const chair = emptyChair(view, now);
  if (chair === null) return null;
  const since = leader.away.find(({ seat }) => seat === view.presenter)?.since ?? now;
  const next = nextStep(view);
  return (
    <Notice
      look="lamp"
      icon="chair"
      actions={
        <>
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
        </>
      }
    >
      <p>
        {chair === 'gone' ? (
          <b>{t('leader.chairGone')}</b>
        ) : (
          <>
            <b>{t('leader.chairAway', { name: firstNameOf(view, view.presenter) })}</b>{' '}
            <span className={prose.num}>{t('leader.awaySince', { time: clockText(now - since) })}</span>
          </>
        )}
      </p>
    </Notice>
  );
}

/** What the media server has not confirmed. Goes away only when it has. */
export function Unconfirmed({ view, leader }: Lead) {
  return (
    <>
      {leader.unenforced.map(({ seat, mayBeHeard }) => {
        const name = firstNameOf(view, seat);
        const back = placeOf(view, seat)?.sits === 'back';
        return (
          <Notice key={seat} look="brick" icon="alert">
            <p>
              <b>{back ? t('leader.pushBackOpen') : t('leader.rightsOpen', { name })}</b>{' '}
              {mayBeHeard ? t('leader.mayBeHeard', { name }) : null}
            </p>
          </Notice>
        );
      })}
      {leader.strangers > 0 ? (
        <Notice icon="shield">
          <p>{t('leader.strangers', { count: leader.strangers })}</p>
        </Notice>
      ) : null}
      {leader.disguised.map((seat) => (
        <Notice key={seat} icon="shield">
          <p>{t('leader.disguised', { name: nameOf(view, seat) })}</p>
        </Notice>
      ))}
    </>
  );
}
