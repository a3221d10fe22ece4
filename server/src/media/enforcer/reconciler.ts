// Keeps the rights of one session true: at once when they change, and by looking again all the time.

import { createCorrections, type Surroundings } from './corrections.ts';
import { compare, type Deviation } from './deviations.ts';
import { type Desired, type MediaReport, NOTHING, SPACES } from '../port.ts';
import { createPollLoop } from './poll-loop.ts';
import {
  keyOf,
  PATIENCE,
  reportOf,
  same,
  type Enforcement,
  enforcementOf,
  takesAway,
} from './enforcement.ts';
import { createConfirmations } from './confirmations.ts';

/** Milliseconds that rights may be withheld so that withdrawals come first. */
const WITHDRAWALS_FIRST = 100;
/** Milliseconds for which somebody who joins is looked for. */
const EXPECTED = 5000;

export type Reconciler = {
  /** Resolves when the changes are confirmed, at the latest after 300 ms; never rejects. */
  desire(desired: Desired): Promise<void>;
  joined(identity: string): void;
  /** Somebody here has announced or offered something. */
  stirred(): void;
  /** Somebody was kept from sending something in disguise. */
  violation(identity: string): void;
  report(): MediaReport;
  /** Rooms that may exist. */
  rooms(): readonly string[];
  stop(): void;
};

/** @param changed called whenever the report may have changed */
export function createReconciler(surroundings: Surroundings, changed: () => void): Reconciler {
  const { media, clock } = surroundings;
  const enforcements = new Map<string, Enforcement>();
  const awaited = new Set<string>();
  /** Rooms to look into; `true` once read: whoever was there before that is a leftover, not a stranger. */
  const rooms = new Map<string, boolean>();
  /** Stays of people who were let in: seen once more after they were put out, they are no strangers. */
  const stays = new Set<string>();
  const confirmations = createConfirmations<Enforcement>(PATIENCE);
  let name: string | null = null;
  const corrections = createCorrections(enforcements, {
    ...surroundings,
    changed,
    confirmed: (enforcement) => confirmations.confirmed(enforcement),
    again: () => pollLoop.soon(),
  });
  const { allowed, confirm, doubt, settle, strangers, disguised } = corrections;
  const counts = (deviation: Deviation): boolean =>
    deviation.type === 'stranger' && rooms.get(deviation.room) === true && !stays.has(deviation.who.stay);

  /** Reads all rooms and begins to put right what is wrong. For an answer to that no further look waits. */
  const look = async (): Promise<void> => {
    const from = corrections.now();
    const names = [...rooms.keys()];
    const read = new Map(
      await Promise.all(names.map(async (room) => [room, await media.participants(room)] as const)),
    );
    const isOld = (about: Enforcement | 'strangers'): boolean => corrections.isOld(from, about);
    const { deviations, right, seen } = compare(enforcements, read, allowed);
    for (const stay of seen.values()) stays.add(stay);
    for (const { enforcement, has } of right)
      if (enforcement.calls === 0 && !isOld(enforcement)) confirm(enforcement, has);
    for (const [key, enforcement] of enforcements) {
      enforcement.there = seen.has(key);
      const gone = !seen.has(key) && read.has(enforcement.room);
      if (gone && enforcement.calls === 0 && !isOld(enforcement)) confirm(enforcement, NOTHING);
    }
    for (const key of seen.keys()) awaited.delete(key);
    const readTo = isOld('strangers') ? [] : names;
    for (const deviation of deviations) {
      if (isOld(deviation.type === 'stranger' ? 'strangers' : deviation.enforcement)) pollLoop.soon();
      else corrections.correct(deviation, counts(deviation));
    }
    for (const room of readTo) {
      // Nobody gets into an empty room without `joined`, so it need not be watched.
      if (read.get(room)?.length === 0 && awaited.size === 0) rooms.delete(room);
      else rooms.set(room, true);
    }
    changed();
  };
  /** Nobody knows who can be heard while the media server is away; who must be silent cannot have been raised. */
  const missed = (): void => {
    for (const enforcement of enforcements.values())
      if (enforcement.wants?.microphone === true) doubt(enforcement);
  };
  const pollLoop = createPollLoop({
    look: () => look().catch(missed),
    restless: () => awaited.size > 0 || [...enforcements.values()].some(({ unsure }) => unsure !== null),
    idle: () => rooms.size === 0,
  });

  /** Takes over what must be; answers whether that is new, and the enforcements that have to change. */
  const take = ({ grants }: Desired, known: boolean): { isNew: boolean; changes: Enforcement[] } => {
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
      if (same(enforcement.wants, wants) && enforcement.wants !== null) continue;
      enforcement.wants = wants;
      isNew = true;
      if (enforcement.calls > 0 || !same(enforcement.has, allowed(enforcement))) changes.push(enforcement);
    }
    return { isNew, changes };
  };

  return {
    async desire(desired) {
      const known = name !== null;
      if (!known) for (const space of SPACES) rooms.set(`${desired.media}.${space}`, false);
      name = desired.media;
      const { isNew, changes } = take(desired, known);
      // Every command of a session comes here.
      if (!isNew) return;
      for (const enforcement of changes) doubt(enforcement);
      const done = confirmations.until(changes);
      // After our start one look tells who is there at all; a call for each would be a thousand at once.
      if (!known) {
        pollLoop.soon();
        return done;
      }
      const first = changes.filter(takesAway);
      const withdrawals = Promise.all(first.map(settle));
      await Promise.race([withdrawals, confirmations.atMost(first.length === 0 ? 0 : WITHDRAWALS_FIRST)]);
      void Promise.all(changes.filter((change) => !first.includes(change)).map(settle));
      await done;
      // Not before: what was read meanwhile would be old, and LiveKit has the withdrawal to do.
      pollLoop.soon();
    },
    joined(identity) {
      for (const space of SPACES) {
        const room = `${name ?? ''}.${space}`;
        const enforcement = enforcements.get(keyOf(room, identity));
        // A new stay has no rights, a resumed one has kept them: look before believing either.
        if (enforcement !== undefined) enforcement.has = null;
        rooms.set(room, rooms.get(room) ?? true);
        awaited.add(keyOf(room, identity));
        setTimeout(() => awaited.delete(keyOf(room, identity)), EXPECTED).unref();
      }
      pollLoop.soon();
    },
    stirred: () => pollLoop.attend(),
    violation(identity) {
      for (const enforcement of enforcements.values())
        if (enforcement.identity === identity) disguised.add(enforcement.line);
      changed();
    },
    report: () => ({
      ...reportOf(enforcements, clock.now()),
      strangers: strangers.size,
      disguised: [...disguised],
    }),
    rooms: () => SPACES.map((space) => `${name ?? ''}.${space}`),
    stop: () => pollLoop.stop(),
  };
}
