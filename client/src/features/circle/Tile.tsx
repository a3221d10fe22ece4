import type { ReactNode } from 'react';
import { Picture } from '../../media/Picture.tsx';
import { clockText } from '../../state/clock-text.ts';
import { useServerNow } from '../../state/use-session.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { SeatCard, SeatModel } from './circle-model.ts';
import css from './Tile.module.css';
import frame from '../../ui/frame.module.css';
import prose from '../../ui/prose.module.css';

/** What leaders see of a presenter whose line broke while sitting back: for how long. */
function Gone({ gone }: { readonly gone: NonNullable<SeatCard['gone']> }) {
  const now = useServerNow(500);
  return (
    <span>
      <span className={prose.num}>{t('seat.gone', { time: clockText(now - gone.since) })}</span>
      {gone.held === null ? null : (
        <>
          <br />
          {gone.held}
        </>
      )}
    </span>
  );
}

type Props = {
  readonly seat: SeatModel;
  /** What stands on the picture. */
  readonly children: ReactNode;
};

/** A seat's picture, or the card in place of it. */
export function Tile({ seat, children }: Props) {
  const { picture, dropped, card, gone } = seat;
  return (
    <div className={gone ? css.gone : css.tile}>
      <Picture {...picture} dropped={dropped} />
      {card === null ? null : (
        <div className={`${frame.still} ${css.still}`} aria-hidden="true">
          <Icon name={card.icon} />
          {card.gone ? <Gone gone={card.gone} /> : <span>{card.text}</span>}
        </div>
      )}
      {children}
    </div>
  );
}
