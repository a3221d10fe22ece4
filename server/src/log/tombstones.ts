// How a tombstone grows old: for a day it says when a key was destroyed, after that only that a file put back brings nothing back.

import { DAY, later, type Instant } from '@tele-balint/shared/vocabulary';

/** Milliseconds for which whoever was there may ask when the key was destroyed. */
const TOLD_FOR = DAY;
/** Milliseconds, counted from the beginning of its day, for which the mark stays after that. */
const KEPT_FOR = 15 * DAY;

/** A tombstone whose hour is forgotten says the beginning of its day. */
const dayOf = (at: Instant): Instant => (at - (at % DAY)) as Instant;

/** What a fresh one says: never the beginning of a day, which says that the hour is forgotten. */
export const freshAt = (now: Instant): Instant => (now === dayOf(now) ? later(now, 1) : now);

/** What a tombstone says of the instant at which the key was destroyed; `null` once it tells nobody any more. */
export const toldAt = (at: Instant, now: Instant): Instant | null =>
  at === dayOf(at) || now >= later(at, TOLD_FOR) ? null : at;

/** What is to stand in it by now; `null` = nothing, it goes. */
export const agedAt = (at: Instant, now: Instant): Instant | null => {
  if (now >= later(dayOf(at), KEPT_FOR)) return null;
  return now >= later(at, TOLD_FOR) ? dayOf(at) : at;
};

/** When that changes next. */
export const restsUntil = (at: Instant): Instant =>
  at === dayOf(at) ? later(at, KEPT_FOR) : later(at, TOLD_FOR);

/** What lies in the future was written before the computer's clock was set back: it counts from the start that finds it. */
export const datedAt = (at: Instant, now: Instant): Instant => (at > now ? now : at);
