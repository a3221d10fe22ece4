import type { RoomView } from '@tele-balint/shared/view';
import { mySeat, placeOf } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Every ear in the room: name, what they are, and what they do. */
export function EarsList({ view, onClose }: { readonly view: RoomView; readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('ears.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <p className="hint">{t('ears.text')}</p>
      <ul className="stack stack--s">
        {view.ears.map((seat) => {
          const place = placeOf(view, seat);
          if (place === null) return null;
          const words = [
            t(`role.${place.role}`),
            place.presenter ? t(place.sits === 'back' ? 'seat.back' : 'seat.presenter') : '',
            place.profession,
            seat === mySeat(view).seat ? t('ears.you') : '',
          ];
          return (
            <li key={seat}>
              {place.name} <span className="hint">{words.filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
