// Reading a SQLite file of earlier programs, which had their log and their keys in two of them. A copy is read, so that a damaged one
// stays as it is; in the end no byte of either is left behind.

import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderInUse } from './folder-lock.ts';
import { overwrite, scrub, setAside, syncFolder, withFile } from './disk.ts';

const PARTS = ['', '-wal', '-shm', '-journal'] as const;
const partsOf = (file: string): readonly string[] =>
  PARTS.map((part) => file + part).filter((part) => existsSync(part));

export type OldDatabase = {
  /** Whatever rows can be read; `whole` says whether that is all of them. */
  rows(
    sql: string,
    ...values: readonly string[]
  ): { rows: readonly Record<string, unknown>[]; whole: boolean };
  /** Overwrites the file and its journals where they lie, has that on the disk and deletes them. */
  scrub(): void;
  /** Renames it, for somebody who can mend it; answers the new name. */
  setAside(stamp: string): string;
};

/** @throws FolderInUse where an earlier program runs on this very file */
const checkUnused = (file: string): void => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    database.prepare('SELECT name FROM sqlite_schema').all();
  } catch (error) {
    if (error instanceof Error && /locked|busy/.test(error.message))
      throw new FolderInUse(`${file} is in use by another server: only one may run on a data folder.`, {
        cause: error,
      });
  } finally {
    database.close();
  }
};

const openCopy = (file: string): DatabaseSync | null => {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch {
    database.close();
    return null;
  }
};

/** Overwrites what open files hold. They were opened before SQLite was, which deletes a journal without overwriting it. */
const wipe = (held: readonly number[]): void => {
  for (const fd of held) {
    overwrite(fd);
    closeSync(fd);
  }
};

/** Says that all of a file is elsewhere: a half overwritten one is no damage then, and is overwritten to its end. */
const doneWith = (file: string): string => `${file}.taken-over`;

/** Leaves no byte of a file that has been taken over. May be repeated. */
const scrubAll = (file: string): void => {
  const folder = path.dirname(file);
  withFile(doneWith(file), 'a', fsyncSync);
  syncFolder(folder);
  wipe(partsOf(file).map((part) => openSync(part, 'r+')));
  for (const part of PARTS) rmSync(file + part, { force: true });
  syncFolder(folder);
  rmSync(doneWith(file));
  syncFolder(folder);
};

/** Opens it; `null` where there is none. */
export const openOld = (file: string): OldDatabase | null => {
  if (existsSync(doneWith(file))) scrubAll(file);
  if (!existsSync(file)) return null;
  checkUnused(file);
  const folder = `${file}.being-read`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Of a start that was killed here.
  for (const left of readdirSync(folder)) scrub(path.join(folder, left));
  const copy = path.join(folder, 'copy');
  const originals = partsOf(file);
  for (const part of originals) copyFileSync(part, copy + part.slice(file.length));
  const copies = partsOf(copy).map((part) => openSync(part, 'r+'));
  let database = openCopy(copy);
  const dropCopy = (): void => {
    database?.close();
    database = null;
    wipe(copies);
    rmSync(folder, { recursive: true });
  };
  return {
    rows: (sql, ...values) => {
      const rows: Record<string, unknown>[] = [];
      try {
        if (database === null) return { rows, whole: false };
        for (const row of database.prepare(sql).iterate(...values)) rows.push(row);
        return { rows, whole: true };
      } catch {
        return { rows, whole: false };
      }
    },
    scrub: () => {
      dropCopy();
      scrubAll(file);
    },
    setAside: (stamp) => {
      dropCopy();
      for (const part of partsOf(file).filter((one) => one !== file)) setAside(part, stamp);
      return setAside(file, stamp);
    },
  };
};
