// What a client says of its make. LiveKit believes it, and takes what some of them send in other ways: of a client in Go
// it takes pictures for what their packets are, and so sound in a section of pictures for sound.

import { type ClientInfo, ClientInfo_SDK as Make } from '@livekit/protocol';

/** Browsers, and programs on the same engine. All others are of no make. */
const MAKES: readonly Make[] = [Make.JS, Make.NODE, Make.RUST];

/** In the address: a make that may be named, or `null`. */
export const makeIn = (value: string | null): string | null =>
  MAKES.some((make) => Make[make].toLowerCase() === value) ? value : null;

/** In a join: the same client, of no make where its own may not be named. */
export const ofKnownMake = (client: ClientInfo): ClientInfo => {
  const known = client.clone();
  if (!MAKES.includes(client.sdk)) known.sdk = Make.UNKNOWN;
  return known;
};
