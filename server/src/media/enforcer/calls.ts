// Asks the media server for what must be. Whoever's call hangs waits alone: nobody else waits for its answer.

import type { Instant } from '@tele-balint/shared/vocabulary';
import { type Log, type Media, NOTHING, type Rights } from '../port.ts';
import { type Denied, allowed, keyOf, PATIENCE, same, type Enforcement } from './enforcement.ts';

export type Surroundings = {
  readonly media: Media;
  readonly clock: { now(): Instant };
  readonly log: Log;
};

export type Calls = {
  /** From now on it is not confirmed. */
  doubt(enforcement: Enforcement): void;
  confirm(enforcement: Enforcement, has: Rights): void;
  /** Asks the media server for what this enforcement must be now; never rejects. */
  settle(enforcement: Enforcement): Promise<void>;
  /** @param enforcement of somebody who has a place, and is put out for what they send; never rejects */
  putOut(room: string, identity: string, enforcement?: Enforcement): Promise<void>;
  /** This moment, counted in changes. */
  now(): number;
  /** When somebody was let go for the last time. */
  letGo(): number;
  /** Who is being put out. */
  readonly leaving: ReadonlySet<string>;
};

/**
 * @param around.confirmed somebody has what they must have
 * @param around.changed the report may have changed
 * @param around.again somebody's call came to nothing: look again soon
 */
export function createCalls(
  enforcements: Map<string, Enforcement>,
  denied: Denied,
  around: Surroundings & {
    readonly confirmed: (enforcement: Enforcement) => void;
    readonly changed: () => void;
    readonly again: () => void;
  },
): Calls {
  const { media, clock, log, changed, again } = around;
  const leaving = new Set<string>();
  let moment = 0;
  let letGo = 0;

  const touch = (enforcement: Enforcement): number => (enforcement.changed = moment += 1);
  const doubt = (enforcement: Enforcement): void => {
    touch(enforcement);
    if (enforcement.unsure !== null) return;
    enforcement.unsure = clock.now();
    setTimeout(changed, PATIENCE + 5).unref();
  };
  const confirm = (enforcement: Enforcement, has: Rights): void => {
    if (enforcement.unsure === null && enforcement.wants !== null && same(enforcement.has, has)) return;
    const at = touch(enforcement);
    enforcement.has = has;
    enforcement.unsure = null;
    enforcement.stuck = null;
    if (enforcement.wants === null) {
      enforcements.delete(keyOf(enforcement.room, enforcement.identity));
      letGo = at;
    }
    around.confirmed(enforcement);
    changed();
  };

  return {
    doubt,
    confirm,
    async settle(enforcement) {
      const { room, identity, wants } = enforcement;
      const ask = { must: allowed(enforcement, denied) };
      doubt(enforcement);
      enforcement.calls += 1;
      enforcement.ask = ask;
      try {
        const answer =
          ask.must === null
            ? await media.remove(room, identity)
            : await media.apply(room, identity, ask.must);
        const stands = answer === undefined || answer === 'absent' ? NOTHING : answer.rights;
        const lastWord = enforcement.calls === 1 && enforcement.wants === wants;
        const done = answer === undefined || answer === 'absent' || same(stands, ask.must);
        if (lastWord && done && stands !== null) confirm(enforcement, stands);
        else again();
      } catch (error) {
        log.warn({ room, reason: String(error) }, 'the media server did not take a right');
        again();
      } finally {
        enforcement.calls -= 1;
        if (enforcement.ask === ask) enforcement.ask = null;
      }
    },
    async putOut(room, identity, enforcement) {
      const key = keyOf(room, identity);
      leaving.add(key);
      await media.remove(room, identity).catch(again);
      leaving.delete(key);
      if (enforcement !== undefined) touch(enforcement);
    },
    now: () => moment,
    letGo: () => letGo,
    leaving,
  };
}
