// Whose place is where in the plan. The plan changes only when a place is added.

/** A place of the plan: of one person, or a wide one of several at one camera. */
export type Slot = { readonly seat: string; readonly wide: boolean };

/** Whether a place has room for this one: a wide one stays wide for whoever is left of several. */
const holds =
  ({ seat, wide }: Slot) =>
  (slot: Slot): boolean =>
    slot.seat === seat && (slot.wide || !wide);

/**
 * The places that the plan is made for: as before as long as nobody is new, so that whoever leaves moves nobody. With
 * the next newcomer the circle closes up.
 */
export const slotsAfter = (before: readonly Slot[], now: readonly Slot[]): readonly Slot[] =>
  now.every((one) => before.some(holds(one))) ? before : now;

/** Who sits in each slot; `null` where somebody has gone and the others stay where they are. */
export const filled = <P extends { readonly seat: string }>(
  slots: readonly Slot[],
  places: readonly P[],
): readonly { readonly slot: Slot; readonly place: P | null }[] =>
  slots.map((slot) => ({ slot, place: places.find(({ seat }) => seat === slot.seat) ?? null }));
