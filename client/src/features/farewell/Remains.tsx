import { useId } from 'react';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import type { Remains as Kept } from './farewell-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Remains.module.css';

/** What was kept and what never was. */
export function Remains({ remains }: { readonly remains: Kept }) {
  const ids = useId();
  if (remains.kind === 'nothing-to-say') return null;
  const time = timeOfDay(remains.until);
  return (
    <div className={`${layout.card} ${layout.stack} ${css.remains}`}>
      <section className={layout.close} aria-labelledby={`${ids}-kept`}>
        <h3 id={`${ids}-kept`}>
          {t(remains.kind === 'kept' ? 'farewell.kept' : 'farewell.keptGone', { time })}
        </h3>
        <ul>
          <li>{t('farewell.kept1')}</li>
          <li>{t('farewell.kept2')}</li>
          <li>{t('farewell.kept3')}</li>
        </ul>
        <p className={prose.hint}>{t('farewell.keptWhy')}</p>
      </section>
      <hr className={layout.rule} />
      <section className={layout.close} aria-labelledby={`${ids}-never`}>
        <h3 id={`${ids}-never`}>{t('farewell.never')}</h3>
        <ul>
          <li>{t('farewell.never1')}</li>
          <li>{t('farewell.never2')}</li>
          <li>{t('farewell.never3')}</li>
        </ul>
      </section>
    </div>
  );
}
