// Tiles: one for each line. Several people at one camera share a wide one, in the place of the first of them.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { inOrder } from './circle-model.ts';

export type Group = {
  /** The seat of the first of them: the tile's own name. */
  readonly seat: string;
  readonly sits: PlaceView['sits'];
  readonly places: readonly [PlaceView, ...PlaceView[]];
};

/** Everybody's tile, in the lasting order of the ring; the outer circle comes last. */
export const groupsOf = (view: Pick<RoomView, 'places'>): readonly Group[] => {
  const groups: { seat: string; sits: PlaceView['sits']; places: [PlaceView, ...PlaceView[]] }[] = [];
  for (const place of inOrder(view)) {
    const known =
      place.site === ''
        ? undefined
        : groups.find(({ places: [first] }) => first.line === place.line && first.site !== '');
    if (known) known.places.push(place);
    else groups.push({ seat: place.seat, sits: place.sits, places: [place] });
  }
  return groups;
};

/** Whether a tile is for several people: it is wide, also when only one of them is left. */
export const isWide = ({ places }: Group): boolean => places.length > 1;

/** Who of a camera's people sits back; their chair moves, and the tile stays. */
export const chairOfSite = ({ places }: Group): PlaceView | null =>
  places.length > 1 ? (places.find(({ sits }) => sits === 'back') ?? null) : null;
