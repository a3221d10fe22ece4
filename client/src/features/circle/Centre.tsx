import type { RoomView } from '@tele-balint/shared/view';
import type { CSSProperties } from 'react';
import { useServerNow } from '../../state/use-session.ts';
import { timeStyle } from './box-style.ts';
import { centreOf, shareOf, timeWords } from './centre-model.ts';
import prose from '../../ui/prose.module.css';
import css from './Centre.module.css';
import type { RingPlan } from './ring.ts';

const rim = ({ cx, cy, rug: { rx, ry } }: RingPlan): string =>
  `M${cx} ${cy - ry}A${rx} ${ry} 0 0 1 ${cx} ${cy + ry}A${rx} ${ry} 0 0 1 ${cx} ${cy - ry}Z`;

type Props = {
  readonly view: RoomView;
  readonly plan: RingPlan | null;
  readonly style: CSSProperties | undefined;
};

/** The rug with its rim as the soft clock, and the words on it. */
export function Centre({ view, plan, style }: Props) {
  const now = useServerNow(1_000);
  const share = shareOf(view.course.clock, now);
  const { title, text, sub } = centreOf(view);
  const time = timeStyle(share ?? 0);
  return (
    <>
      {plan === null ? null : (
        <svg className={css.rug} aria-hidden="true" style={time}>
          <path className={css.floor} d={rim(plan)} />
          {share === null ? null : <path className={css.time} pathLength="100" d={rim(plan)} />}
        </svg>
      )}
      <section className={css.centre} aria-labelledby="phase" style={{ ...style, ...time }}>
        <h2 id="phase">{title}</h2>
        <p>{text}</p>
        {sub === null ? null : <p className={css.sub}>{sub}</p>}
        {share === null ? null : (
          <>
            <div className={css.bar} aria-hidden="true" />
            <span className={`${prose.visuallyHidden} ${css.rim}`}>{timeWords(share)}</span>
          </>
        )}
      </section>
    </>
  );
}
