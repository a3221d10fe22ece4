import type { CSSProperties } from 'react';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { clockAt } from '../../state/time-of-day.ts';
import { t } from '../../text/start-text.ts';
import { Preview } from './Preview.tsx';
import { type Draft, protocolIn } from './start-model.ts';
import { startsAtOf } from './when-model.ts';
import prose from '../../ui/prose.module.css';
import css from './YourEvening.module.css';

/** Minutes from the beginning to each step. */
const begins = (steps: readonly Step[]): readonly number[] => {
  let from = 0;
  return steps.map(({ minutes }) => {
    const own = from;
    from += minutes ?? 0;
    return own;
  });
};

/** What the leaders have chosen: the circle around its time, the steps by the clock, and a word on the course. */
export function YourEvening({ draft }: { readonly draft: Draft }) {
  const { steps } = protocolIn(draft);
  const from = begins(steps);
  const startsAt = startsAtOf(draft.when);
  return (
    <>
      <Preview draft={draft} />
      <ol
        className={css.steps}
        aria-label={t('start.steps')}
        style={{ '--rows': Math.ceil(steps.length / 2) } as CSSProperties}
      >
        {steps.map(({ id, kind, title, minutes }, at) => (
          <li key={id}>
            <span className={css.at}>{clockAt(startsAt, from[at] ?? 0)}</span>
            <span className={css.name}>{title ?? t(`phase.${kind}`)}</span>
            <span className={css.minutes}>{minutes}</span>
          </li>
        ))}
      </ol>
      <p className={prose.hint}>
        {draft.course === null ? (
          <>
            <b className={css.course}>{t(`course.${draft.preset}`)}.</b> {t(`about.${draft.preset}`)}{' '}
          </>
        ) : null}
        {t('start.inform')}
      </p>
    </>
  );
}
