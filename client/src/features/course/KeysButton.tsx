import type { RoomView } from '@tele-balint/shared/view';
import { useState } from 'react';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { KeysList } from './KeysList.tsx';

/** Opens the list of shortcuts. */
export function KeysButton({ view }: { readonly view: RoomView }) {
  const [listing, setListing] = useState(false);
  return (
    <>
      <button
        className="keys-button"
        type="button"
        aria-haspopup="dialog"
        aria-label={t('keys.title')}
        title={t('keys.title')}
        onClick={() => setListing(true)}
      >
        <Icon name="keyboard" />
      </button>
      {listing ? <KeysList view={view} onClose={() => setListing(false)} /> : null}
    </>
  );
}
