// How far a session's rows were answered, in a small file beside them: a chain of rows does not show that its end is missing. It is
// written after the rows and has no sync of its own, so after a power cut it may be behind them, never ahead.

import { createHash } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { withFile, writeAt } from './disk.ts';

const DIGITS = 16;
const NEW_LINE = 0x0a;

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url');

/** Always of one length, so that it is overwritten in place. */
const textOf = (size: number, last: string): string => {
  const said = `${String(size).padStart(DIGITS, '0')} ${last}`;
  return `${said} ${hashOf(said)}\n`;
};

/** Notes that rows of this size, whose last line this is, are about to be answered. One that cannot be written stays behind. */
export const noteAnswered = (note: string, size: number, last: Uint8Array): void => {
  try {
    withFile(note, constants.O_RDWR | constants.O_CREAT, (fd) =>
      writeAt(fd, Buffer.from(textOf(size, hashOf(last))), 0),
    );
  } catch {
    // Being behind is what a note may be.
  }
};

/** Whether rows hold all that was noted. A note that is not there, or damaged, says nothing. */
export const holdsAnswered = (note: string, rows: Buffer): boolean => {
  let text: string;
  try {
    text = readFileSync(note, 'utf8');
  } catch {
    return true;
  }
  const [digits = '', last = ''] = text.split(' ');
  const size = Number(digits);
  if (text !== textOf(size, last)) return true;
  const begin = rows.subarray(0, size - 1).lastIndexOf(NEW_LINE) + 1;
  return rows.length >= size && hashOf(rows.subarray(begin, size)) === last;
};
