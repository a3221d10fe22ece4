// Keeps the rights of one session true: at once when they change, and by looking again all the time.

import { createCalls, type Surroundings } from './calls.ts';
import { type LineId, SPACES } from '@tele-balint/shared/vocabulary';
import { type Desired, type MediaReport, NOTHING, type Publication } from '../port.ts';
import { createPollLoop } from './poll-loop.ts';
import { type Enforcement, isAsked, keyOf, PATIENCE, reportOf, takesAway, same } from './enforcement.ts';
import { createConfirmations } from './confirmations.ts';
import { type Action, reconcile } from './reconcile.ts';
import { createStrangers } from './strangers.ts';
import { take } from './take.ts';

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
  report(): Omit<MediaReport, 'sealed'>;
  /** Rooms that may exist. */
  rooms(): readonly string[];
  stop(): void;
};

/** @param changed called whenever the report may have changed */
export function createReconciler(surroundings: Surroundings, changed: () => void): Reconciler {
  const { media, clock, log } = surroundings;
  const enforcements = new Map<string, Enforcement>();
  const denied = new Map<string, Set<Publication['source']>>();
  const awaited = new Set<string>();
  const rooms = new Map<string, boolean>();
  const stays = new Set<string>();
  /** Stays that were put out and are told. */
  const strangers = createStrangers();
  /** Lines whose program sends something under another name. */
  const disguised = new Set<LineId>();
  const confirmations = createConfirmations<Enforcement>(PATIENCE);
  let name: string | null = null;
  const calls = createCalls(enforcements, denied, {
    ...surroundings,
    changed,
    confirmed: (enforcement) => confirmations.confirmed(enforcement),
    again: () => pollLoop.soon(),
  });
  const { leaving } = calls;

  const deny = ({ identity, room, line }: Enforcement, source: Publication['source']): void => {
    const no = denied.get(identity) ?? new Set();
    if (!no.has(source)) log.warn({ room, source }, 'a track is not what it is called');
    disguised.add(line);
    // A new page load starts clean.
    denied.set(identity, no.add(source));
    changed();
  };
  const perform = (action: Action): void => {
    switch (action.type) {
      case 'see': {
        const { enforcement, stay } = action;
        enforcement.there = stay !== null;
        if (stay === null) return;
        stays.add(stay);
        awaited.delete(keyOf(enforcement.room, enforcement.identity));
        return;
      }
      case 'confirm':
        return calls.confirm(action.enforcement, action.has);
      case 'stuck':
        calls.doubt(action.enforcement);
        action.enforcement.stuck ??= clock.now();
        return;
      case 'deny':
        return deny(action.enforcement, action.source);
      case 'settle':
        if (!isAsked(action.enforcement, denied)) void calls.settle(action.enforcement);
        return;
      case 'putOut': {
        const { room, identity } = action.enforcement;
        return void calls.putOut(room, identity, action.enforcement);
      }
      case 'stranger': {
        const { room, who, counts } = action;
        if (counts) strangers.add(room, who.stay, clock.now());
        log.warn({ room, counts }, 'put somebody out of a room');
        changed();
        return void calls.putOut(room, who.identity);
      }
      case 'read':
        // Nobody gets into an empty room without `joined`, so it need not be watched.
        if (action.empty) rooms.delete(action.room);
        else rooms.set(action.room, true);
        return;
      case 'again':
        return pollLoop.soon();
    }
  };

  /** Reads all rooms and begins to put right what is wrong. For an answer to that no further look waits. */
  const look = async (): Promise<void> => {
    const from = calls.now();
    const names = [...rooms.keys()];
    const read = new Map(
      await Promise.all(names.map(async (room) => [room, await media.participants(room)] as const)),
    );
    const desires = { enforcements, denied, rooms, stays, leaving, awaited, letGo: calls.letGo() };
    for (const action of reconcile(desires, { from, rooms: read }, clock.now())) perform(action);
    changed();
  };
  /** Nobody knows who can be heard while the media server is away; who must be silent cannot have been raised. */
  const missed = (): void => {
    for (const enforcement of enforcements.values())
      if (enforcement.wants?.microphone === true) calls.doubt(enforcement);
  };
  const pollLoop = createPollLoop({
    look: () => look().catch(missed),
    restless: () => awaited.size > 0 || [...enforcements.values()].some(({ unsure }) => unsure !== null),
    idle: () => rooms.size === 0,
  });

  /** Known not to be there, nor on the way, and nothing was given: there is nobody to ask the media server about. */
  const isAbsent = ({ room, identity, there, has, calls: open }: Enforcement): boolean =>
    !there &&
    open === 0 &&
    same(has, NOTHING) &&
    rooms.get(room) === true &&
    !awaited.has(keyOf(room, identity));

  return {
    async desire(desired) {
      const known = name !== null;
      if (!known) for (const space of SPACES) rooms.set(`${desired.media}.${space}`, false);
      name = desired.media;
      const taken = take(desired, { enforcements, denied, rooms, known });
      // Every command of a session comes here.
      if (!taken.isNew) return;
      const absent = taken.changes.filter(isAbsent);
      for (const enforcement of absent) calls.confirm(enforcement, NOTHING);
      const changes = taken.changes.filter((one) => !absent.includes(one));
      for (const enforcement of changes) calls.doubt(enforcement);
      const done = confirmations.until(changes);
      // After our start one look tells who is there at all; a call for each would be a thousand at once.
      if (!known) {
        pollLoop.soon();
        return done;
      }
      // Where nobody was to be asked, a room that somebody is in is looked into as ever, and an empty one when they join.
      if (changes.length === 0) return;
      const first = changes.filter(takesAway);
      const withdrawals = Promise.all(first.map(calls.settle));
      await Promise.race([withdrawals, confirmations.atMost(first.length === 0 ? 0 : WITHDRAWALS_FIRST)]);
      void Promise.all(changes.filter((change) => !first.includes(change)).map(calls.settle));
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
      strangers: strangers.report(),
      disguised: [...disguised],
    }),
    rooms: () => SPACES.map((space) => `${name ?? ''}.${space}`),
    stop: () => pollLoop.stop(),
  };
}
