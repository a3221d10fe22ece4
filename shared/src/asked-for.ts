/** Milliseconds for which a page asks what became of a command; the server remembers its answers for longer. */
export const ASKED_FOR = 10 * 60_000;
