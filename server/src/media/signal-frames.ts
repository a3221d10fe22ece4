// What a client may not say over the signal. LiveKit lets the sender name kind and source of a track itself, and
// relays made-up speakers; both are told from the first fields of a frame (protobuf, `livekit.SignalRequest`).

import { fieldsOf } from './protobuf-fields.ts';

const OFFER = 1;
const ADD_TRACK = 4;
const SIMULATE = 13;
/** In `livekit.AddTrackRequest`. */
const TYPE = 3;
const SOURCE = 8;
const AUDIO = 0;
const VIDEO = 1;
const CAMERA = 1;
const MICROPHONE = 2;

/** Whether a track that is asked for is what it is called. Of a field that comes twice the last one counts. */
function isHonest(track: Uint8Array): boolean {
  let type = AUDIO;
  let source = 0;
  for (const { number, value } of fieldsOf(track)) {
    if (typeof value !== 'number') continue;
    if (number === TYPE) type = value;
    if (number === SOURCE) source = value;
  }
  return (type === AUDIO && source === MICROPHONE) || (type === VIDEO && source === CAMERA);
}

/** Whether a frame that may pass changes what its sender publishes. */
export function stirs(frame: Uint8Array): boolean {
  const [field] = fieldsOf(frame);
  return field?.number === OFFER || field?.number === ADD_TRACK;
}

/** Whether a client may send this frame: no track in disguise, no simulated event, and a readable message. */
export function mayPass(frame: Uint8Array): boolean {
  try {
    // A request holds one thing. What a reader makes of several, merged or begun anew, we do not guess.
    const [field, second] = fieldsOf(frame);
    if (field === undefined) return true;
    if (second !== undefined || field.number === SIMULATE) return false;
    return field.number !== ADD_TRACK || typeof field.value === 'number' || isHonest(field.value);
  } catch {
    return false;
  }
}
