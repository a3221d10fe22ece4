import type { RoomView } from '@tele-balint/shared/view/view';
import type { Run } from '../../connection/use-command.ts';
import { t } from '../../text/leader-text.ts';
import { BringBack } from './BringBack.tsx';
import { ExactTime } from './ExactTime.tsx';
import type { Lead } from './lead.ts';
import { Moves } from './Moves.tsx';
import { SiteQuestion } from './SiteQuestion.tsx';
import { Steps } from './Steps.tsx';
import { useSiteQuestion } from './use-site-question.ts';
import { UndoMove } from './UndoMove.tsx';
import css from './LeaderBar.module.css';

type Props = { readonly view: RoomView; readonly run: Run; readonly now: number };

/** The course in the leaders' hands. Stands only while one holds the leaders' rights; its height never changes. */
export function LeaderBar({ view, run, now }: Props) {
  const site = useSiteQuestion(view, run);
  if (!view.leader) return null;
  const lead: Lead = { view, leader: view.leader, now, run: site.run };
  return (
    <section className={css.bar} aria-label={t('leader.bar')}>
      <Steps {...lead} />
      <div className={css.time}>
        <ExactTime {...lead} />
        <BringBack {...lead} />
        <UndoMove {...lead} />
      </div>
      <Moves {...lead} />
      {site.asked ? (
        <SiteQuestion
          view={view}
          asked={site.asked}
          onGoOn={(apart) => void site.goOn(apart)}
          onClose={site.close}
        />
      ) : null}
    </section>
  );
}
