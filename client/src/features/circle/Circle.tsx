import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { boxStyle, gridStyle } from './box-style.ts';
import { Centre } from './Centre.tsx';
import { circleLabel, inOrder } from './circle-model.ts';
import type { Box } from './box.ts';
import { gridFor } from './grid.ts';
import type { RingPlan } from './ring.ts';
import { Seat } from './Seat.tsx';
import { filled } from './slots.ts';
import type { Ring } from './use-ring.ts';
import css from './Circle.module.css';
import { useSettled } from './use-stage-size.ts';

type Places = { readonly place: Box; readonly chair: Box };

/** Where a seat stands: its place in the circle, and outside it where the chair is not there. */
const placesOf = (plan: RingPlan, { inside, outside }: Ring, { seat, sits }: PlaceView): Places | null => {
  const outer = plan.outer[outside.indexOf(seat)];
  if (sits === 'row') return outer ? { place: outer, chair: outer } : null;
  const slot = inside.indexOf(seat);
  const [place, chair] = [plan.seats[slot], plan.chairs[slot]];
  return place && chair ? { place, chair: sits === 'back' ? chair : place } : null;
};

const slotsIn = (slots: readonly string[], places: readonly PlaceView[], outer: boolean) =>
  filled(slots, places).map((one) => ({ ...one, outer }));

/** The circle. Where it does not fit, the same people stand in a grid, in the same order. */
export function Circle({ view, ring }: { readonly view: RoomView; readonly ring: Ring }) {
  const { stage, size, plan, wordsStyle } = ring;
  const places = inOrder(view);
  const slots = [
    ...slotsIn(
      ring.inside,
      places.filter(({ sits }) => sits !== 'row'),
      false,
    ),
    ...slotsIn(
      ring.outside,
      places.filter(({ sits }) => sits === 'row'),
      true,
    ),
  ];
  const chairBelow = places.some(({ sits }) => sits === 'back');
  const settled = useSettled(size);
  const grid =
    plan === null && size !== null
      ? gridFor(
          ring.inside.map(() => 1),
          chairBelow,
          size.room,
          ring.outside.length,
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
        {slots.map(({ slot, place, outer }) => {
          // Whoever goes from one ring into the other is the same tile: it glides.
          if (place === null)
            return (
              grid && (
                <li
                  key={`empty ${outer} ${slot}`}
                  className={css.empty}
                  data-row={outer ? '' : undefined}
                  aria-hidden="true"
                />
              )
            );
          const boxes = plan && placesOf(plan, ring, place);
          return (
            <Seat
              key={slot}
              view={view}
              place={place}
              style={plan && boxes ? boxStyle(plan, boxes.chair) : undefined}
              keptStyle={plan && boxes ? boxStyle(plan, boxes.place) : undefined}
            />
          );
        })}
      </ol>
    </main>
  );
}
