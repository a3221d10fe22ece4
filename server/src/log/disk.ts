// What the log does with its files beneath Node's own functions.

import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Whether an error is the system's of this code. */
export const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Opens a file for one piece of work and closes it whatever comes. */
export const withFile = <T>(file: string, flags: string | number, work: (fd: number) => T): T => {
  const fd = openSync(file, flags, 0o600);
  try {
    return work(fd);
  } finally {
    closeSync(fd);
  }
};

/** Writes all bytes at a place. */
export const writeAt = (fd: number, bytes: Uint8Array, at: number): void => {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
};

/** Has names that came or went in a folder on the disk. */
export const syncFolder = (folder: string): void => withFile(folder, 'r', fsyncSync);

/** Bytes overwritten at once. */
const CHUNK = 64 * 1024;

/** Overwrites an open file in place, block by block where it lies, and has that on the disk. */
export const overwrite = (fd: number, size = fstatSync(fd).size): void => {
  const zeros = new Uint8Array(CHUNK);
  for (let at = 0; at < size; at += CHUNK) writeAt(fd, zeros.subarray(0, Math.min(CHUNK, size - at)), at);
  fdatasyncSync(fd);
};

/** Overwrites a file, then deletes it: a freed block holds nothing. A file that is not there is done already. */
export const scrub = (file: string): void => {
  try {
    withFile(file, 'r+', (fd) => overwrite(fd));
    unlinkSync(file);
    syncFolder(path.dirname(file));
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
};

/** Renames what cannot be opened, so that a start goes on without it and nothing is destroyed; answers its new name. */
export const setAside = (file: string, stamp: string): string => {
  const aside = `${file}.set-aside-${stamp}`;
  renameSync(file, aside);
  return path.basename(aside);
};
