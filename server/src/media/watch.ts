// Keeps the rights of one session true: at once when they change, and by looking again all the time.

import type { Instant, LineId } from '@tele-balint/shared/vocabulary';
import { compare, type Deviation } from './deviations.ts';
import {
  type Desired,
  type Log,
  type Media,
  type MediaReport,
  NOTHING,
  type Rights,
  SPACES,
} from './media.ts';
import { createRhythm } from './rhythm.ts';
import { keyOf, PATIENCE, reportOf, same, type Standing, standingOf, takesAway } from './standing.ts';
import { createWaiters } from './waiters.ts';

/** Milliseconds that rights may be withheld so that withdrawals come first. */
const WITHDRAWALS_FIRST = 100;
/** Milliseconds until a forbidden track that stays costs the participant its place. */
const TRACK_MUST_GO = 2000;

/** Milliseconds for which somebody who joins is looked for. */
const EXPECTED = 5000;

export type Surroundings = {
  readonly media: Media;
  readonly clock: { now(): Instant };
  readonly log: Log;
};

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
export function createWatch({ media, clock, log }: Surroundings, changed: () => void): Watch {
  const standings = new Map<string, Standing>();
  const denied = new Map<string, Set<string>>();
  const awaited = new Set<string>();
  /** Rooms to look into; `true` once read: whoever was there before that is a leftover, not a stranger. */
  const rooms = new Map<string, boolean>();
  const strangers = new Set<string>();
  /** Lines whose program tried to send something under another name. */
  const disguised = new Set<LineId>();
  /** Stays of people who were let in: seen once more after they were put out, they are no strangers. */
  const stays = new Set<string>();
  const waiters = createWaiters(PATIENCE);
  /** Raised by every change: what was read before it is old. */
  let age = 0;
  let name: string | null = null;

  const allowed = ({ wants, identity }: Standing): Rights | null => {
    const no = denied.get(identity);
    if (wants === null || no === undefined) return wants;
    return {
      microphone: wants.microphone && !no.has('microphone'),
      camera: wants.camera && !no.has('camera'),
    };
  };
  const doubt = (standing: Standing): void => {
    if (standing.unsure !== null) return;
    standing.unsure = clock.now();
    setTimeout(changed, PATIENCE + 5).unref();
  };
  const confirm = (standing: Standing, has: Rights): void => {
    if (standing.unsure === null && standing.wants !== null && same(standing.has, has)) return;
    age += 1;
    standing.has = has;
    standing.unsure = null;
    standing.stuck = null;
    if (standing.wants === null) standings.delete(keyOf(standing.room, standing.identity));
    waiters.confirmed(standing);
    changed();
  };

  /** Asks the media server for what this standing must be now. */
  const settle = async (standing: Standing): Promise<void> => {
    const { room, identity, wants } = standing;
    const must = allowed(standing);
    doubt(standing);
    standing.calls += 1;
    try {
      const answer =
        must === null ? await media.remove(room, identity) : await media.apply(room, identity, must);
      const stands = answer === undefined || answer === 'absent' ? NOTHING : answer.rights;
      const lastWord = standing.calls === 1 && standing.wants === wants;
      const done = answer === undefined || answer === 'absent' || same(stands, must);
      if (lastWord && done && stands !== null) confirm(standing, stands);
      else rhythm.soon();
    } catch (error) {
      log.warn({ room, reason: String(error) }, 'the media server did not take a right');
      rhythm.soon();
    } finally {
      standing.calls -= 1;
    }
  };

  const putOut = async (room: string, identity: string): Promise<void> => {
    age += 1;
    await media.remove(room, identity).catch(() => rhythm.soon());
  };

  const correct = async (deviation: Deviation): Promise<void> => {
    if (deviation.type === 'stranger') {
      const { room, who } = deviation;
      const counts = rooms.get(room) === true && !stays.has(who.stay);
      if (counts) strangers.add(who.stay);
      log.warn({ room, counts }, 'put somebody out of a room');
      changed();
      return putOut(room, who.identity);
    }
    const { standing } = deviation;
    if (deviation.type === 'disguise') {
      log.warn({ room: standing.room, source: deviation.source }, 'a track is not what it is called');
      disguised.add(standing.line);
      changed();
      // The honest right stays; a new page load starts clean.
      denied.set(standing.identity, (denied.get(standing.identity) ?? new Set()).add(deviation.source));
      if (deviation.source === 'other') return putOut(standing.room, standing.identity);
    }
    if (deviation.type === 'track') {
      doubt(standing);
      standing.stuck ??= clock.now();
      // A list may be older than the rights; only what stays is a fault.
      if (clock.now() - standing.stuck < TRACK_MUST_GO) return;
      return putOut(standing.room, standing.identity);
    }
    return settle(standing);
  };

  /** Reads all rooms and puts right what is wrong. */
  const look = async (): Promise<void> => {
    const before = age;
    const names = [...rooms.keys()];
    const read = new Map(
      await Promise.all(names.map(async (room) => [room, await media.participants(room)] as const)),
    );
    if (age !== before) return rhythm.soon();
    const { deviations, right, seen } = compare(standings, read, allowed);
    for (const stay of seen.values()) stays.add(stay);
    for (const { standing, has } of right) if (standing.calls === 0) confirm(standing, has);
    for (const [key, standing] of standings) {
      standing.there = seen.has(key);
      if (!seen.has(key) && standing.calls === 0 && read.has(standing.room)) confirm(standing, NOTHING);
    }
    for (const key of seen.keys()) awaited.delete(key);
    const corrections = deviations.map(correct);
    for (const room of names) {
      // Nobody gets into an empty room without `joined`, so it need not be watched.
      if (read.get(room)?.length === 0 && awaited.size === 0) rooms.delete(room);
      else rooms.set(room, true);
    }
    changed();
    await Promise.all(corrections);
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
      // Every command of a session comes here: if each made the look under way old, none would ever count.
      if (!isNew) return;
      age += 1;
      for (const standing of changes) doubt(standing);
      const done = waiters.until(changes);
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
