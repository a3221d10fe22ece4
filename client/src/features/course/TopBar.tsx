import type { RoomView } from '@tele-balint/shared/view/view';
import { type ComponentType, lazy, useState } from 'react';
import { useStore } from 'zustand';
import { LaterDialog } from '../../LaterDialog.tsx';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { earsOf } from '../../state/ears.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { hasEnded } from '../../state/staying.ts';
import { nameOfStep } from '../../state/steps.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import bar from '../../ui/PageBar.module.css';
import prose from '../../ui/prose.module.css';
import css from './TopBar.module.css';

// Rarely opened, so fetched when it is.
const KeysList = lazy(() => import('./KeysList.tsx').then((part) => ({ default: part.KeysList })));

function Phases({ view: { course } }: { readonly view: RoomView }) {
  return (
    <ol className={css.phases} aria-label={t('bar.phases')}>
      {course.steps.map((step, index) => (
        <li key={step.id} aria-current={index === course.index ? 'step' : undefined}>
          {nameOfStep(step)}
        </li>
      ))}
    </ol>
  );
}

function Door({ view }: { readonly view: RoomView }) {
  const door = t(view.door === 'open' ? 'bar.doorOpen' : 'bar.doorClosed');
  return (
    <span>
      <Icon name={view.door === 'open' ? 'door' : 'lock'} small />
      <span className={css.long} aria-hidden="true">
        {door}
      </span>
      <span className={prose.visuallyHidden}>{door}</span>
    </span>
  );
}

type Props = {
  readonly view: RoomView;
  /** Who can hear, and whether this is private. */
  readonly EarsList: ComponentType<{ readonly view: RoomView; readonly onClose: () => void }>;
};

/** The group, the phases as words, until when the evening goes, the door, and how many can hear. Leaders have the steps in a bar of their own. */
export function TopBar({ view, EarsList }: Props) {
  const { until } = view.session;
  const hearers = useStore(sealing, (is) => is.hearers);
  const { count } = earsOf(view, hearers);
  const [listing, setListing] = useState<'ears' | 'keys' | null>(null);
  const close = () => setListing(null);
  return (
    <header className={`${bar.bar} ${css.bar}`}>
      <div className={bar.mark}>
        <Mark />
        <h1>{view.session.group || t('app.name')}</h1>
      </div>
      {view.leader === null && !hasEnded(view) ? <Phases view={view} /> : null}
      <div className={`${bar.facts} ${css.facts}`}>
        {hasEnded(view) ? <span className={css.long}>{t('leaving.bar')}</span> : null}
        {view.leader === null && until !== null ? (
          <span className={`${css.long} ${prose.num}`}>{t('bar.until', { time: timeOfDay(until) })}</span>
        ) : null}
        {hasEnded(view) ? null : <Door view={view} />}
        <button type="button" aria-haspopup="dialog" onClick={() => setListing('ears')}>
          <Icon name={view.sealed ? 'shield' : 'unsealed'} small />
          <span className={prose.visuallyHidden}>{t(view.sealed ? 'bar.sealed' : 'bar.unsealed')} </span>
          <span className={css.whole}>{t('bar.ears', { count })}</span>
          <span className={css.short}>{t('bar.earsShort', { count })}</span>
        </button>
        <button
          className={css.keys}
          type="button"
          aria-haspopup="dialog"
          aria-label={t('keys.title')}
          title={t('keys.title')}
          onClick={() => setListing('keys')}
        >
          <Icon name="keyboard" />
        </button>
      </div>
      {listing === null ? null : (
        <LaterDialog onClose={close}>
          {listing === 'ears' ? (
            <EarsList view={view} onClose={close} />
          ) : (
            <KeysList view={view} onClose={close} />
          )}
        </LaterDialog>
      )}
    </header>
  );
}
