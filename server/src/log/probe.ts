// Whether the disk takes a row: a small file is written, synced, read again and deleted.

import { randomBytes } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds for which one look holds, so that whoever asks often costs nothing. */
export const LOOK_HOLDS = 2_000;
/** Milliseconds until a disk that does not answer, or threads that something else holds, count as not ready. */
const ANSWER_WITHIN = 2_000;
/** Bytes: more than an empty block's rest, so that a full disk is seen. */
const ROW = 8_192;

const look = async (file: string): Promise<boolean> => {
  const row = randomBytes(ROW);
  try {
    // A file of its own each time: one whose blocks are there already could be overwritten on a full disk.
    await rm(file, { force: true });
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(row);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return row.equals(await readFile(file));
  } catch {
    return false;
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
};

/** Makes the question; callers within a moment share one look. */
export const createProbe = (file: string): (() => Promise<boolean>) => {
  let last: { readonly at: number; readonly good: Promise<boolean> } | null = null;
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > LOOK_HOLDS)
      last = { at: now, good: Promise.race([look(file), pause(ANSWER_WITHIN, false, { ref: false })]) };
    return last.good;
  };
};
