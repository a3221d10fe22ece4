import { useId } from 'react';
import type { PlaceView } from '@tele-balint/shared/view/place';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import { askedInto, outside, ringsAdvice } from './rings-model.ts';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

/** Who sits in the outer ring, and the way from one ring into the other. */
export function Rings({ view, run }: Lead) {
  const id = useId();
  const advice = ringsAdvice(view);
  const out = outside(view);
  const [mayGo, mayCome] = [askedInto(view, 'out'), askedInto(view, 'in')];
  if (advice === null && out.length === 0 && mayGo.length === 0) return null;
  const row = ({ seat, name }: PlaceView, way: 'askIn' | 'askOut' | null) => (
    <li key={seat}>
      <span className={css.who}>{name}</span>
      {way === null ? null : (
        <Button
          size="small"
          aria-label={t(`leader.${way}Full`, { name })}
          onClick={() => void run({ type: way, seat })}
        >
          {t(`leader.${way}`)}
        </Button>
      )}
    </li>
  );
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {t('leader.rings')} <span>{t('leader.ringsCount', { count: out.length })}</span>
      </h3>
      {advice === null ? null : <p className={prose.hint}>{advice}</p>}
      {out.length === 0 ? null : (
        <ul>{out.map((place) => row(place, mayCome.includes(place) ? 'askIn' : null))}</ul>
      )}
      {mayGo.length === 0 ? null : (
        <details>
          <summary>{t('leader.askSomebodyOut')}</summary>
          <ul>{mayGo.map((place) => row(place, 'askOut'))}</ul>
        </details>
      )}
    </section>
  );
}
