import { useRef } from 'react';
import { nameOfStep } from '../../state/steps.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { BeginQuestion } from './BeginQuestion.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import { HoldButton } from './HoldButton.tsx';
import type { Lead } from './lead.ts';
import { may, mayEnd, mayMove, nextStep } from './leader-model.ts';
import { isEarly } from './time-model.ts';
import { useMove } from './use-move.ts';
import { useQuestion } from './use-question.ts';
import layout from '../../ui/layout.module.css';
import css from './LeaderBar.module.css';

const MORE_MINUTES = 2;

/** Back, hold, more time, next, or Begin before that, which asks where its day has not come; at the last step the end, which asks. Every move carries the turn it was pressed in, and rests in the moment after one. */
export function Moves({ view, leader, now, run }: Lead) {
  const { turn, clock } = view.course;
  const next = nextStep(view);
  const begins = !view.session.begun && may(view, 'begin');
  const ends = !begins && next === null && mayEnd(view);
  const { rests } = leader;
  const move = useMove(run, rests);
  const ref = useRef<HTMLButtonElement>(null);
  const [ending, setEnding] = useQuestion(ends);
  const [beginning, setBeginning] = useQuestion(begins);
  const { startsAt } = leader.session;
  const begin = () => void move({ type: 'begin' });
  useKeys({ 'Alt+N': () => ref.current?.focus() });
  return (
    <div className={`${layout.row} ${css.moves}`}>
      {mayMove(view, 'back') && view.course.index > 0 ? (
        <Button
          className={css.back}
          size="small"
          aria-disabled={rests}
          onClick={() => void move({ type: 'back', turn })}
        >
          <Icon name="back" small />
          {t('leader.back')}
        </Button>
      ) : null}
      <HoldButton view={view} run={run} className={css.hold} />
      {may(view, 'extend') && clock ? (
        <Button
          className={css.more}
          size="small"
          aria-label={t('leader.extendFull', { minutes: MORE_MINUTES })}
          onClick={() => void run({ type: 'extend', minutes: MORE_MINUTES, turn })}
        >
          <Icon name="plus" small />
          {t('leader.extend', { minutes: MORE_MINUTES })}
        </Button>
      ) : null}
      {begins || (mayMove(view, 'next') && next) ? (
        <Button
          ref={ref}
          look="main"
          className={css.next}
          size="small"
          aria-disabled={rests}
          onClick={() => {
            if (!begins) void move({ type: 'next', turn });
            else if (isEarly(leader, now)) setBeginning(true);
            else begin();
          }}
        >
          {begins || next === null ? t('leader.begin') : t('leader.next', { phase: nameOfStep(next.step) })}
          <Icon name="next" small />
        </Button>
      ) : null}
      {ends ? (
        <Button
          key="end"
          ref={ref}
          look="main"
          className={css.next}
          size="small"
          aria-disabled={rests}
          onClick={() => rests || setEnding(true)}
        >
          {t('leader.endNow')}
        </Button>
      ) : null}
      {beginning && startsAt !== null ? (
        <BeginQuestion startsAt={startsAt} onBegin={begin} onClose={() => setBeginning(false)} />
      ) : null}
      {ending ? <EndQuestion run={run} leader={leader} onClose={() => setEnding(false)} /> : null}
    </div>
  );
}
