// Rows of earlier programs, which kept sender and command id in the clear: opened as those did, sealed anew as we do.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import type { Envelope } from './event-log.ts';
import { hashOf, seal, unsealBound } from './sealing.ts';

const oldRow = z.object({
  v: z.number(),
  n: z.number(),
  at: z.number(),
  by: z.string(),
  commandId: z.string(),
  prevHash: z.string(),
  data: z.instanceof(Uint8Array),
});
type OldRow = z.infer<typeof oldRow>;

const bound = (session: string, { v, n, at, by, commandId, prevHash }: OldRow): Buffer =>
  Buffer.from(JSON.stringify([session, v, n, at, by, commandId, prevHash]));

/** The rows in today's shape; `null` where the old ones are not whole. */
const resealed = (
  key: Uint8Array,
  session: SessionId,
  rows: readonly OldRow[],
): readonly Envelope[] | null => {
  const made: Envelope[] = [];
  let oldHash = '';
  let prevHash = '';
  for (const [i, row] of rows.entries()) {
    if (row.n !== i + 1 || row.prevHash !== oldHash) return null;
    try {
      const inside = unsealBound(key, bound(session, row), row.data) as object;
      const clear = { v: row.v, n: row.n, at: row.at, prevHash };
      const { by, commandId } = row;
      const envelope = { ...clear, data: seal(key, session, clear, { by, commandId, ...inside }) };
      made.push(envelope);
      prevHash = hashOf(session, envelope);
    } catch {
      return null;
    }
    oldHash = createHash('sha256').update(bound(session, row)).update(row.data).digest('base64url');
  }
  return made;
};

/** What becomes of a session's old rows. Damaged ones stay damaged: refused, with the instant of their last entry. */
export const fromOldRows = (
  key: Uint8Array | null,
  session: SessionId,
  rows: readonly Record<string, unknown>[],
): readonly Envelope[] => {
  const old = rows.map((row) => oldRow.parse(row));
  const good = key === null ? null : resealed(key, session, old);
  return good ?? old.map(({ v, n, at, prevHash, data }) => ({ v, n, at, prevHash, data }));
};
