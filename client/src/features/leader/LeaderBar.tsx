import type { RoomView } from '@tele-balint/shared/view';
import { refusalText, t } from '../../text/text.ts';
import { ExactTime } from './ExactTime.tsx';
import { Moves } from './Moves.tsx';
import { PresenterChoice } from './PresenterChoice.tsx';
import { Steps } from './Steps.tsx';
import type { Lead } from './lead.ts';
import { may, nextStep } from './leader-model.ts';
import { type Send, useCommand } from '../../session/use-command.ts';

type Props = { readonly view: RoomView; readonly send: Send; readonly now: number };

/** The course in the leaders' hands. Stands only while one holds the leaders' rights. */
export function LeaderBar({ view, send, now }: Props) {
  const { run, refusal } = useCommand(send);
  if (!view.leader) return null;
  const lead: Lead = { view, leader: view.leader, now, run };
  return (
    <section className="lead" aria-label={t('leader.bar')}>
      <Steps {...lead} />
      <ExactTime {...lead} />
      <Moves {...lead} />
      {nextStep(view)?.choose && may(view, 'choosePresenter') ? (
        <div className="lead-note row">
          <span>{t('leader.chooseFirst')}</span>
          <PresenterChoice {...lead} />
        </div>
      ) : null}
      {refusal ? <p className="lead-note fault">{refusalText(refusal)}</p> : null}
    </section>
  );
}
