import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code.ts';

/** What a reader that has nothing to do with the writer sees, some pixels for each module. */
const read = ({ size, path }: Awaited<ReturnType<typeof qrCode>>, scale = 4): string | undefined => {
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1)
        pixels.fill(
          0,
          ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4,
          ((Number(y) * scale + dy) * side + Number(x) * scale + dx) * 4 + 3,
        );
  return jsQR(pixels, side, side)?.data;
};

describe('a link as a QR code', () => {
  it.each([16, 43])('[ST21] is read as the very link, with %i letters in its secrets', async (letters) => {
    const link = `https://balint.hospital.example.org/s/${'S'.repeat(24)}#${'i'.repeat(letters)}.${'r-_'.repeat(letters)}`;
    expect(read(await qrCode(link))).toBe(link);
  });
});
