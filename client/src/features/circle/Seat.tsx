import type { CSSProperties } from 'react';
import type { PlaceView, RoomView } from '@tele-balint/shared/view';
import { Picture } from '../../media/Picture.tsx';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { useMedia } from '../../media/use-media.ts';
import { Icon } from '../../ui/Icon.tsx';
import { clockText } from '../../state/clock-text.ts';
import { mySeat } from '../../state/places.ts';
import { useDevices, useServerNow } from '../../state/use-session.ts';
import { t } from '../../text/text.ts';
import frame from '../../ui/frame.module.css';
import { type SeatCard, type SeatModel, seatOf } from './circle-model.ts';
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

/** What is of one place; the tile is drawn again when that changes, and no other. */
const useSeat = (place: PlaceView, view: RoomView): SeatModel => {
  const you = place.seat === mySeat(view).seat;
  const { identity } = place.media;
  const link = useMedia((is) => is.link);
  const own = useMedia((is) => (you ? is.own : SILENT_OWN));
  const speaking = useMedia((is) => you && is.voice.speaking);
  const remote = useMedia((is) => (identity === null ? undefined : is.lines[identity]));
  return seatOf(place, view, { link, own, speaking, remote, chosen: useDevices() });
};

type Props = {
  readonly view: RoomView;
  readonly place: PlaceView;
  readonly style: CSSProperties | undefined;
  /** Of the place that is kept in the circle while the chair stands back. */
  readonly keptStyle: CSSProperties | undefined;
};

/** One person's place. Read, not a tab stop. */
export function Seat({ view, place, style, keptStyle }: Props) {
  const seat = useSeat(place, view);
  const { picture, dropped, card, tag, edge, gone } = seat;
  return (
    <>
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
      {seat.sits === 'back' ? <KeptPlace text={seat.kept} style={keptStyle} /> : null}
    </>
  );
}

type KeptProps = { readonly text: string; readonly style: CSSProperties | undefined };

/** The open place of a chair that stands back. */
function KeptPlace({ text, style }: KeptProps) {
  return (
    <li className={css.kept} aria-hidden="true" style={style}>
      <Icon name="chair" />
      <span>{text}</span>
    </li>
  );
}
