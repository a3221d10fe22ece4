// An envelope as one line of JSON.

import { z } from 'zod';
import type { Envelope } from './event-log.ts';

const row = z.strictObject({
  v: z.number().int(),
  n: z.number().int(),
  at: z.number().int(),
  prevHash: z.string(),
  data: z.base64(),
});

/** The line of an envelope, with its end. */
export const lineOf = ({ v, n, at, prevHash, data }: Envelope): Uint8Array =>
  Buffer.from(`${JSON.stringify({ v, n, at, prevHash, data: Buffer.from(data).toString('base64') })}\n`);

/**
 * The envelopes in whole lines.
 * @throws Error where a line is not one
 */
export const readLines = (bytes: Buffer): readonly Envelope[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { data, ...clear } = row.parse(JSON.parse(line));
      return { ...clear, data: new Uint8Array(Buffer.from(data, 'base64')) };
    });
