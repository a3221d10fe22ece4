import { useId } from 'react';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { firstNameOf, mySeat, nameOf, placeOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import { AskMember } from './AskMember.tsx';
import type { Lead } from './lead.ts';
import { may, mayBeHanded, mayStandIn, membersOf, otherLeaders } from './leader-model.ts';

type StandingProps = { readonly words: string; readonly back: string; readonly onBack: () => void };

/** What stands between leaders and a member, and a press that takes it back. */
function Standing({ words, back, onBack }: StandingProps) {
  return (
    <div className={layout.row}>
      <p className={prose.hint}>{words}</p>
      <Button size="small" look="bare" onClick={onBack}>
        {back}
      </Button>
    </div>
  );
}

/** Who leads on when the leaders' lines are gone: it counts once they have agreed. */
function Backup({ view, leader: { backup }, run }: Lead) {
  const members = mayStandIn(view);
  if (!may(view, 'nameBackup')) return null;
  const name = (seat: SeatId | null) => void run({ type: 'nameBackup', seat });
  if (backup !== null) {
    const words = t(backup.agreed ? 'leader.backupAgreed' : 'leader.backupAsked', {
      name: firstNameOf(view, backup.seat),
    });
    return <Standing words={words} back={t('leader.backupBack')} onBack={() => name(null)} />;
  }
  return members.length === 0 ? null : (
    <AskMember
      label={t('leader.backup')}
      aside={t('leader.backupAside')}
      members={members}
      words={(one) => t('leader.askBackup', { name: one })}
      onAsk={name}
    />
  );
}

/** Asks somebody to lead in one's place: whoever is asked agrees first. */
function HandOn({ view, leader: { handing }, run }: Lead) {
  const members = mayBeHanded(view);
  if (!may(view, 'handOn')) return null;
  const ask = (seat: SeatId | null) => void run({ type: 'handOn', seat });
  if (handing !== null) {
    const yours = handing.by === mySeat(view).seat;
    const names = { name: nameOf(view, handing.seat), by: nameOf(view, handing.by) };
    const words = t(yours ? 'leader.handingYours' : 'leader.handing', names);
    return <Standing words={words} back={t('leader.handingBack')} onBack={() => ask(null)} />;
  }
  return members.length === 0 ? null : (
    <AskMember
      label={t('leader.handOn')}
      members={members}
      words={(one) => t('leader.askToLead', { name: one })}
      onAsk={ask}
    />
  );
}

/** Who leads, who stands in, and how a leader sits as a member for a while. */
export function Leadership(lead: Lead) {
  const { view, run } = lead;
  const id = useId();
  const others = otherLeaders(view).filter(({ seat }) => placeOf(view, seat)?.presence === 'here');
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('leader.leadership')}</h3>
      <Backup {...lead} />
      <HandOn {...lead} />
      {may(view, 'nameBackup') && mayStandIn(view).length < membersOf(view).length ? (
        <p className={prose.hint}>{t('leader.ownCamera')}</p>
      ) : null}
      {may(view, 'stepDown') ? (
        <>
          <p className={prose.hint}>
            {t('leader.stepDownText', { names: listed(others.map(({ name }) => name)) })}
          </p>
          <div className={layout.row}>
            <Button size="small" onClick={() => void run({ type: 'stepDown' })}>
              {t('leader.stepDown')}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}
