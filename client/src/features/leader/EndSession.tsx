import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import type { Lead } from './lead.ts';
import { mayEnd } from './leader-model.ts';
import { useQuestion } from './use-question.ts';
import layout from '../../ui/layout.module.css';
import css from './Drawer.module.css';

/** Announces the end to all; asks once. The notice above the circle takes it back. */
export function EndSession({ view, leader, run }: Lead) {
  const ends = mayEnd(view);
  const [asking, setAsking] = useQuestion(ends);
  if (!ends) return null;
  return (
    <section className={`${layout.row} ${css.end}`}>
      <Button size="small" look="end" onClick={() => setAsking(true)}>
        {t('leader.end')}
      </Button>
      {asking ? <EndQuestion run={run} leader={leader} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
