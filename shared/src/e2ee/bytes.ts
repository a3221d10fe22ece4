// The few ways in which docs/e2ee.md puts bytes together.

/** Bytes that WebCrypto takes as they are. */
export type Bytes = Uint8Array<ArrayBuffer>;
/** Bytes that are compared or name something, in lower-case hexadecimal. */
export type Hex = string;
/** Names one page: 16 bytes of the hash of its identity. */
export type Mid = Hex;

const encoder = new TextEncoder();

/** All parts, one after the other. */
export const join = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const big = (size: number, value: number): Bytes =>
  Uint8Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** (size - 1 - at)) % 256);

export const u8 = (value: number): Bytes => big(1, value);
export const u16 = (value: number): Bytes => big(2, value);
export const u32 = (value: number): Bytes => big(4, value);

/** The UTF-8 of a text, without its length. */
export const text = (value: string): Bytes => Uint8Array.from(encoder.encode(value));

/** Text or bytes with their length before them, as u16. */
export const lp = (value: string | Uint8Array): Bytes => {
  const bytes = typeof value === 'string' ? text(value) : value;
  return join(u16(bytes.length), bytes);
};

export const toHex = (bytes: Uint8Array): Hex =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of a hexadecimal text that is known to be one. */
export const fromHex = (hex: Hex): Bytes =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
