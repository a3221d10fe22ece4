import { t } from '../../text/leader-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Lead } from './lead.ts';
import { firstNameOf, nameOf } from '../../state/places.ts';
import { unconfirmedOf } from '../../state/unconfirmed.ts';

/** What the media server has not confirmed. Goes away only when it has. */
export function Unconfirmed({ view, leader }: Lead) {
  return (
    <>
      {leader.unenforced.map((one) => (
        <Notice key={one.seat} look="brick" icon="alert">
          <p>{t(unconfirmedOf(one), { name: firstNameOf(view, one.seat) })}</p>
        </Notice>
      ))}
      {leader.strangers > 0 ? (
        <Notice icon="shield">
          <p>{t('leader.strangers', { count: leader.strangers })}</p>
        </Notice>
      ) : null}
      {leader.disguised.map((seat) => (
        <Notice key={seat} icon="shield">
          <p>{t('leader.disguised', { name: nameOf(view, seat) })}</p>
        </Notice>
      ))}
    </>
  );
}
