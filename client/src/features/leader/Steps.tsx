import type { CSSProperties } from 'react';
import { t } from '../../text/text.ts';
import type { Lead } from './lead.ts';
import { may, stepRows } from './leader-model.ts';
import { stepTime } from './time-model.ts';

/** The phases as buttons. A press is deliberate and asks nothing. */
export function Steps({ view, now, run }: Lead) {
  const free = may(view, 'goTo');
  const share = stepTime(view, now)?.share ?? 0;
  return (
    <ol className="steps" aria-label={t('leader.steps')}>
      {stepRows(view).map(({ index, kind, minutes, state }) => (
        <li key={index}>
          <button
            type="button"
            className={state === 'done' ? 'done' : undefined}
            aria-current={state === 'now' ? 'step' : undefined}
            aria-disabled={state === 'now' || !free}
            style={state === 'now' ? ({ '--time': share } as CSSProperties) : undefined}
            onClick={() => {
              if (state !== 'now' && free) void run({ type: 'goTo', step: index, turn: view.course.turn });
            }}
          >
            <span>{t(`phase.${kind}`)}</span>
            {minutes === null ? null : (
              <span className="num">
                {minutes}
                <span className="vh"> {t('leader.minutes', { minutes })}</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
