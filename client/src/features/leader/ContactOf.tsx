import type { SeatId } from '@tele-balint/shared/vocabulary';
import { useStore } from 'zustand';
import { letters } from '../../state/letters.ts';
import { placeOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';

/** How somebody is reached whose line breaks, if they wrote it. */
export function ContactOf({ view, seat }: Pick<Lead, 'view'> & { readonly seat: SeatId }) {
  const line = placeOf(view, seat)?.line ?? '';
  const contact = useStore(letters, ({ contacts }) => contacts[line]);
  return contact === undefined ? null : (
    <small data-contact="">
      <bdi>{t('contact.of', { contact })}</bdi>
    </small>
  );
}
