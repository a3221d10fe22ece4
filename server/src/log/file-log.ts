// The log in files: one a session, one line an envelope, so that damage of one session's rows is that session's only.

import {
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { sessionIdShape } from '@tele-balint/shared/http';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import { holdsAnswered, noteAnswered } from './answered-note.ts';
import { isCode, scrub, syncFolder, withFile, writeAt } from './disk.ts';
import { LogConflict, type Envelope, type EventLog } from './event-log.ts';
import { createProbe } from './probe.ts';
import { lineOf, readLines } from './row-lines.ts';

const ENDING = '.rows';
const NEW_LINE = 0x0a;

/** Where a whole file is written before it takes its place. */
const halfOf = (file: string): string => `${file}.half`;

/** Where it is noted how far a file was answered. */
const noteOf = (file: string): string => `${file}.answered`;

/** How far a session's file is whole: envelopes and bytes; `end` may lie beyond, after a write that was cut short. */
type Stand = { readonly n: number; readonly size: number; readonly end: number };

const NOTHING: Stand = { n: 0, size: 0, end: 0 };

/** The log in the given folder; it is made where there is none. */
export const fileLog = (dir: string): EventLog => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const stands = new Map<SessionId, Stand>();
  const fileOf = (session: SessionId): string => path.join(dir, `${session}${ENDING}`);
  const { ino } = statSync(dir);
  const probe = createProbe(path.join(dir, 'probe'));

  const bytesOf = (session: SessionId): Buffer => {
    try {
      return readFileSync(fileOf(session));
    } catch (error) {
      if (isCode(error, 'ENOENT')) return Buffer.alloc(0);
      throw error;
    }
  };
  const read = (session: SessionId): readonly Envelope[] => {
    const bytes = bytesOf(session);
    // What follows the last line end was never answered: a write that was cut short.
    const size = bytes.lastIndexOf(NEW_LINE) + 1;
    const note = noteOf(fileOf(session));
    // No rows at all are a loss of their own, of which the key tells.
    if (bytes.length > 0 && !holdsAnswered(note, bytes.subarray(0, size)))
      throw new Error(
        `entries that were answered are missing: put the whole file back, or delete ${path.basename(note)} to go on without them`,
      );
    const envelopes = readLines(bytes.subarray(0, size));
    stands.set(session, { n: envelopes.length, size, end: bytes.length });
    return envelopes;
  };
  const standOf = (session: SessionId): Stand => {
    if (!stands.has(session)) read(session);
    return stands.get(session) ?? NOTHING;
  };

  /** Takes back a write that failed. @throws LogConflict where nobody knows now what the file holds */
  const takeBack = (fd: number, size: number): void => {
    try {
      ftruncateSync(fd, size);
      fdatasyncSync(fd);
    } catch (cause) {
      throw new LogConflict('a failed write could not be taken back', { cause });
    }
  };
  const write = (session: SessionId, { n, size, end }: Stand, line: Uint8Array): void => {
    // Only the first envelope makes the file: one that is gone meanwhile must not begin in the middle.
    const flags = n === 0 ? constants.O_RDWR | constants.O_CREAT : constants.O_RDWR;
    withFile(fileOf(session), flags, (fd) => {
      if (fstatSync(fd).size !== end) throw new LogConflict('somebody else has written to this file');
      try {
        if (end > size) ftruncateSync(fd, size);
        writeAt(fd, line, size);
        fdatasyncSync(fd);
        if (n === 0) syncFolder(dir);
      } catch (error) {
        takeBack(fd, size);
        stands.set(session, { n, size, end: size });
        throw error;
      }
    });
  };

  return {
    append: async (session, expected, envelope) => {
      const stand = standOf(session);
      if (stand.n !== expected || envelope.n !== expected + 1)
        throw new LogConflict(`the log of this session stands at ${stand.n}, not at ${expected}`);
      const line = lineOf(envelope);
      write(session, stand, line);
      const size = stand.size + line.length;
      stands.set(session, { n: envelope.n, size, end: size });
      noteAnswered(noteOf(fileOf(session)), size, line);
    },
    replace: async (session, expected, envelopes) => {
      const { n, end } = standOf(session);
      if (n !== expected || statSync(fileOf(session)).size !== end)
        throw new LogConflict(`the log of this session stands at ${n}, not at ${expected}`);
      stands.delete(session);
      // What is noted holds for the old rows only, and a power cut must not bring it back beside the new ones.
      rmSync(noteOf(fileOf(session)), { force: true });
      syncFolder(dir);
      adopting(dir).adopt(session, envelopes);
      const last = envelopes.at(-1);
      if (last) noteAnswered(noteOf(fileOf(session)), statSync(fileOf(session)).size, lineOf(last));
    },
    read: async (session) => read(session),
    lastAt: async (session) => {
      try {
        return read(session).at(-1)?.at ?? null;
      } catch {
        return Math.floor(statSync(fileOf(session)).mtimeMs);
      }
    },
    sessions: async () =>
      readdirSync(dir)
        .filter((name) => name.endsWith(ENDING))
        .map((name) => name.slice(0, -ENDING.length))
        // A file without a byte is an opening that failed.
        .filter((name) => sessionIdShape.safeParse(name).success && bytesThere(path.join(dir, name + ENDING)))
        .map((name) => name as SessionId),
    remove: async (session) => {
      // First: rows without a note are removed at the next start, a note without rows would stay.
      rmSync(noteOf(fileOf(session)), { force: true });
      scrub(fileOf(session));
      scrub(halfOf(fileOf(session)));
      stands.delete(session);
    },
    // Another folder under this name has none of our rows.
    ready: async () => statSync(dir, { throwIfNoEntry: false })?.ino === ino && (await probe()),
    close: async () => undefined,
  };
};

/** For rows that were kept elsewhere: whether a session has a file here, and how it gets one, all at once. */
export const adopting = (dir: string) => {
  const fileOf = (session: SessionId): string => path.join(dir, `${session}${ENDING}`);
  return {
    has: (session: SessionId): boolean => existsSync(fileOf(session)),
    adopt: (session: SessionId, envelopes: readonly Envelope[]): void => {
      const half = halfOf(fileOf(session));
      withFile(half, 'w', (fd) => {
        writeAt(fd, Buffer.concat(envelopes.map(lineOf)), 0);
        fdatasyncSync(fd);
      });
      renameSync(half, fileOf(session));
      syncFolder(dir);
    },
  };
};

/** Whether a file has anything in it, or cannot be asked. */
const bytesThere = (file: string): boolean => {
  try {
    return statSync(file).size !== 0;
  } catch (error) {
    return !isCode(error, 'ENOENT');
  }
};
