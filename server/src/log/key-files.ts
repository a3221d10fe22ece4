// What two files of slots say together: each heals the other, and what was destroyed in one is destroyed.

import { fdatasyncSync, readFileSync } from 'node:fs';
import { withFile, writeAt } from './disk.ts';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { holdsKey, readSlot, SLOT, slotBytes, type Slot } from './key-slot.ts';
import { freshAt } from './tombstones.ts';

/** Where a session's slot lies, in both files, and what it holds. */
export type Held = { readonly at: number; readonly slot: Slot };

export type Merged = {
  /** By the hash of the session's id. */
  readonly held: Map<string, Held>;
  /** Slots that are damaged in both files: nobody knows whose they are. */
  readonly damaged: Set<number>;
};

const RANK = { fresh: 0, marked: 1, destroyed: 2 } as const;

/** The bytes of a slot; what a cut has taken counts as zeros. */
const slotAt = (bytes: Buffer, at: number): Buffer => {
  const slot = Buffer.alloc(SLOT);
  slot.set(bytes.subarray(at * SLOT, (at + 1) * SLOT));
  return slot;
};

const countOf = (bytes: Buffer): number => Math.ceil(bytes.length / SLOT);

/** The first slot that nothing lies in. */
export const freeSlot = ({ held, damaged }: Merged): number => {
  const taken = new Set([...damaged, ...[...held.values()].map(({ at }) => at)]);
  let at = 0;
  while (taken.has(at)) at += 1;
  return at;
};

/** Of two that stand for one session: what was destroyed is destroyed, and was not before the later hour. */
const isStronger = ({ state }: Slot, than: Slot): boolean =>
  state.kind === 'destroyed' && than.state.kind === 'destroyed'
    ? state.at > than.state.at
    : RANK[state.kind] > RANK[than.state.kind];

/** Gives every session one slot, its own where it can be. */
const merge = (slots: readonly (readonly [number, Slot | 'damaged' | null])[]): Merged => {
  const merged: Merged = { held: new Map(), damaged: new Set() };
  const { held, damaged } = merged;
  for (const [at, slot] of slots) {
    if (slot === null) continue;
    if (slot === 'damaged') {
      damaged.add(at);
      continue;
    }
    const known = held.get(slot.hash);
    if (known === undefined || isStronger(slot, known.slot)) held.set(slot.hash, { at, slot });
  }
  const owners = new Map<number, string>();
  for (const [hash, { at }] of held) {
    damaged.delete(at);
    if (!owners.has(at)) owners.set(at, hash);
  }
  for (const [hash, { at, slot }] of held)
    if (owners.get(at) !== hash) held.set(hash, { at: freeSlot(merged), slot });
  return merged;
};

/** Makes a file say what both say together. */
const heal = (file: string, before: Buffer, { held, damaged }: Merged, count: number): void => {
  const expected = new Map([...held.values()].map(({ at, slot }) => [at, slotBytes(slot)]));
  const slots = Array.from(
    { length: Math.max(count, ...[...expected.keys()].map((at) => at + 1)) },
    (_, at) => at,
  );
  const wrong = slots
    .filter((at) => !damaged.has(at))
    .map((at) => [at, expected.get(at) ?? slotBytes(null)] as const)
    .filter(([at, bytes]) => !bytes.equals(slotAt(before, at)));
  if (wrong.length === 0) return;
  withFile(file, 'r+', (fd) => {
    for (const [at, bytes] of wrong) writeAt(fd, bytes, at * SLOT);
    fdatasyncSync(fd);
  });
};

/** Dates anew what is destroyed only now: a kill, a fault or a file that was put back had left a copy of its key. */
const dateAnew = ({ held }: Merged, copies: readonly (readonly [number, Buffer])[], now: Instant): void => {
  const withKey = copies
    .filter(([, bytes]) => holdsKey(bytes))
    .map(([at, bytes]) => [at, readSlot(bytes)] as const);
  for (const [hash, { at, slot }] of held)
    if (
      slot.state.kind === 'destroyed' &&
      withKey.some(([place, one]) => (one === 'damaged' ? place === at : one?.hash === hash))
    )
      held.set(hash, { at, slot: { ...slot, state: { kind: 'destroyed', at: freshAt(now) } } });
};

/** Reads both files and has them agree; what is destroyed by that is destroyed `now`. */
export const readKeyFiles = (files: readonly string[], now: Instant): Merged => {
  const contents = files.map((file) => ({ file, bytes: readFileSync(file) }));
  const copies = contents.flatMap(({ bytes }) =>
    Array.from({ length: countOf(bytes) }, (_, at) => [at, slotAt(bytes, at)] as const),
  );
  const merged = merge(copies.map(([at, bytes]) => [at, readSlot(bytes)]));
  dateAnew(merged, copies, now);
  const count = Math.max(...contents.map(({ bytes }) => countOf(bytes)));
  for (const { file, bytes } of contents) heal(file, bytes, merged, count);
  return merged;
};
