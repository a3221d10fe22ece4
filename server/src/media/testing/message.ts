// Protobuf messages for tests, without a schema: also those that no honest writer makes.

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

/** A message from its fields: a number becomes a varint, bytes a field with a length. */
export const message = (...fields: readonly (readonly [number, number | Uint8Array])[]): Uint8Array =>
  Buffer.concat(
    fields.map(([number, value]) =>
      typeof value === 'number'
        ? Buffer.from([...varint(number * 8), ...varint(value)])
        : Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(value.length)]), value]),
    ),
  );

/** Text as the bytes of a field. */
export const text = (value: string): Uint8Array => Buffer.from(value);
