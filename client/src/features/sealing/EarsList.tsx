import type { RoomView } from '@tele-balint/shared/view/view';
import { useStore } from 'zustand';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { isMine, placeOf } from '../../state/places.ts';
import { sealingText } from '../../text/sealing-text.ts';
import { listed, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import { Private } from './Private.tsx';
import { strays, troubleOf } from './private-model.ts';

/** Every ear in the room: name, what they are, and what they do. */
export function EarsList({ view, onClose }: { readonly view: RoomView; readonly onClose: () => void }) {
  const lines = useStore(sealing, (is) => is.lines);
  const hearers = useStore(sealing, (is) => is.hearers);
  const lineIds = view.places.map(({ line }) => line);
  const strangers = view.sealed ? strays(hearers, lineIds) : [];
  const troubleIn = (identity: string | null): string => {
    const trouble = view.sealed ? troubleOf(identity, lines) : null;
    return trouble === null ? '' : sealingText(`state.${trouble}`);
  };
  return (
    <Dialog
      title={t('ears.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <Private sealed={view.sealed} />
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
            troubleIn(place.media.identity),
          ];
          return (
            <li key={seat}>
              {place.name} <span className={prose.hint}>{words.filter(Boolean).join(', ')}</span>
            </li>
          );
        })}
        {strangers.map(({ mid, names }) => (
          <li key={mid}>
            {listed(names)} <span className={prose.hint}>{sealingText('state.stray')}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
