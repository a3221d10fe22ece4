// How large a request may be before anything reads it: many tiny fields in one frame would keep everybody else waiting.

import { SessionDescription, SyncState } from '@livekit/protocol';
import { type Field, fieldsOf } from './protobuf-fields.ts';

/** Bytes of the text of an offer; the longest seen with five people for a whole session has 35,000. */
const TEXT = 400_000;
/** Bytes of everything else in one request: an announcement has some 200, a full circle's subscription some 1,000. */
const REST = 16 * 1024;

const numberOf = (
  list: readonly { readonly no: number; readonly localName: string }[],
  name: string,
): number => list.find(({ localName }) => localName === name)?.no ?? NaN;

const SDP = numberOf(SessionDescription.fields.list(), 'sdp');
const DESCRIPTIONS = ['offer', 'answer'].map((name) => numberOf(SyncState.fields.list(), name));

const lengthOf = ({ value }: Field): number => (typeof value === 'number' ? 1 : value.length + 1);

/** Bytes besides the texts of offers and answers; `Infinity` where such a text is too long. */
function restOf(name: string, value: Uint8Array): number {
  let rest = 0;
  for (const field of fieldsOf(value)) {
    const isText = (name === 'offer' || name === 'answer') && field.number === SDP;
    const isDescription = name === 'syncState' && DESCRIPTIONS.includes(field.number);
    if (isDescription && typeof field.value !== 'number') rest += restOf('offer', field.value);
    else if (!isText) rest += lengthOf(field);
    else if (lengthOf(field) > TEXT) return Infinity;
    if (rest > REST) return Infinity;
  }
  return rest;
}

/** Whether a request of this kind is within its bounds. Throws a RangeError where the bytes are no message. */
export const isWithinBounds = (name: string, value: Field['value']): boolean =>
  typeof value === 'number' || value.length <= REST || Number.isFinite(restOf(name, value));
