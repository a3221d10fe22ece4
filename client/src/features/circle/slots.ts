// Whose place is where in the plan. The plan changes only when a place is added.

/**
 * The places that the plan is made for: as before as long as nobody is new, so that whoever leaves moves nobody. With
 * the next newcomer the circle closes up.
 */
export const slotsAfter = (before: readonly string[], seats: readonly string[]): readonly string[] =>
  seats.every((seat) => before.includes(seat)) ? before : seats;
