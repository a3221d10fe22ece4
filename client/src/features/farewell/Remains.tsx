import { useId } from 'react';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import { Unfold } from '../../ui/Unfold.tsx';
import type { Remains as Kept } from './farewell-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Remains.module.css';

const HEADS = {
  kept: 'farewell.kept',
  destroyed: 'farewell.keptGone',
  later: 'farewell.keptLater',
} as const;

/** In one line, which opens: what was kept and what never was. */
export function Remains({ remains }: { readonly remains: Kept }) {
  const ids = useId();
  if (remains.kind === 'nothing-to-say') return null;
  const time = remains.kind === 'later' ? '' : timeOfDay(remains.until);
  return (
    <Unfold icon="shield" title={t('farewell.truth')}>
      <div className={css.inside}>
        <section className={layout.close} aria-labelledby={`${ids}-kept`}>
          <h3 id={`${ids}-kept`}>{t(HEADS[remains.kind], { time })}</h3>
          <ul>
            <li>{t('farewell.kept1')}</li>
            <li>{t('farewell.kept2')}</li>
            <li>{t('farewell.kept3')}</li>
          </ul>
        </section>
        <section className={layout.close} aria-labelledby={`${ids}-never`}>
          <h3 id={`${ids}-never`}>{t('farewell.never')}</h3>
          <ul>
            <li>{t('farewell.never1')}</li>
            <li>{t('farewell.never2')}</li>
            <li>{t('farewell.never3')}</li>
          </ul>
        </section>
        <p className={prose.hint}>{t('farewell.keptWhy')}</p>
      </div>
    </Unfold>
  );
}
