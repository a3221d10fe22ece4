import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import { useStore } from 'zustand';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { earsOf } from '../../state/ears.ts';
import { isMine, placeOf } from '../../state/places.ts';
import { sealingText } from '../../text/sealing-text.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import { Private } from './Private.tsx';
import { troubleOf } from './private-model.ts';

/** Every ear in the room: name, what they are, and what they do; apart from them whom the server lists, and nobody has signed for. */
export function EarsList({ view, onClose }: { readonly view: RoomView; readonly onClose: () => void }) {
  const lines = useStore(sealing, (is) => is.lines);
  const hearers = useStore(sealing, (is) => is.hearers);
  const { hear, keyless, strays } = earsOf(view, hearers);
  const troubleIn = (identity: string | null): string => {
    const trouble = view.sealed ? troubleOf(identity, lines) : null;
    return trouble === null ? '' : sealingText(`state.${trouble}`);
  };
  const person = (seat: SeatId, trouble: (identity: string | null) => string) => {
    const place = placeOf(view, seat);
    if (place === null) return null;
    const words = [
      t(`role.${place.role}`),
      place.presenter ? t(place.sits === 'back' ? 'seat.back' : 'seat.presenter') : '',
      place.profession,
      isMine(view, seat) ? t('ears.you') : '',
      trouble(place.media.identity),
    ];
    return (
      <li key={seat}>
        {place.name} <span className={prose.hint}>{words.filter(Boolean).join(', ')}</span>
      </li>
    );
  };
  return (
    <Dialog
      title={t('ears.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <Private sealed={view.sealed} />
      <p className={prose.hint}>{view.sealed ? sealingText('ears.sealed') : t('ears.text')}</p>
      <ul className={layout.close} data-ears="">
        {hear.map((seat) => person(seat, troubleIn))}
        {strays.map((name, index) => (
          <li key={`${name} ${index}`}>
            {name} <span className={prose.hint}>{sealingText('state.stray')}</span>
          </li>
        ))}
      </ul>
      {keyless.length === 0 ? null : (
        <>
          <h3>{sealingText('keyless.title')}</h3>
          <p className={prose.hint}>{sealingText('keyless.text')}</p>
          <ul className={layout.close}>
            {keyless.map((seat) => person(seat, () => sealingText('state.waiting')))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
