import type { RoomView } from '@tele-balint/shared/view/view';
import { boxStyle, gridStyle } from './box-style.ts';
import { Centre } from './Centre.tsx';
import { circleLabel } from './circle-model.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Box } from './box.ts';
import { gridFor } from './grid.ts';
import type { RingPlan } from './ring.ts';
import { OuterRow } from './OuterRow.tsx';
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
  const inner = slotsIn(
    ring.inside,
    groups.filter(({ sits }) => sits !== 'row'),
    false,
  );
  const outer = slotsIn(
    ring.outside,
    groups.filter(({ sits }) => sits === 'row'),
    true,
  );
  const chairBelow = hasEnded(view) ? null : view.places.some(({ sits }) => sits === 'back');
  const settled = useSettled(size);
  const grid =
    plan === null && size !== null
      ? gridFor(peopleAt(ring.inside), chairBelow, size.room, ring.outside.length)
      : null;
  const scrolls = grid?.outer.scrolls ?? false;
  // Whoever goes from one ring into the other is the same tile: it glides.
  const drawn = ({ slot, place, outer: outside }: (typeof inner)[number]) => {
    if (place === null)
      return (
        grid && (
          <li
            key={`empty ${outside} ${slot.seat}`}
            className={css.empty}
            data-row={outside ? '' : undefined}
            data-site={slot.wide && !outside ? '' : undefined}
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
  };
  const outside = outer.map(drawn);
  return (
    <main
      ref={stage}
      className={css.stage}
      data-layout={plan === null ? 'grid' : 'ring'}
      data-evening={hasEnded(view) ? '' : undefined}
      data-settled={settled ? '' : undefined}
      data-crowded={inner.length + outer.length > CROWD ? '' : undefined}
    >
      <Centre ref={ring.words} view={view} plan={plan} style={wordsStyle} />
      <ol
        ref={ring.seats}
        className={css.seats}
        data-scrolls={scrolls ? '' : undefined}
        aria-label={circleLabel(view)}
        style={grid ? gridStyle(grid) : undefined}
      >
        {[...inner.map(drawn), ...(scrolls ? [<OuterRow key="outer ring">{outside}</OuterRow>] : outside)]}
      </ol>
    </main>
  );
}
