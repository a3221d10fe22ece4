// Keys in two equal files of slots, outside any journal: a slot is overwritten in place and on the disk before it is answered.

import { fdatasyncSync, fstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { syncFolder, withFile, writeAt } from './disk.ts';
import { freeSlot, readKeyFiles } from './key-files.ts';
import { SLOT, slotBytes, slotOf, type Slot } from './key-slot.ts';
import { hashOfSession, type KeyStore } from './key-store.ts';

/** The keys in the given files, which are made where there are none. A key that only one of them still held is destroyed `now`. */
export const fileKeys = (files: readonly string[], now: Instant): KeyStore => {
  const inodes = new Map(files.map((file) => [file, withFile(file, 'a', (fd) => fstatSync(fd).ino)]));
  for (const file of files) syncFolder(path.dirname(file));
  const merged = readKeyFiles(files, now);
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

  const keep = (slot: Slot): void => {
    const at = held.get(slot.hash)?.at ?? freeSlot(merged);
    write(at, slot);
    held.set(slot.hash, { at, slot });
  };
  const clear = (hash: string): void => {
    const known = held.get(hash);
    if (known === undefined) return;
    write(known.at, null);
    held.delete(hash);
  };
  const slots = (): readonly Slot[] => [...held.values()].map(({ slot }) => slot);

  return {
    find: async (session) => held.get(hashOfSession(session))?.slot.state ?? null,
    put: async (session, state) => keep(slotOf(session, state)),
    clear: async (session) => clear(hashOfSession(session)),
    sessions: async () => slots().flatMap(({ session }) => session ?? []),
    tombstones: async () =>
      slots().flatMap(({ hash, state }) => (state.kind === 'destroyed' ? [{ hash, at: state.at }] : [])),
    date: async (hash, at) =>
      at === null ? clear(hash) : keep({ hash, session: null, state: { kind: 'destroyed', at } }),
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
