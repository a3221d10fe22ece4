/** The server's clock as this device hears it; a wrong system clock here changes nothing. */
export type ServerClock = { readonly ahead: number };

/**
 * Every message is heard late, never early: the largest difference is the one with the least delay in it.
 * @param at this device's monotonic clock, in ms
 */
export const clockHeard = (known: ServerClock | null, serverNow: number, at: number): ServerClock => {
  const ahead = serverNow - at;
  return known === null || ahead > known.ahead ? { ahead } : known;
};

/** The server's clock at the monotonic instant `at`. */
export const serverTime = (clock: ServerClock, at: number): number => at + clock.ahead;
