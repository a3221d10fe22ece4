import { t } from '../../text/leader-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Lead } from './lead.ts';
import { firstNameOf, nameOf, placeOf } from '../../state/places.ts';

/** What the media server has not confirmed. Goes away only when it has. */
export function Unconfirmed({ view, leader }: Lead) {
  return (
    <>
      {leader.unenforced.map(({ seat, mayBeHeard }) => {
        const name = firstNameOf(view, seat);
        const back = placeOf(view, seat)?.sits === 'back';
        return (
          <Notice key={seat} look="brick" icon="alert">
            <p>
              <b>{back ? t('leader.pushBackOpen') : t('leader.rightsOpen', { name })}</b>{' '}
              {mayBeHeard ? t('leader.mayBeHeard', { name }) : null}
            </p>
          </Notice>
        );
      })}
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
