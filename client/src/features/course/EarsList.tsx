import type { RoomView } from '@tele-balint/shared/view/view';
import { isMine, placeOf } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

/** Every ear in the room: name, what they are, and what they do. */
export function EarsList({ view, onClose }: { readonly view: RoomView; readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('ears.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <p className={prose.hint}>{t('ears.text')}</p>
      <ul className={layout.close}>
        {view.ears.map((seat) => {
          const place = placeOf(view, seat);
          if (place === null) return null;
          const words = [
            t(`role.${place.role}`),
            place.presenter ? t(place.sits === 'back' ? 'seat.back' : 'seat.presenter') : '',
            place.profession,
            isMine(view, seat) ? t('ears.you') : '',
          ];
          return (
            <li key={seat}>
              {place.name} <span className={prose.hint}>{words.filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
