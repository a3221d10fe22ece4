// What a browser says over a WebSocket, without the mask that each frame wears (RFC 6455, 5.2).

const [LENGTH_16, LENGTH_64] = [126, 127];
const MASK = 4;

/** Where the payload of the first frame begins and ends; `null` while its head is not whole. */
const frameIn = (bytes: Buffer): { readonly from: number; readonly to: number } | null => {
  if (bytes.length < 2) return null;
  const second = bytes.readUInt8(1);
  const short = second & 0x7f;
  const more = short === LENGTH_16 ? 2 : short === LENGTH_64 ? 8 : 0;
  const masked = (second & 0x80) === 0 ? 0 : MASK;
  const from = 2 + more + masked;
  if (bytes.length < from) return null;
  const length = more === 0 ? short : more === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { from, to: from + length };
};

/** Reads bytes as they come; each whole frame's payload is given on. */
export const unmasked = (give: (payload: Buffer) => void): ((chunk: Buffer) => void) => {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    for (let frame = frameIn(held); frame !== null && held.length >= frame.to; frame = frameIn(held)) {
      const { from, to } = frame;
      const mask = (held.readUInt8(1) & 0x80) === 0 ? Buffer.alloc(MASK) : held.subarray(from - MASK, from);
      give(held.subarray(from, to).map((byte, at) => byte ^ mask.readUInt8(at % MASK)) as Buffer);
      held = held.subarray(to);
    }
  };
};
