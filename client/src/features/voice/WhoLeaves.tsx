import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { firstNameOf } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = {
  readonly view: RoomView;
  readonly onLeave: (seats: readonly SeatId[]) => void;
  readonly onStay: () => void;
};

/** One of those at this camera leaves, or all of them. */
export function WhoLeaves({ view, onLeave, onStay }: Props) {
  const seats = view.you.seats.map(({ seat }) => seat);
  const actions = (
    <>
      {seats.map((seat) => (
        <Button key={seat} onClick={() => onLeave([seat])}>
          {t('site.leaveOne', { name: firstNameOf(view, seat) })}
        </Button>
      ))}
      <Button look="end" onClick={() => onLeave(seats)}>
        {t('site.leaveAll', { count: seats.length })}
      </Button>
      <Button look="bare" onClick={onStay}>
        {t('leave.stay')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('site.leaveWho')} onClose={onStay} actions={actions}>
      <p>{t('site.leaveText')}</p>
    </Dialog>
  );
}
