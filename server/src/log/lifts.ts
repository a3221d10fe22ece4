// Events of an older shape, lifted on reading, never rewritten.

import { EVENT_VERSION, type SessionEvent } from '@tele-balint/shared/session/events';

/** `LIFTS[v]` makes an event of version v + 1 from one of version v. Empty while there is one version only. */
const LIFTS: Readonly<Record<number, (event: unknown) => unknown>> = {};

/**
 * The event in today's shape.
 * @throws Error where it is newer than this program, or a lift is missing
 */
export const lift = (event: unknown, version: number, to = EVENT_VERSION, lifts = LIFTS): SessionEvent => {
  if (version > to) throw new Error(`written by a newer program (version ${version})`);
  let lifted = event;
  for (let v = version; v < to; v += 1) {
    const next = lifts[v];
    if (next === undefined) throw new Error(`no lift from version ${v}`);
    lifted = next(lifted);
  }
  return lifted as SessionEvent;
};
