// Whose place is where in the plan. The plan changes only when a place is added.

/**
 * The places that the plan is made for: as before as long as nobody is new, so that whoever leaves moves nobody. With
 * the next newcomer the circle closes up.
 */
export const slotsAfter = (before: readonly string[], seats: readonly string[]): readonly string[] =>
  seats.every((seat) => before.includes(seat)) ? before : seats;

/** Who sits in each slot; `null` where somebody has gone and the others stay where they are. */
export const filled = <P extends { readonly seat: string }>(
  slots: readonly string[],
  places: readonly P[],
): readonly { readonly slot: string; readonly place: P | null }[] =>
  slots.map((slot) => ({ slot, place: places.find(({ seat }) => seat === slot) ?? null }));
