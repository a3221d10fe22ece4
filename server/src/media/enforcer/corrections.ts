// Puts right what is wrong with one person in a room. Whoever's call hangs waits alone: nobody else waits for its answer.

import type { Instant, LineId } from '@tele-balint/shared/vocabulary';
import type { Deviation } from './deviations.ts';
import { type Log, type Media, NOTHING, type Rights } from '../port.ts';
import { keyOf, PATIENCE, same, type Enforcement } from './enforcement.ts';

/** Milliseconds until a forbidden track that stays costs the participant its place. */
const TRACK_MUST_GO = 2000;

export type Surroundings = {
  readonly media: Media;
  readonly clock: { now(): Instant };
  readonly log: Log;
};

export type Corrections = {
  /** What somebody may send after what was denied to their program; `null`: must be out. */
  allowed(enforcement: Enforcement): Rights | null;
  /** From now on it is not confirmed. */
  doubt(enforcement: Enforcement): void;
  confirm(enforcement: Enforcement, has: Rights): void;
  /** Asks the media server for what this enforcement must be now; never rejects. */
  settle(enforcement: Enforcement): Promise<void>;
  /**
   * Begins to put something right, unless that is under way.
   * @param counts whether it is to be told, where it is a stranger
   */
  correct(deviation: Deviation, counts: boolean): void;
  /** This moment, for `isOld`. */
  now(): number;
  /** Whether what was read from that moment on says nothing about these any more. */
  isOld(from: number, about: Enforcement | 'strangers'): boolean;
  /** Stays that were put out and are told. */
  readonly strangers: ReadonlySet<string>;
  /** Lines whose program sends something under another name. */
  readonly disguised: Set<LineId>;
};

/**
 * @param around.confirmed somebody has what they must have
 * @param around.changed the report may have changed
 * @param around.again somebody's call came to nothing: look again soon
 */
export function createCorrections(
  enforcements: Map<string, Enforcement>,
  around: Surroundings & {
    readonly confirmed: (enforcement: Enforcement) => void;
    readonly changed: () => void;
    readonly again: () => void;
  },
): Corrections {
  const { media, clock, log, changed, again } = around;
  const denied = new Map<string, Set<string>>();
  const strangers = new Set<string>();
  const disguised = new Set<LineId>();
  /** Who is being put out. */
  const leaving = new Set<string>();
  /** Counts changes. */
  let moment = 0;
  /** When somebody was let go for the last time: in an older reading they would be strangers. */
  let letGo = 0;

  const touch = (enforcement: Enforcement): number => (enforcement.changed = moment += 1);
  const allowed = ({ wants, identity }: Enforcement): Rights | null => {
    const no = denied.get(identity);
    if (wants === null || no === undefined) return wants;
    return {
      microphone: wants.microphone && !no.has('microphone'),
      camera: wants.camera && !no.has('camera'),
    };
  };
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

  const settle = async (enforcement: Enforcement): Promise<void> => {
    const { room, identity, wants } = enforcement;
    const ask = { must: allowed(enforcement) };
    doubt(enforcement);
    enforcement.calls += 1;
    enforcement.ask = ask;
    try {
      const answer =
        ask.must === null ? await media.remove(room, identity) : await media.apply(room, identity, ask.must);
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
  };
  /** The same as what is asked for already would only be one more call that hangs. */
  const isAsked = (enforcement: Enforcement): boolean =>
    enforcement.ask !== null && same(enforcement.ask.must, allowed(enforcement));

  const putOut = async (room: string, identity: string, enforcement?: Enforcement): Promise<void> => {
    const key = keyOf(room, identity);
    leaving.add(key);
    await media.remove(room, identity).catch(again);
    leaving.delete(key);
    if (enforcement !== undefined) touch(enforcement);
  };

  const putRight = async (deviation: Exclude<Deviation, { readonly type: 'stranger' }>): Promise<void> => {
    const { enforcement } = deviation;
    const { room, identity } = enforcement;
    if (deviation.type === 'disguise') {
      const no = denied.get(identity) ?? new Set();
      if (!no.has(deviation.source))
        log.warn({ room, source: deviation.source }, 'a track is not what it is called');
      disguised.add(enforcement.line);
      // The honest right stays; a new page load starts clean.
      denied.set(identity, no.add(deviation.source));
      changed();
      if (deviation.source === 'other') return putOut(room, identity, enforcement);
    }
    if (deviation.type === 'track') {
      doubt(enforcement);
      enforcement.stuck ??= clock.now();
      // A list may be older than the rights; only what stays is a fault.
      if (clock.now() - enforcement.stuck < TRACK_MUST_GO) return;
      return putOut(room, identity, enforcement);
    }
    if (!isAsked(enforcement)) await settle(enforcement);
  };

  return {
    allowed,
    doubt,
    confirm,
    settle,
    correct(deviation, counts) {
      if (deviation.type !== 'stranger') {
        const { room, identity } = deviation.enforcement;
        if (!leaving.has(keyOf(room, identity))) void putRight(deviation);
        return;
      }
      const { room, who } = deviation;
      if (leaving.has(keyOf(room, who.identity))) return;
      if (counts) strangers.add(who.stay);
      log.warn({ room, counts }, 'put somebody out of a room');
      changed();
      void putOut(room, who.identity);
    },
    now: () => moment,
    isOld: (from, about) => (about === 'strangers' ? letGo : about.changed) > from,
    strangers,
    disguised,
  };
}
