import { useRef } from 'react';
import type { RoomView } from '@tele-balint/shared/view/view';
import { clockText } from '../../state/clock-text.ts';
import { firstNameOf, nameOf } from '../../state/places.ts';
import type { Run } from '../../connection/use-command.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { listed } from '../../text/text.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Missed, Stopped } from './CaseCalls.tsx';
import { EmptyChair } from './EmptyChair.tsx';
import type { Lead } from './lead.ts';
import { FreshNotes } from './FreshNotes.tsx';
import { may, mustChoose } from './leader-model.ts';
import { PresenterChoice } from './PresenterChoice.tsx';
import prose from '../../ui/prose.module.css';

/** The presenter's private signal: one press brings them back. */
function Ask({ view, leader, now, run }: Lead) {
  const { ask } = leader;
  const ref = useRef<HTMLButtonElement>(null);
  useKeys({ 'Alt+B': () => ref.current?.focus() });
  if (!ask) return null;
  const name = firstNameOf(view, ask.seat);
  return (
    <Notice
      look="lamp"
      icon="come"
      calls
      actions={
        <>
          {may(view, 'bringBack') ? (
            <Button
              ref={ref}
              look="lamp"
              size="small"
              onClick={() => void run({ type: 'bringBack', turn: view.course.turn })}
            >
              {t('leader.bringBack', { name })}
            </Button>
          ) : null}
          {may(view, 'seeAsk') && !ask.seen ? (
            <Button size="small" onClick={() => void run({ type: 'seeAsk' })}>
              {t('leader.seen')}
            </Button>
          ) : null}
        </>
      }
    >
      <p data-lead="">
        <b>{t('leader.asks', { name })}</b>{' '}
        <span className={prose.num} aria-hidden="true">
          {t('leader.ago', { time: clockText(now - ask.since) })}
        </span>
      </p>
      {ask.seen ? <p>{t('leader.askSeen')}</p> : null}
    </Notice>
  );
}

/** Nobody can go on before somebody presents, or somebody has a case: the choice stands where it takes nothing from the circle. */
function Choice(lead: Lead) {
  const { view } = lead;
  const { offers } = lead.leader;
  const must = mustChoose(view);
  if ((!must && offers.length === 0) || !may(view, 'choosePresenter')) return null;
  const names = listed(offers.map((seat) => nameOf(view, seat)));
  return (
    <Notice actions={<PresenterChoice {...lead} />}>
      {offers.length === 0 ? null : <p>{t('leader.offers', { count: offers.length, names })}</p>}
      {must ? <p>{t('leader.chooseFirst')}</p> : null}
    </Notice>
  );
}

type Props = { readonly view: RoomView; readonly run: Run; readonly now: number };

/** What leaders must not miss, among the notices: it stands at every width, the drawer open or closed. */
export function Calls({ view, run, now }: Props) {
  if (view.leader === null) return null;
  const lead: Lead = { view, leader: view.leader, now, run };
  return (
    <>
      <Ask {...lead} />
      <Stopped {...lead} />
      <EmptyChair {...lead} />
      <Missed {...lead} />
      <Choice {...lead} />
      <FreshNotes />
    </>
  );
}
