import { useId, useState } from 'react';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { firstNameOf, mySeat, nameOf, placeOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import type { Lead } from './lead.ts';
import { may, mayBeHanded, mayStandIn, membersOf, otherLeaders } from './leader-model.ts';
import { MemberSelect } from './MemberSelect.tsx';

/** Who leads on when the leaders' lines are gone: it counts once they have agreed. */
function Backup({ view, leader: { backup }, run }: Lead) {
  const members = mayStandIn(view);
  if (!may(view, 'nameBackup') || members.length === 0) return null;
  return (
    <>
      <MemberSelect
        label={t('leader.backup')}
        aside={t('leader.backupAside')}
        members={members}
        value={backup?.seat ?? null}
        onChange={(seat) => void run({ type: 'nameBackup', seat })}
      />
      {backup === null ? null : (
        <p className={prose.hint}>
          {t(backup.agreed ? 'leader.backupAgreed' : 'leader.backupAsked', {
            name: firstNameOf(view, backup.seat),
          })}
        </p>
      )}
    </>
  );
}

/** Asks somebody to lead in one's place: whoever is asked agrees first. */
function HandOn({ view, leader: { handing }, run }: Lead) {
  const [picked, pick] = useState<SeatId | null>(null);
  const members = mayBeHanded(view);
  if (!may(view, 'handOn')) return null;
  if (handing !== null) {
    const yours = handing.by === mySeat(view).seat;
    const names = { name: nameOf(view, handing.seat), by: nameOf(view, handing.by) };
    return (
      <div className={layout.row}>
        <p className={prose.hint}>{t(yours ? 'leader.handingYours' : 'leader.handing', names)}</p>
        <Button size="small" look="bare" onClick={() => void run({ type: 'handOn', seat: null })}>
          {t('leader.handingBack')}
        </Button>
      </div>
    );
  }
  const chosen = members.some(({ seat }) => seat === picked) ? picked : null;
  if (members.length === 0) return null;
  return (
    <>
      <MemberSelect label={t('leader.handOn')} members={members} value={chosen} onChange={pick} />
      {chosen === null ? null : (
        <div className={layout.row}>
          <Button size="small" onClick={() => void run({ type: 'handOn', seat: chosen })}>
            {t('leader.handOnAsk')}
          </Button>
        </div>
      )}
    </>
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
