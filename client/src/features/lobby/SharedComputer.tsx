import { useId, useState } from 'react';
import { isTabIn } from '../../links/address.ts';
import { isShared, setShared } from '../../links/remembered.ts';
import { sweepRoomKeys } from '../../links/room-key.ts';
import { t } from '../../text/text.ts';
import form from '../../ui/form.module.css';
import prose from '../../ui/prose.module.css';

/** Says what this browser remembers, and lets it forget at once. */
export function SharedComputer({ known }: { readonly known: boolean }) {
  const ids = useId();
  const [shared, setTicked] = useState(isShared);
  return (
    <label className={form.check}>
      <input
        type="checkbox"
        name="shared"
        checked={shared}
        aria-labelledby={`${ids}-shared`}
        aria-describedby={`${ids}-hint`}
        onChange={() => {
          setShared(!shared);
          void sweepRoomKeys(isTabIn);
          setTicked(!shared);
        }}
      />
      <span>
        <span id={`${ids}-shared`}>{t('lobby.shared')}</span>{' '}
        <span className={prose.hint} id={`${ids}-hint`}>
          {t(shared ? 'lobby.sharedYes' : known ? 'lobby.sharedForgets' : 'lobby.sharedNo')}
        </span>
      </span>
    </label>
  );
}
