import { expect, it } from 'vitest';
import { unmasked } from './unmasked.ts';

/** A masked frame of text, as browsers write it. */
const frame = (text: string): Buffer => {
  const payload = Buffer.from(text);
  const mask = Buffer.from([1, 2, 3, 200]);
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x81, 0x80 | length])
      : Buffer.from([0x81, 0x80 | 126, length >> 8, length & 0xff]);
  return Buffer.concat([head, mask, payload.map((byte, at) => byte ^ mask[at % 4]!)]);
};

it('reads what browsers say over a WebSocket, in whatever pieces it comes [HT43]', () => {
  const said = ['short', 'x'.repeat(126), 'ä', 'y'.repeat(3_000)];
  const bytes = Buffer.concat(said.map(frame));
  for (const size of [1, 7, 125, bytes.length]) {
    const heard: string[] = [];
    const read = unmasked((payload) => void heard.push(payload.toString()));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(heard).toEqual(said);
  }
});
