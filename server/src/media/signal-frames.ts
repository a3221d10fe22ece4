// What a client may not say over the signal. LiveKit lets the sender name kind and source of a track itself, and
// relays made-up speakers; both are told from the first fields of a frame (protobuf, `livekit.SignalRequest`).

const ADD_TRACK = 4;
const SIMULATE = 13;
/** In `livekit.AddTrackRequest`. */
const TYPE = 3;
const SOURCE = 8;
const AUDIO = 0;
const VIDEO = 1;
const CAMERA = 1;
const MICROPHONE = 2;

type Field = { readonly number: number; readonly value: number | Uint8Array };

/** Reads a number of up to 53 bits; answers it and where it ends. */
function varint(bytes: Uint8Array, start: number): readonly [value: number, end: number] {
  let value = 0;
  for (let at = start, factor = 1; at < bytes.length && at < start + 10; at += 1, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
  }
  throw new RangeError('a number without an end');
}

/** The fields of a message. Throws a RangeError where the bytes are no message. */
function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  for (let at = 0; at < bytes.length;) {
    const [tag, start] = varint(bytes, at);
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (wire === 0) {
      const [value, end] = varint(bytes, start);
      yield { number, value };
      at = end;
      continue;
    }
    const [length, from] = wire === 2 ? varint(bytes, start) : [wire === 1 ? 8 : wire === 5 ? 4 : NaN, start];
    // Also true of a kind of field that is not known here.
    if (!(from + length <= bytes.length)) throw new RangeError('a field longer than its message');
    yield { number, value: bytes.subarray(from, from + length) };
    at = from + length;
  }
}

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
