// Takes over what must be in the place of what had to be before.

import type { Desired } from '../port.ts';
import { type Denied, allowed, type Enforcement, enforcementOf, keyOf, same } from './enforcement.ts';

export type Held = {
  readonly enforcements: Map<string, Enforcement>;
  readonly denied: Denied;
  /** Rooms to look into; `true` once read. */
  readonly rooms: Map<string, boolean>;
  /** Whether this session's rooms were looked after before; after our start nothing is known. */
  readonly known: boolean;
};

export type Taken = {
  /** Whether anything is other than before. */
  readonly isNew: boolean;
  /** Those whose rights are not yet what they must be. */
  readonly changes: readonly Enforcement[];
};

/** Whoever is not named any more must be out. */
export const take = ({ grants }: Desired, { enforcements, denied, rooms, known }: Held): Taken => {
  const kept = new Set(grants.map(({ room, identity }) => keyOf(room, identity)));
  const touched = [...enforcements].filter(([key, { wants }]) => !kept.has(key) && wants !== null);
  for (const [, enforcement] of touched) enforcement.wants = null;
  const changes = touched.map(([, enforcement]) => enforcement);
  let isNew = !known || touched.length > 0;
  for (const grant of grants) {
    const key = keyOf(grant.room, grant.identity);
    const enforcement = enforcements.get(key) ?? enforcementOf(grant, known);
    const wants = { microphone: grant.microphone, camera: grant.camera };
    if (!rooms.has(grant.room)) rooms.set(grant.room, known);
    enforcements.set(key, enforcement);
    if (same(enforcement.wants, wants)) continue;
    enforcement.wants = wants;
    isNew = true;
    if (enforcement.calls > 0 || !same(enforcement.has, allowed(enforcement, denied)))
      changes.push(enforcement);
  }
  return { isNew, changes };
};
