import type { RoomView } from '@tele-balint/shared/view/view';
import { boxStyle, gridStyle } from './box-style.ts';
import { Centre } from './Centre.tsx';
import { circleLabel } from './circle-model.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Box } from './box.ts';
import { gridFor } from './grid.ts';
import type { RingPlan } from './ring.ts';
import { hasEnded } from '../../state/staying.ts';
import { Seat } from './Seat.tsx';
import { filled, type Slot } from './slots.ts';
import { peopleAt, type Ring } from './use-ring.ts';
import css from './Circle.module.css';
import { useSettled } from './use-stage-size.ts';

type Places = { readonly place: Box; readonly chair: Box };

/** More tiles than this are a crowd for a phone: of the words only those that are needed stay. */
const CROWD = 16;

/** Where a tile stands: its place in the circle, and the one outside it where a chair moves. */
const placesOf = (plan: RingPlan, { inside, outside }: Ring, { seat, sits }: Group): Places | null => {
  const at = (slots: readonly Slot[]) => slots.findIndex((slot) => slot.seat === seat);
  const outer = plan.outer[at(outside)];
  if (sits === 'row') return outer ? { place: outer, chair: outer } : null;
  const [place, chair] = [plan.seats[at(inside)], plan.chairs[at(inside)]];
  return place && chair ? { place, chair } : null;
};

const slotsIn = (slots: readonly Slot[], groups: readonly Group[], outer: boolean) =>
  filled(slots, groups).map((one) => ({ ...one, outer }));

/** The circle. Where it does not fit, the same people stand in a grid, in the same order. */
export function Circle({ view, ring }: { readonly view: RoomView; readonly ring: Ring }) {
  const { stage, size, plan, wordsStyle } = ring;
  const groups = groupsOf(view);
  const slots = [
    ...slotsIn(
      ring.inside,
      groups.filter(({ sits }) => sits !== 'row'),
      false,
    ),
    ...slotsIn(
      ring.outside,
      groups.filter(({ sits }) => sits === 'row'),
      true,
    ),
  ];
  const chairBelow = view.places.some(({ sits }) => sits === 'back');
  const settled = useSettled(size);
  const grid =
    plan === null && size !== null
      ? gridFor(peopleAt(ring.inside), chairBelow, size.room, ring.outside.length)
      : null;
  return (
    <main
      ref={stage}
      className={css.stage}
      data-layout={plan === null ? 'grid' : 'ring'}
      data-evening={hasEnded(view) ? '' : undefined}
      data-settled={settled ? '' : undefined}
      data-crowded={slots.length > CROWD ? '' : undefined}
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
                  key={`empty ${outer} ${slot.seat}`}
                  className={css.empty}
                  data-row={outer ? '' : undefined}
                  data-site={slot.wide && !outer ? '' : undefined}
                  aria-hidden="true"
                />
              )
            );
          const boxes = plan && placesOf(plan, ring, place);
          return (
            <Seat
              key={slot.seat}
              view={view}
              group={place}
              style={plan && boxes ? boxStyle(plan, boxes.place) : undefined}
              chairStyle={plan && boxes ? boxStyle(plan, boxes.chair) : undefined}
            />
          );
        })}
      </ol>
    </main>
  );
}
