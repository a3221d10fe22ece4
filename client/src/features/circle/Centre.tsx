import type { RoomView } from '@tele-balint/shared/view/view';
import { type CSSProperties, Fragment, type Ref, useState } from 'react';
import { hasEnded } from '../../state/staying.ts';
import { useServerNow } from '../../state/use-session.ts';
import { timeStyle } from './box-style.ts';
import { type CentreModel, centreOf, shareOf, timeWords } from './centre-model.ts';
import prose from '../../ui/prose.module.css';
import css from './Centre.module.css';
import { useQuiet } from './quiet.ts';
import type { RingPlan } from './ring.ts';
import { Until } from './Until.tsx';

const rim = ({ cx, cy, rug: { rx, ry } }: RingPlan): string =>
  `M${cx} ${cy - ry}A${rx} ${ry} 0 0 1 ${cx} ${cy + ry}A${rx} ${ry} 0 0 1 ${cx} ${cy - ry}Z`;

const keyOf = ({ title, text, sub }: CentreModel): string => `${title} ${text} ${sub}`;

/** The words before these ones, until they have faded away. */
const useBefore = (now: CentreModel) => {
  const [known, setKnown] = useState<{ now: CentreModel; before: CentreModel | null }>({ now, before: null });
  if (keyOf(known.now) !== keyOf(now)) setKnown({ now, before: known.now });
  return { before: known.before, gone: () => setKnown({ now, before: null }) };
};

type Props = {
  readonly view: RoomView;
  readonly plan: RingPlan | null;
  readonly style: CSSProperties | undefined;
  readonly ref: Ref<HTMLElement>;
};

/** The rug with its rim as the soft clock, and the words on it. */
export function Centre({ view, plan, style, ref }: Props) {
  const now = useServerNow(1_000);
  const share = shareOf(view.course.clock, now);
  const words = centreOf(view, useQuiet(view), now);
  const { title, text } = words;
  // Where the small line is empty, faces in a grid would make room for it.
  const quiet = plan === null && words.sub === null ? null : words.quiet;
  const sub = quiet ?? words.sub;
  const { before, gone } = useBefore(words);
  const time = timeStyle(share ?? 0);
  return (
    <>
      {plan === null ? null : (
        <svg className={css.rug} aria-hidden="true" style={time}>
          <path className={css.floor} d={rim(plan)} />
          {share === null ? null : <path className={css.time} pathLength="100" d={rim(plan)} />}
        </svg>
      )}
      <section
        ref={ref}
        className={css.centre}
        aria-labelledby="phase"
        data-new={before === null ? undefined : ''}
        style={{ ...style, ...time }}
      >
        <Fragment key={keyOf(words)}>
          <h2 id="phase">{title}</h2>
          <p>{text}</p>
          {sub === null ? null : <p className={`${css.sub} ${words.sub === null ? css.alone : ''}`}>{sub}</p>}
        </Fragment>
        {share === null ? null : (
          <>
            <div className={css.bar} aria-hidden="true" />
            <span className={`${prose.visuallyHidden} ${css.rim}`}>{timeWords(share, hasEnded(view))}</span>
          </>
        )}
        <Until view={view} />
      </section>
      {before === null ? null : (
        <div
          key={keyOf(before)}
          className={css.before}
          aria-hidden="true"
          style={style}
          onAnimationEnd={gone}
        >
          <p className={css.title}>{before.title}</p>
          <p>{before.text}</p>
          {before.sub === null ? null : <p className={css.sub}>{before.sub}</p>}
        </div>
      )}
    </>
  );
}
