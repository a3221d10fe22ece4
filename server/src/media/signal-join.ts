// What a client says of itself in the address as it joins (protobuf, `livekit.WrappedJoinRequest`), as far as it could be misused.

import { gunzipSync } from 'node:zlib';
import { fieldsOf } from './protobuf-fields.ts';

/** In `livekit.WrappedJoinRequest`. */
const [COMPRESSION, REQUEST] = [1, 2];
const GZIP = 1;
/** In `livekit.JoinRequest`: metadata, attributes, and tracks that would be asked for past our look into the frames. */
const NOT_OURS = [3, 4, 5];
/** Bytes of a request, unpacked; an offer for a full circle has some tens of thousands. */
const MOST = 128 * 1024;
/** Fields of a request; ours has eight. Reading many tiny ones would keep everybody else waiting. */
const MOST_FIELDS = 32;

/**
 * Whether a join may go on: readable, and without anything that no client of ours brings.
 * @param wrapped the parameter `join_request`; `null` where a client uses the older way, whose parameters we pick one by one
 */
export function mayJoinWith(wrapped: string | null): boolean {
  if (wrapped === null) return true;
  try {
    const outer = new Map<number, number | Uint8Array>();
    for (const { number, value } of fieldsOf(Buffer.from(wrapped, 'base64url'))) {
      // Of a field that comes twice every reader may make something else.
      if (outer.has(number) || outer.size === MOST_FIELDS) return false;
      outer.set(number, value);
    }
    const [compression, packed] = [outer.get(COMPRESSION) ?? 0, outer.get(REQUEST)];
    if (!(packed instanceof Uint8Array) || (compression !== 0 && compression !== GZIP)) return false;
    const request = compression === GZIP ? gunzipSync(packed, { maxOutputLength: MOST }) : packed;
    let fields = 0;
    for (const { number } of fieldsOf(request)) {
      fields += 1;
      if (NOT_OURS.includes(number) || fields > MOST_FIELDS) return false;
    }
    return true;
  } catch {
    return false;
  }
}
