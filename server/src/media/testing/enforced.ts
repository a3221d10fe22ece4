// A fresh enforcer on a media server in memory for every test of a file, on a clock that tests move.

import type { Instant, LineId, MediaIdentity, SessionId, Space } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, vi } from 'vitest';
import { createEnforcer } from '../enforcer/enforcer.ts';
import type { Enforcer, Grant, Rights } from '../port.ts';
import { createFakeMedia, type FakeMedia } from './fake-media.ts';

export const SESSION = 'session' as SessionId;
export const ROOM = 'm.circle';
export const ALL: Rights = { microphone: true, camera: true };
export const SILENT: Rights = { microphone: false, camera: true };
export const NONE: Rights = { microphone: false, camera: false };

/** A grant of somebody by name. */
export const grant = (who: string, rights: Rights, space: Space = 'circle', media = 'm'): Grant => ({
  line: `line-${who}` as LineId,
  identity: who as MediaIdentity,
  space,
  room: `${media}.${space}`,
  ...rights,
});

/** Makes them before each test and ends them after it; its server seals, as some rules are for such ones. */
export const enforced = () => {
  let media: FakeMedia;
  let enforcer: Enforcer;
  let warned: string[];
  beforeEach(() => {
    vi.useFakeTimers();
    media = createFakeMedia();
    warned = [];
    const log = { info: () => undefined, warn: (_: object, text: string) => void warned.push(text) };
    enforcer = createEnforcer({ media, clock: { now: () => Date.now() as Instant }, log, sealing: true });
  });
  afterEach(async () => {
    await enforcer.stop();
    vi.useRealTimers();
  });
  const desire = (...grants: readonly Grant[]): Promise<void> =>
    enforcer.desire({ session: SESSION, media: 'm', grants });
  /** Desires and lets the time pass that it may take. */
  const settled = async (...grants: readonly Grant[]): Promise<void> => {
    const done = desire(...grants);
    await vi.advanceTimersByTimeAsync(300);
    await done;
  };
  return {
    get media() {
      return media;
    },
    get enforcer() {
      return enforcer;
    },
    /** What was said as a warning, in order. */
    get warned() {
      return warned;
    },
    desire,
    settled,
    rights: (who: string): Rights | null | 'absent' => media.rightsIn(ROOM, who),
    inRoom: async (who: string, given: Rights): Promise<void> => {
      await settled(grant(who, given));
      media.join(ROOM, who);
      enforcer.joined(who as MediaIdentity);
      await vi.advanceTimersByTimeAsync(50);
    },
  };
};
