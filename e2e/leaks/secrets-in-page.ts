// What a page seals with, as its cryptography gets it: keys of senders, and what comes of the room's secret.

import type { Canary } from '@tele-balint/server/testing/canaries';
import type { Page } from 'playwright-core';

/** Bytes of a sender's key and of what is shared by all who have the link. */
const LENGTH = 32;

/** Tells each secret that the page's own cryptography is given or makes, once; before the page opens our address. */
export const secretsIn = async (page: Page): Promise<() => readonly Canary[]> => {
  const seen = new Map<string, string>();
  await page.exposeFunction('tellSecret', (what: string, bytes: readonly number[]) => {
    // Public halves and salts are of other kinds; of nothing but zeros everything is full.
    if (bytes.length === LENGTH && bytes.some((byte) => byte !== 0))
      seen.set(Buffer.from(bytes).toString('base64url'), what);
  });
  await page.addInitScript(() => {
    const { tellSecret } = globalThis as unknown as { tellSecret: (what: string, bytes: number[]) => void };
    const subtle = SubtleCrypto.prototype;
    const { importKey, deriveBits } = subtle as unknown as Record<
      string,
      (...args: unknown[]) => Promise<ArrayBuffer>
    >;
    const bytesOf = (given: unknown): number[] =>
      ArrayBuffer.isView(given) || given instanceof ArrayBuffer
        ? [
            ...(given instanceof ArrayBuffer
              ? new Uint8Array(given)
              : new Uint8Array(given.buffer, given.byteOffset, given.byteLength)),
          ]
        : [];
    const isHkdf = (given: unknown): boolean =>
      given === 'HKDF' || (given as { name?: string } | null)?.name === 'HKDF';
    Object.assign(subtle, {
      importKey(this: SubtleCrypto, ...args: unknown[]) {
        if (args[0] === 'raw' && isHkdf(args[2])) tellSecret('a key of a sender', bytesOf(args[1]));
        return importKey?.apply(this, args);
      },
      async deriveBits(this: SubtleCrypto, ...args: unknown[]) {
        const bits = await deriveBits?.apply(this, args);
        if (isHkdf(args[0])) tellSecret('what all who have the link share', bytesOf(bits));
        return bits;
      },
    });
  });
  return () => [...seen].map(([text, what]) => ({ what, text }));
};
