// The bytes of the room secret. Whoever leads needs them to make links, and whoever comes before the time for the file of
// their own calendar; everybody else's page lets go of them as soon as it knows that.

/** What a page has to do with the bytes that its link brought. */
export type Need = 'keep' | 'hold' | 'drop';

export type HeldSecret = {
  /** The bytes as they stand in a link, or null where this browser has none any more. */
  readonly read: () => string | null;
  /** `keep`: for reloads of this tab too · `hold`: in this page · `drop`: nowhere. What was kept stays until the end. */
  readonly settle: (need: Need) => void;
};

/**
 * @param held as the link brought them, or as the tab had kept them
 * @param kept what the tab keeps
 */
export const holdSecret = (
  held: string | null,
  kept: { readonly read: () => string | null; readonly write: (bytes: string) => void },
): HeldSecret => ({
  read: () => held ?? kept.read(),
  settle: (need) => {
    if (need === 'drop') held = null;
    if (need === 'keep' && held !== null) kept.write(held);
  },
});

/** @param opensAt from when on the door works, while it does not */
export const needOf = (leads: boolean, opensAt: number | null): Need => {
  if (leads) return 'keep';
  return opensAt === null ? 'drop' : 'hold';
};
