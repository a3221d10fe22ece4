import type { RoomView } from '@tele-balint/shared/view';
import { useState } from 'react';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { EarsList } from './EarsList.tsx';

/** The group, the phases as words, the door, and how many can hear. */
export function TopBar({ view }: { readonly view: RoomView }) {
  const [listing, setListing] = useState(false);
  const door = t(view.door === 'open' ? 'bar.doorOpen' : 'bar.doorClosed');
  return (
    <header className="bar">
      <div className="mark">
        <Mark />
        <h1>{view.session.group || t('app.name')}</h1>
      </div>
      <ol className="phases" aria-label={t('bar.phases')}>
        {view.course.steps.map(({ kind }, index) => (
          <li key={`${index} ${kind}`} aria-current={index === view.course.index ? 'step' : undefined}>
            {t(`phase.${kind}`)}
          </li>
        ))}
      </ol>
      <div className="facts">
        <span>
          <Icon name={view.door === 'open' ? 'door' : 'lock'} small />
          <span className="long" aria-hidden="true">
            {door}
          </span>
          <span className="vh">{door}</span>
        </span>
        <button type="button" aria-haspopup="dialog" onClick={() => setListing(true)}>
          {t('bar.ears', { count: view.ears.length })}
        </button>
      </div>
      {listing ? <EarsList view={view} onClose={() => setListing(false)} /> : null}
    </header>
  );
}
