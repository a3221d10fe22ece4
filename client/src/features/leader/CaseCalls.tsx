import { MINUTE } from '@tele-balint/shared/vocabulary';
import { useState } from 'react';
import { nameOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';

/** Ends the case with one sentence to all; asks nothing. */
export function CloseGently({ view, run }: Pick<Lead, 'view' | 'run'>) {
  if (!may(view, 'closeCase')) return null;
  return (
    <Button size="small" onClick={() => void run({ type: 'closeCase', turn: view.course.turn })}>
      {t('leader.closeGently')}
    </Button>
  );
}

/** The presenter has stopped the case: leaders go on or close it. */
export function Stopped({ view, run }: Lead) {
  if (!view.course.paused) return null;
  return (
    <Notice
      look="lamp"
      icon="pause"
      calls
      actions={
        <>
          {may(view, 'resume') ? (
            <Button size="small" onClick={() => void run({ type: 'resume' })}>
              {t('leader.resume')}
            </Button>
          ) : null}
          <CloseGently view={view} run={run} />
        </>
      }
    >
      <p>
        <b>{t('leader.stopped', { name: nameOf(view, view.presenter) || t('leader.thePresenter') })}</b>
      </p>
    </Notice>
  );
}

/** For how long the presenter was away who is back on the chair outside. */
export function Missed({ view, leader: { missed } }: Lead) {
  const [closed, setClosed] = useState<number | null>(null);
  if (missed === null || closed === missed.ms) return null;
  return (
    <Notice
      look="lamp"
      icon="chair"
      actions={
        <Button size="small" look="bare" onClick={() => setClosed(missed.ms)}>
          {t('leader.seen')}
        </Button>
      }
    >
      <p>
        {t('leader.missed', { name: nameOf(view, missed.seat), minutes: Math.floor(missed.ms / MINUTE) })}
      </p>
    </Notice>
  );
}
