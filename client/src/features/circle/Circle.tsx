import type { RoomView } from '@tele-balint/shared/view';
import { Fragment } from 'react';
import { useMedia } from '../../media/use-media.ts';
import { useDevices } from '../../state/use-session.ts';
import { boxStyle, gridStyle } from './box-style.ts';
import { Centre } from './Centre.tsx';
import { circleLabel, type SeatModel, seatsOf } from './circle-model.ts';
import type { Box } from './box.ts';
import { gridFor } from './grid.ts';
import type { RingPlan } from './ring.ts';
import { KeptPlace, Seat } from './Seat.tsx';
import type { Ring } from './use-ring.ts';
import css from './Circle.module.css';
import { useSettled } from './use-stage-size.ts';

type Places = { readonly place: Box; readonly chair: Box };

/** Where a seat stands: its place in the circle, and outside it where the chair is not there. */
const placesOf = (plan: RingPlan, { inside, outside }: Ring, { seat, sits }: SeatModel): Places | null => {
  const outer = plan.outer[outside.indexOf(seat)];
  if (sits === 'row') return outer ? { place: outer, chair: outer } : null;
  const slot = inside.indexOf(seat);
  const [place, chair] = [plan.seats[slot], plan.chairs[slot]];
  return place && chair ? { place, chair: sits === 'back' ? chair : place } : null;
};

/** The circle. Where it does not fit, the same people stand in a grid, in the same order. */
export function Circle({ view, ring }: { readonly view: RoomView; readonly ring: Ring }) {
  const { stage, size, plan, wordsStyle } = ring;
  const media = useMedia();
  const chosen = useDevices();
  const seats = seatsOf(view, { media, chosen });
  const chairBelow = seats.some(({ sits }) => sits === 'back');
  const settled = useSettled(size);
  const grid =
    plan === null && size !== null
      ? gridFor(
          seats.map(() => 1),
          chairBelow,
          size.room,
        )
      : null;
  return (
    <main
      ref={stage}
      className={css.stage}
      data-layout={plan === null ? 'grid' : 'ring'}
      data-settled={settled ? '' : undefined}
    >
      <Centre ref={ring.words} view={view} plan={plan} style={wordsStyle} />
      <ol
        ref={ring.seats}
        className={css.seats}
        aria-label={circleLabel(view)}
        style={grid ? gridStyle(grid) : undefined}
      >
        {seats.map((seat) => {
          const boxes = plan && placesOf(plan, ring, seat);
          return (
            <Fragment key={seat.seat}>
              <Seat seat={seat} style={plan && boxes ? boxStyle(plan, boxes.chair) : undefined} />
              {seat.sits === 'back' ? (
                <KeptPlace text={seat.kept} style={plan && boxes ? boxStyle(plan, boxes.place) : undefined} />
              ) : null}
            </Fragment>
          );
        })}
      </ol>
    </main>
  );
}
