// The times of section 4 of docs/e2ee.md, in milliseconds, and its bounds.

/** From the first reason for a rekey to making it, and between two of them. */
export const REKEY_AFTER = 150;
export const REKEY_APART = 300;
export const REKEY_EVERY = 300_000;
/** What a switch waits for acks. */
export const ACK_WAIT = 1_000;
/** With what was not switched to for so long nothing is sealed any more: less than `BURN_AFTER`. */
export const UNSWITCHED = 4_000;
export const BURN_AFTER = 5_000;
export const PAIR_KEPT = 10_000;
export const PAIRS_KEPT = 2;
export const BEAT_EVERY = 5_000;
export const BEAT_FRESH = 12_000;
export const BEAT_LAPSES = 15_000;
/** A peer of whom no new epoch was opened for so long is gone. */
export const EPOCH_LAPSES = 310_000;
export const AGAIN_FIRST = 2_000;
export const AGAIN_EVERY = 5_000;
/** Who was greeted so lately is not greeted again for their first hello. */
export const GREETED = 1_000;
/** A line changes its page or its names so often in so long: a person who reloads thrice in a hurry is not kept waiting. */
export const MOST_CHANGES = 3;
export const CHANGES_WITHIN = 15_000;
export const ALARM_AFTER = 8_000;
/** What is still under way from somebody whom our server no longer names. */
export const STRAY_AFTER = 3_000;
export const WORDS_STILL = 3_000;
/** A letter that was not answered is written again after so long; a note is given up. */
export const NOTE_AGAIN = 2_000;
export const NOTE_WAITS = 7_000;
export const CONTACT_AGAIN = 10_000;
/** Letters of one page that another opens in so long. */
export const MOST_LETTERS = 30;
export const LETTERS_WITHIN = 60_000;
export const RING = 16;
/** Identities that one page keeps in mind. */
export const MOST_KNOWN = 256;

/** Place of an epoch in the worker's ring. */
export const slotOf = (epoch: number): number => epoch % RING;
