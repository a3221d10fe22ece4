import type { CSSProperties } from 'react';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { useMedia } from '../../media/use-media.ts';
import { Icon } from '../../ui/Icon.tsx';
import { mySeat } from '../../state/places.ts';
import { useDevices } from '../../state/use-session.ts';
import { type SeatModel, seatOf } from './circle-model.ts';
import { Plate } from './Plate.tsx';
import { SeatMark } from './SeatMark.tsx';
import { Tags } from './Tags.tsx';
import { Tile } from './Tile.tsx';
import css from './Seat.module.css';
import prose from '../../ui/prose.module.css';

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
  return (
    <>
      <li
        className={css.seat}
        data-seat={seat.seat}
        data-presenter={seat.presenter ? '' : undefined}
        data-back={seat.sits === 'back' ? '' : undefined}
        data-row={seat.sits === 'row' ? '' : undefined}
        data-not-leader={seat.notLeader === null ? undefined : ''}
        data-tagged={seat.tag === null ? undefined : ''}
        data-voice={seat.voice ? '' : undefined}
        style={style}
      >
        <span className={prose.visuallyHidden}>{seat.spoken}</span>
        <Tile seat={seat}>
          <Plate seat={seat} />
          <SeatMark seat={seat} />
        </Tile>
        <Tags seat={seat} />
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
