import { useId } from 'react';
import { t } from '../../text/leader-text.ts';
import { PresenterChoice } from './PresenterChoice.tsx';
import { SiteApart } from './SiteApart.tsx';
import type { Lead } from './lead.ts';
import { nameOf } from '../../state/places.ts';
import { may } from './leader-model.ts';

/** Who presents. */
export function Roles(lead: Lead) {
  const { view } = lead;
  const ids = useId();
  return (
    <section aria-labelledby={ids}>
      <h3 id={ids}>
        {t('leader.presenter')} <span>{nameOf(view, view.presenter) || t('leader.nobody')}</span>
      </h3>
      {may(view, 'choosePresenter') ? <PresenterChoice {...lead} /> : null}
      <SiteApart view={view} run={lead.run} />
    </section>
  );
}
