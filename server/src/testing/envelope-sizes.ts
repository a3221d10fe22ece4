// How long the envelopes of the protocol are (docs/e2ee.md §3), as base64url.

/** The longest: a line and a media identity, and six people at one camera with names of sixty signs of four bytes. */
const ID = 2 + 64;
const NAME = 2 + 240;
/** Version, type and sender before, the signature after. */
const AROUND = 1 + 1 + 16 + 64;

const sealed = (body: number): string => 'x'.repeat(Math.ceil(((AROUND + body) * 4) / 3));

export const HELLO = sealed(32 + 32 + 4 + 2 * ID + 1 + 6 * NAME + 32);
export const keysFor = (receivers: number): string =>
  sealed(4 + 32 + 32 + 1 + receivers * (16 + 4 + 32 + 48));
export const ANSWER = sealed(16 + 4);
export const beatOf = (peers: number): string => sealed(4 + 32 + 1 + peers * (16 + 4 + 16));
export const COMMIT = sealed(32 + 32);
export const REVEAL = sealed(32 + 16);
