// Reads the fields of a protobuf message without knowing its schema.

export type Field = { readonly number: number; readonly value: number | Uint8Array };

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
export function* fieldsOf(bytes: Uint8Array): Generator<Field> {
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
