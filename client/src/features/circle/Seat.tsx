import type { CSSProperties } from 'react';
import { Picture } from '../../media/Picture.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { clockText } from '../../state/clock-text.ts';
import { useServerNow } from '../../state/use-session.ts';
import { t } from '../../text/text.ts';
import frame from '../../ui/frame.module.css';
import type { SeatCard, SeatModel } from './circle-model.ts';
import css from './Seat.module.css';
import prose from '../../ui/prose.module.css';

/** A voice or a closed microphone, in a corner of its own: it neither cuts a name nor makes its plate wider. */
function Mark({ seat }: { readonly seat: SeatModel }) {
  return (
    <span className={css.mark} aria-hidden="true">
      {seat.micClosed ? <Icon name="mic-off" /> : null}
      {seat.voice ? (
        <span className={css.voice}>
          <b />
          <b />
          <b />
        </span>
      ) : null}
    </span>
  );
}

function Plate({ seat }: { readonly seat: SeatModel }) {
  return (
    <p className={`${frame.plate} ${css.plate}`} aria-hidden="true">
      <span className={frame.name}>
        <span className={css.last}>{seat.titles}</span>
        {seat.first}
        <span className={css.last}>{seat.last}</span>
      </span>
      {seat.role === null ? null : <span className={css.role}>{seat.role}</span>}
      {seat.notLeader === null ? null : <span className={css.notLeader}>{seat.notLeader}</span>}
    </p>
  );
}

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

type Props = { readonly seat: SeatModel; readonly style: CSSProperties | undefined };

/** One person's place. Read, not a tab stop. */
export function Seat({ seat, style }: Props) {
  const { picture, dropped, card, tag, edge, gone } = seat;
  return (
    <li
      className={css.seat}
      data-seat={seat.seat}
      data-presenter={seat.presenter ? '' : undefined}
      data-back={seat.sits === 'back' ? '' : undefined}
      data-row={seat.sits === 'row' ? '' : undefined}
      data-not-leader={seat.notLeader === null ? undefined : ''}
      data-voice={seat.voice ? '' : undefined}
      style={style}
    >
      <span className={prose.visuallyHidden}>{seat.spoken}</span>
      <div className={gone ? css.gone : css.tile}>
        <Picture {...picture} dropped={dropped} />
        {card === null ? null : (
          <div className={`${frame.still} ${css.still}`} aria-hidden="true">
            <Icon name={card.icon} />
            {card.gone ? <Gone gone={card.gone} /> : <span>{card.text}</span>}
          </div>
        )}
        <Plate seat={seat} />
        <Mark seat={seat} />
      </div>
      {tag === null ? null : (
        <p className={tag.pine ? css.pine : css.tag} aria-hidden="true">
          <Icon name={tag.icon} />
          <span className={css.whole}>{tag.text}</span>
          <span className={css.short}>{tag.short}</span>
        </p>
      )}
      {edge === null ? null : (
        <p className={css.edge} aria-hidden="true">
          {edge}
        </p>
      )}
    </li>
  );
}

/** The open place of a chair that stands back. */
export function KeptPlace({
  text,
  style,
}: {
  readonly text: string;
  readonly style: CSSProperties | undefined;
}) {
  return (
    <li className={css.kept} aria-hidden="true" style={style}>
      <Icon name="chair" />
      <span>{text}</span>
    </li>
  );
}
