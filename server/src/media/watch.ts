// Keeps the rights of one session true: at once when they change, and by looking again all the time.

import { createCorrections, type Surroundings } from './corrections.ts';
import { compare, type Deviation } from './deviations.ts';
import { type Desired, type MediaReport, NOTHING, SPACES } from './media.ts';
import { createRhythm } from './rhythm.ts';
import { keyOf, PATIENCE, reportOf, same, type Standing, standingOf, takesAway } from './standing.ts';
import { createWaiters } from './waiters.ts';

/** Milliseconds that rights may be withheld so that withdrawals come first. */
const WITHDRAWALS_FIRST = 100;
/** Milliseconds for which somebody who joins is looked for. */
const EXPECTED = 5000;

export type Watch = {
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
export function createWatch(surroundings: Surroundings, changed: () => void): Watch {
  const { media, clock } = surroundings;
  const standings = new Map<string, Standing>();
  const awaited = new Set<string>();
  /** Rooms to look into; `true` once read: whoever was there before that is a leftover, not a stranger. */
  const rooms = new Map<string, boolean>();
  /** Stays of people who were let in: seen once more after they were put out, they are no strangers. */
  const stays = new Set<string>();
  const waiters = createWaiters<Standing>(PATIENCE);
  let name: string | null = null;
  const corrections = createCorrections(standings, {
    ...surroundings,
    changed,
    confirmed: (standing) => waiters.confirmed(standing),
    again: () => rhythm.soon(),
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
    const isOld = (about: Standing | 'strangers'): boolean => corrections.isOld(from, about);
    const { deviations, right, seen } = compare(standings, read, allowed);
    for (const stay of seen.values()) stays.add(stay);
    for (const { standing, has } of right)
      if (standing.calls === 0 && !isOld(standing)) confirm(standing, has);
    for (const [key, standing] of standings) {
      standing.there = seen.has(key);
      const gone = !seen.has(key) && read.has(standing.room);
      if (gone && standing.calls === 0 && !isOld(standing)) confirm(standing, NOTHING);
    }
    for (const key of seen.keys()) awaited.delete(key);
    const readTo = isOld('strangers') ? [] : names;
    for (const deviation of deviations) {
      if (isOld(deviation.type === 'stranger' ? 'strangers' : deviation.standing)) rhythm.soon();
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
    for (const standing of standings.values()) if (standing.wants?.microphone === true) doubt(standing);
  };
  const rhythm = createRhythm({
    look: () => look().catch(missed),
    restless: () => awaited.size > 0 || [...standings.values()].some(({ unsure }) => unsure !== null),
    idle: () => rooms.size === 0,
  });

  /** Takes over what must be; answers whether that is new, and the standings that have to change. */
  const take = ({ grants }: Desired, known: boolean): { isNew: boolean; changes: Standing[] } => {
    const kept = new Set(grants.map(({ room, identity }) => keyOf(room, identity)));
    const touched = [...standings].filter(([key, { wants }]) => !kept.has(key) && wants !== null);
    for (const [, standing] of touched) standing.wants = null;
    const changes = touched.map(([, standing]) => standing);
    let isNew = !known || touched.length > 0;
    for (const grant of grants) {
      const key = keyOf(grant.room, grant.identity);
      const standing = standings.get(key) ?? standingOf(grant, known);
      const wants = { microphone: grant.microphone, camera: grant.camera };
      if (!rooms.has(grant.room)) rooms.set(grant.room, known);
      standings.set(key, standing);
      if (same(standing.wants, wants) && standing.wants !== null) continue;
      standing.wants = wants;
      isNew = true;
      if (standing.calls > 0 || !same(standing.has, allowed(standing))) changes.push(standing);
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
      for (const standing of changes) doubt(standing);
      const done = waiters.until(changes);
      // After our start one look tells who is there at all; a call for each would be a thousand at once.
      if (!known) {
        rhythm.soon();
        return done;
      }
      const first = changes.filter(takesAway);
      const withdrawals = Promise.all(first.map(settle));
      await Promise.race([withdrawals, waiters.atMost(first.length === 0 ? 0 : WITHDRAWALS_FIRST)]);
      void Promise.all(changes.filter((change) => !first.includes(change)).map(settle));
      await done;
      // Not before: what was read meanwhile would be old, and LiveKit has the withdrawal to do.
      rhythm.soon();
    },
    joined(identity) {
      for (const space of SPACES) {
        const room = `${name ?? ''}.${space}`;
        const standing = standings.get(keyOf(room, identity));
        // A new stay has no rights, a resumed one has kept them: look before believing either.
        if (standing !== undefined) standing.has = null;
        rooms.set(room, rooms.get(room) ?? true);
        awaited.add(keyOf(room, identity));
        setTimeout(() => awaited.delete(keyOf(room, identity)), EXPECTED).unref();
      }
      rhythm.soon();
    },
    stirred: () => rhythm.attend(),
    violation(identity) {
      for (const standing of standings.values())
        if (standing.identity === identity) disguised.add(standing.line);
      changed();
    },
    report: () => ({
      ...reportOf(standings, clock.now()),
      strangers: strangers.size,
      disguised: [...disguised],
    }),
    rooms: () => SPACES.map((space) => `${name ?? ''}.${space}`),
    stop: () => rhythm.stop(),
  };
}
