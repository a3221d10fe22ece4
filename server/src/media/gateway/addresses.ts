// Addresses at which a client says that it can be reached. LiveKit knocks at each of them, whoever lives there.

import type { Request } from './frames.ts';

/** Addresses in an offer or an answer. */
export const addressesOf = (sdp: string): readonly string[] =>
  sdp.split('\r\n').filter((line) => line.startsWith('a=candidate'));

/** Addresses in a request. */
export function addressesIn(request: Request): readonly string[] {
  switch (request.case) {
    case 'offer':
    case 'answer':
      return addressesOf(request.value.sdp);
    case 'trickle':
      return [request.value.candidateInit];
    default:
      return [];
  }
}
