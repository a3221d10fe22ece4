// One key on the disk: a block of its own that is overwritten where it lies.

import { createHash } from 'node:crypto';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import { hashOfSession, KEY_BYTES, type KeyState } from './key-store.ts';

/** Bytes of a slot: a block of the usual file systems, so that writing one touches no other. */
export const SLOT = 4_096;

const MAGIC = Buffer.from('TBK1');
/** `forgotten` is what an earlier program wrote, with the session's id in the clear. */
const KINDS = ['fresh', 'marked', 'forgotten', 'destroyed'] as const;
const AT = { kind: 4, length: 5, session: 6, key: 70, instant: 102, check: 110 } as const;
const SESSION_BYTES = AT.key - AT.session;
const CHECK_BYTES = 32;

/** Whose key it is stands there as long as the key does; after that only the hash by which it was found. */
export type Slot = {
  readonly hash: string;
  readonly session: SessionId | null;
  readonly state: KeyState;
};

/** The slot of a session in a state. */
export const slotOf = (session: SessionId, state: KeyState): Slot => ({
  hash: hashOfSession(session),
  session: state.kind === 'destroyed' ? null : session,
  state,
});

const checkOf = (copy: Buffer): Buffer => createHash('sha256').update(copy.subarray(0, AT.check)).digest();

const instantOf = (state: KeyState): number =>
  state.kind === 'destroyed' ? state.at : state.kind === 'marked' ? (state.missedSince ?? 0) : 0;

/** The bytes of a slot; without one, the bytes of a free slot. */
export const slotBytes = (slot: Slot | null): Buffer => {
  const bytes = Buffer.alloc(SLOT);
  if (slot === null) return bytes;
  const { hash, session, state } = slot;
  const name = Buffer.from(session ?? hash);
  if (name.length > SESSION_BYTES) throw new Error('a session id is too long for a key slot');
  const copy = bytes.subarray(0, AT.check + CHECK_BYTES);
  MAGIC.copy(copy);
  copy[AT.kind] = KINDS.indexOf(state.kind);
  copy[AT.length] = name.length;
  name.copy(copy, AT.session);
  if (state.kind !== 'destroyed') copy.set(state.key, AT.key);
  copy.writeDoubleBE(instantOf(state), AT.instant);
  checkOf(copy).copy(copy, AT.check);
  return bytes;
};

/** Whether key bytes stand in a slot, a damaged one too. */
export const holdsKey = (copy: Buffer): boolean =>
  copy.subarray(AT.key, AT.key + KEY_BYTES).some((byte) => byte !== 0);

/** What a slot holds; `null` = free. */
export const readSlot = (copy: Buffer): Slot | 'damaged' | null => {
  if (copy.every((byte) => byte === 0)) return null;
  const check = copy.subarray(AT.check, AT.check + CHECK_BYTES);
  if (!check.equals(checkOf(copy)) || !copy.subarray(0, MAGIC.length).equals(MAGIC)) return 'damaged';
  const name = copy.toString('utf8', AT.session, AT.session + (copy[AT.length] ?? 0));
  const key = new Uint8Array(copy.subarray(AT.key, AT.key + KEY_BYTES));
  const instant = copy.readDoubleBE(AT.instant) as Instant;
  const kind = KINDS[copy[AT.kind] ?? KINDS.length];
  if (kind === undefined) return 'damaged';
  const session = name as SessionId;
  if (kind === 'destroyed') return { hash: name, session: null, state: { kind, at: instant } };
  if (kind === 'forgotten') return slotOf(session, { kind: 'destroyed', at: instant });
  if (kind === 'fresh') return slotOf(session, { kind, key });
  return slotOf(session, { kind, key, missedSince: instant === 0 ? null : instant });
};
