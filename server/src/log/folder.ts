// The data folder: who holds it, and the log and the keys in it.

import { lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { setAside } from './disk.ts';
import type { EventLog } from './event-log.ts';
import { adopting, fileLog } from './file-log.ts';
import { fileKeys } from './file-keys.ts';
import { holdFolder } from './folder-lock.ts';
import type { KeyStore } from './key-store.ts';
import { takeOverOld, type Tell } from './old-folder.ts';

/** Closing the rows lets go of the folder. */
export type DataFolder = { readonly rows: EventLog; readonly keys: KeyStore };

type Kind = 'isFile' | 'isDirectory';

/** Whether a name leads to what it should; links are followed, so that an operator may put a part on another disk. */
const leadsTo = (place: string, kind: Kind): boolean => {
  try {
    return statSync(place)[kind]();
  } catch {
    return false;
  }
};

/** What lies where a file or a folder of ours should be is renamed. */
const makeWay = (place: string, kind: Kind, stamp: string, tell: Tell): void => {
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined || leadsTo(place, kind)) return;
  tell(
    `${path.basename(place)} cannot be opened. It is kept as ${setAside(place, stamp)}; the server goes on without it.`,
  );
};

/**
 * Opens the folder, and makes it where there is none.
 * @param tell says what somebody at the terminal must know
 * @throws Error with a sentence, where another server holds it
 */
export const openFolder = async (dir: string, now: Instant, tell: Tell): Promise<DataFolder> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  makeWay(path.join(dir, 'lock'), 'isFile', stamp, tell);
  const release = holdFolder(dir);
  const sessions = path.join(dir, 'sessions');
  const keyFiles = ['keys', 'keys.copy'].map((name) => path.join(dir, name));
  try {
    makeWay(sessions, 'isDirectory', stamp, tell);
    const oldFiles = ['keys.db', 'events.db'].map((name) => path.join(dir, name));
    for (const file of [...keyFiles, ...oldFiles]) makeWay(file, 'isFile', stamp, tell);
    const rows = fileLog(sessions);
    const keys = fileKeys(keyFiles, now);
    await takeOverOld(dir, { keys, now, ...adopting(sessions) }, tell);
    for (const name of readdirSync(dir).filter((one) => one.includes('.set-aside-')))
      tell(`${name} lies in the data folder: it could not be read, and nobody has dealt with it yet.`);
    return { rows: { ...rows, close: async () => release() }, keys };
  } catch (error) {
    release();
    throw error;
  }
};
