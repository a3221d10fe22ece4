import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import type { Run } from '../../connection/use-command.ts';
import { firstNameOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { AskMember } from './AskMember.tsx';
import { agreedBackup, may, mayBeHanded, mayEnd, otherLeaders } from './leader-model.ts';

type Props = { readonly view: RoomView; readonly run: Run; readonly onStay: () => void };

/** The last one who leads is asked what becomes of the circle: hand over, end, or leave all the same. */
export function LeaveAsLeader({ view, run, onStay }: Props) {
  const away = otherLeaders(view).filter(({ presence }) => presence === 'away');
  const backup = agreedBackup(view);
  const members = may(view, 'handOn') && backup === null ? mayBeHanded(view) : [];
  const leave = () => run({ type: 'leave' });
  const handOver = async (seat: SeatId) => {
    if (await run({ type: 'handOn', seat })) await leave();
  };
  const ask = (seat: SeatId) => {
    void run({ type: 'handOn', seat });
    onStay();
  };
  const end = () => {
    void run({ type: 'endSession' });
    onStay();
  };
  const actions = (
    <>
      {backup !== null && may(view, 'handOn') ? (
        <Button look="main" onClick={() => void handOver(backup)}>
          {t('leave.handTo', { name: firstNameOf(view, backup) })}
        </Button>
      ) : null}
      {mayEnd(view) ? <Button onClick={end}>{t('leave.endAll')}</Button> : null}
      <Button look="end" onClick={() => void leave()}>
        {t('leave.anyway')}
      </Button>
      <Button onClick={onStay}>{t('leave.stay')}</Button>
    </>
  );
  const names = listed(away.map(({ seat }) => firstNameOf(view, seat)));
  return (
    <Dialog title={t('leave.lastTitle')} onClose={onStay} actions={actions}>
      <p>{t('leave.lastText')}</p>
      {away.length > 0 ? <p>{t('leave.lastAway', { names, count: away.length })}</p> : null}
      {backup === null ? null : <p>{t('leave.lastBackup', { name: firstNameOf(view, backup) })}</p>}
      {members.length > 0 ? (
        <AskMember
          label={t('leave.lastAsk')}
          members={members}
          words={(name) => t('leader.askToLead', { name })}
          onAsk={ask}
        />
      ) : null}
    </Dialog>
  );
}
