import type { RoomView } from '@tele-balint/shared/view';
import { Fragment } from 'react';
import { useMedia } from '../../media/use-media.ts';
import { useDevices } from '../../session/use-session.ts';
import { boxStyle } from './box-style.ts';
import { Centre } from './Centre.tsx';
import { circleLabel, type SeatModel, seatsOf } from './circle-model.ts';
import { type Box, chairFor, middleFor, type RingPlan, ringFor, rowFor } from './ring.ts';
import { KeptPlace, Seat } from './Seat.tsx';
import { useSettled, useStageSize } from './use-stage-size.ts';

/** Where a seat stands: its place in the circle, and outside it where the chair is not there. */
const boxesFor = (plan: RingPlan, seat: SeatModel, index: number): { place: Box; chair: Box } => {
  const place = plan.seats[index];
  if (place === undefined) {
    const row = rowFor(plan, index - plan.seats.length);
    return { place: row, chair: row };
  }
  return { place, chair: seat.sits === 'back' ? chairFor(plan, place) : place };
};

/** The circle. Where it does not fit, the same people stand in a grid, in the same order. */
export function Circle({ view }: { readonly view: RoomView }) {
  const media = useMedia();
  const chosen = useDevices();
  const [stage, size] = useStageSize<HTMLElement>();
  const seats = seatsOf(view, { media, chosen });
  const inRing = seats.filter(({ sits }) => sits !== 'row').length;
  const plan = size === null ? null : ringFor(inRing, size.width, size.height);
  const settled = useSettled(plan !== null);
  return (
    <main
      ref={stage}
      className="stage"
      data-layout={plan === null ? 'grid' : 'ring'}
      data-settled={settled ? '' : undefined}
    >
      <Centre view={view} plan={plan} style={plan ? boxStyle(plan, middleFor(plan)) : undefined} />
      <ol className="seats" aria-label={circleLabel(view)}>
        {seats.map((seat, index) => {
          const boxes = plan && boxesFor(plan, seat, index);
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
