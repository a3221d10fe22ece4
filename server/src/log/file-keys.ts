// Keys in two equal files of slots, outside any journal: a slot is overwritten in place and on the disk before it is answered.

import { fdatasyncSync, fstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { syncFolder, withFile, writeAt } from './disk.ts';
import { freeSlot, readKeyFiles } from './key-files.ts';
import { SLOT, slotBytes, type Slot } from './key-slot.ts';
import type { KeyStore } from './key-store.ts';

/** The keys in the given files, which are made where there are none. */
export const fileKeys = (files: readonly string[]): KeyStore => {
  const inodes = new Map(files.map((file) => [file, withFile(file, 'a', (fd) => fstatSync(fd).ino)]));
  for (const file of files) syncFolder(path.dirname(file));
  const merged = readKeyFiles(files);
  const { held, damaged } = merged;

  const write = (at: number, slot: Slot | null): void => {
    for (const [file, inode] of inodes)
      withFile(file, 'r+', (fd) => {
        // A key in a file that is gone, or that another one has replaced, would be lost with the next start.
        if (fstatSync(fd).ino !== inode) throw new Error(`${file} is not the one that was there`);
        writeAt(fd, slotBytes(slot), at * SLOT);
        fdatasyncSync(fd);
      });
  };

  return {
    find: async (session) => held.get(session)?.state ?? null,
    put: async (session, state) => {
      const at = held.get(session)?.at ?? freeSlot(merged);
      write(at, { session, state });
      held.set(session, { at, state });
    },
    clear: async (session) => {
      const known = held.get(session);
      if (known === undefined) return;
      write(known.at, null);
      held.delete(session);
    },
    sessions: async () => [...held.keys()],
    damaged: async () => damaged.size,
    dropDamaged: async () => {
      for (const at of damaged) write(at, null);
      damaged.clear();
    },
    ready: async () =>
      [...inodes].every(([file, inode]) => statSync(file, { throwIfNoEntry: false })?.ino === inode),
    close: async () => undefined,
  };
};
