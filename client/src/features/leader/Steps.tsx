import { type CSSProperties, useEffect, useRef } from 'react';
import { nameOfStep } from '../../state/steps.ts';
import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';
import { may, stepRows } from './leader-model.ts';
import { useMove } from './use-move.ts';
import { stepTime } from './time-model.ts';
import prose from '../../ui/prose.module.css';
import css from './LeaderBar.module.css';

/** The phases as buttons, once the session has begun. A press is deliberate and asks nothing. */
export function Steps({ view, leader, now, run }: Lead) {
  const free = may(view, 'goTo') && view.session.begun;
  const move = useMove(run, leader.rests);
  const share = stepTime(view, now)?.share ?? 0;
  const { index: present } = view.course;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Only the steps' own box moves: on a narrow page the present one comes into sight.
    const box = list.current;
    const step = box?.children[present];
    if (box && step instanceof HTMLElement)
      box.scrollLeft = step.offsetLeft - box.offsetLeft - (box.clientWidth - step.offsetWidth) / 2;
  }, [present]);
  return (
    <ol ref={list} className={css.steps} aria-label={t('leader.steps')}>
      {stepRows(view).map(({ step, state }) => (
        <li key={step.id}>
          <button
            type="button"
            data-done={state === 'done' ? '' : undefined}
            aria-current={state === 'now' ? 'step' : undefined}
            aria-disabled={state === 'now' || !free}
            style={state === 'now' ? ({ '--time': share } as CSSProperties) : undefined}
            onClick={() => {
              const { turn } = view.course;
              if (state !== 'now' && free) void move({ type: 'goTo', step: step.id, turn });
            }}
          >
            <span>{nameOfStep(step)}</span>
            {step.minutes === null ? null : (
              <span className={`${css.minutes} ${prose.num}`}>
                {step.minutes}
                <span className={prose.visuallyHidden}>
                  {' '}
                  {t('leader.minutes', { minutes: step.minutes })}
                </span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
