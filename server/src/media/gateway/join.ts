// What a client says of itself in the address as it joins (protobuf, `livekit.WrappedJoinRequest`), as far as it could be misused.

import { gunzipSync, gzipSync } from 'node:zlib';
import {
  JoinRequest,
  type SessionDescription,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression,
} from '@livekit/protocol';
import { fieldsOf } from './protobuf-fields.ts';
import { ofKnownMake } from './make.ts';
import { isWithinBounds } from './size.ts';

/** Bytes of a request, unpacked; an offer for a full circle has some tens of thousands. */
const MOST = 512 * 1024;
/** In `livekit.WrappedJoinRequest`. */
const REQUEST =
  WrappedJoinRequest.fields.list().find(({ localName }) => localName === 'joinRequest')?.no ?? NaN;
/** Fields of a request; ours has eight. Reading many tiny ones would keep everybody else waiting. */
const MOST_FIELDS = 32;

export type Join = {
  /** It wants to go on with the stay it had. */
  readonly resumes: boolean;
  readonly offer: SessionDescription | null;
  /** The parameter `join_request` as LiveKit gets it; `null` where a client uses the older way. */
  readonly parameter: string | null;
};

/** Numbers of the fields of a message; `null` if they are many, or one comes twice: every reader might make something else of that. */
function fieldNumbers(message: Uint8Array): ReadonlySet<number> | null {
  const seen = new Set<number>();
  for (const { number } of fieldsOf(message)) {
    if (seen.has(number) || seen.size === MOST_FIELDS) return null;
    seen.add(number);
  }
  return seen;
}

function offerWithinBounds(request: Uint8Array): boolean {
  for (const { number, value } of fieldsOf(request)) {
    const name = JoinRequest.fields.find(number)?.localName === 'publisherOffer' ? 'offer' : 'other';
    if (!isWithinBounds(name, value)) return false;
  }
  return true;
}

/** What of a join goes on: nothing that no client of ours brings. */
function cleaned({
  clientInfo,
  connectionSettings,
  publisherOffer,
  ...rest
}: JoinRequest): JoinRequest | null {
  const { metadata, participantAttributes, addTrackRequests, syncState } = rest;
  if (metadata !== '' || Object.keys(participantAttributes).length > 0) return null;
  // Tracks would be asked for past our look into the frames.
  if (addTrackRequests.length > 0 || syncState !== undefined) return null;
  const { reconnect, reconnectReason, participantSid } = rest;
  return new JoinRequest({
    ...(clientInfo && { clientInfo: ofKnownMake(clientInfo) }),
    ...(connectionSettings && { connectionSettings }),
    // Of a stay that goes on LiveKit reads none: what it said would hold here and nowhere else.
    ...(publisherOffer && !reconnect && { publisherOffer }),
    ...{ reconnect, reconnectReason, participantSid },
  });
}

function unwrapped(parameter: string): JoinRequest | null {
  const outer = Buffer.from(parameter, 'base64url');
  if (fieldNumbers(outer)?.has(REQUEST) !== true) return null;
  const { compression, joinRequest } = WrappedJoinRequest.fromBinary(outer);
  const { NONE, GZIP } = WrappedJoinRequest_Compression;
  if (compression !== NONE && compression !== GZIP) return null;
  const bytes = compression === GZIP ? gunzipSync(joinRequest, { maxOutputLength: MOST }) : joinRequest;
  if (fieldNumbers(bytes) === null || !offerWithinBounds(bytes)) return null;
  return cleaned(JoinRequest.fromBinary(bytes, { readUnknownFields: false }));
}

/** LiveKit asks for the padding. */
const wrapped = (request: JoinRequest): string =>
  Buffer.from(
    new WrappedJoinRequest({
      compression: WrappedJoinRequest_Compression.GZIP,
      joinRequest: gzipSync(request.toBinary()),
    }).toBinary(),
  )
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** @returns what somebody joins with, or `null` where that cannot be read or holds what no client of ours brings */
export function readJoin(parameters: URLSearchParams): Join | null {
  const parameter = parameters.get('join_request');
  // As LiveKit reads a truth.
  if (parameter === null || parameter === '')
    return {
      resumes: ['1', 'true'].includes(parameters.get('reconnect') ?? ''),
      offer: null,
      parameter: null,
    };
  try {
    const request = unwrapped(parameter);
    if (request === null) return null;
    return { resumes: request.reconnect, offer: request.publisherOffer ?? null, parameter: wrapped(request) };
  } catch {
    return null;
  }
}
