import type { CSSProperties } from 'react';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { useMedia } from '../../media/use-media.ts';
import { Icon } from '../../ui/Icon.tsx';
import { isMine } from '../../state/places.ts';
import { useDevices } from '../../state/use-session.ts';
import { type Is, type SeatModel, seatOf } from './circle-model.ts';
import { chairOfSite, type Group, isWide } from './groups.ts';
import { chairOf, leadOf, siteOf } from './site-model.ts';
import { Plate } from './Plate.tsx';
import { SeatMark } from './SeatMark.tsx';
import { Tags } from './Tags.tsx';
import { Tile } from './Tile.tsx';
import css from './Seat.module.css';
import prose from '../../ui/prose.module.css';

/** What is of one line; the tile is drawn again when that changes, and no other. */
const useIs = (place: PlaceView, view: RoomView): Is => {
  const you = isMine(view, place.seat);
  const { identity } = place.media;
  const link = useMedia((is) => is.link);
  const own = useMedia((is) => (you ? is.own : SILENT_OWN));
  const speaking = useMedia((is) => you && is.voice.speaking);
  const remote = useMedia((is) => (identity === null ? undefined : is.lines[identity]));
  return { link, own, speaking, remote, chosen: useDevices() };
};

type Props = {
  readonly view: RoomView;
  readonly group: Group;
  readonly style: CSSProperties | undefined;
  /** Outside the circle, where a chair stands that moved back. */
  readonly chairStyle: CSSProperties | undefined;
};

/** The place of one line. Read, not a tab stop. */
export function Seat({ view, group, style, chairStyle }: Props) {
  const lead = leadOf(group);
  const is = useIs(lead, view);
  if (isWide(group)) {
    const back = chairOfSite(group);
    return (
      <>
        <SeatTile seat={siteOf(group, view, is)} wide style={style} />
        {back === null ? null : <SeatTile seat={chairOf(back, view, is)} style={chairStyle} />}
      </>
    );
  }
  const seat = seatOf(lead, view, is);
  const back = seat.sits === 'back';
  return (
    <>
      <SeatTile seat={seat} style={back ? chairStyle : style} />
      {back ? <KeptPlace text={seat.kept} style={style} /> : null}
    </>
  );
}

type TileProps = {
  readonly seat: SeatModel;
  readonly wide?: boolean;
  readonly style: CSSProperties | undefined;
};

function SeatTile({ seat, wide = false, style }: TileProps) {
  return (
    <li
      className={css.seat}
      data-seat={seat.seat}
      data-site={wide ? '' : undefined}
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
