// Events of an older shape, upcast on reading, never rewritten.

import { madeOver } from '../protocol/older.ts';
import { EVENT_VERSION, sessionEvent, type SessionEvent } from './events.ts';

type Json = Readonly<Record<string, unknown>>;
type Upcast = (event: Json) => Json;

/** Version 1 named steps by their place in the course. */
const stepAt = (index: number): string => `s${index + 1}`;

const linkOf = ({ invitation, hash, kind, role, name }: Json): Json => ({
  invitation,
  hash,
  kind,
  role,
  name,
});

/** Version 1 kept pieces of its state whole; what they said beyond the event, the state says itself. */
const fromFirst: Upcast = (event) => {
  const { type, at } = event;
  switch (type) {
    case 'opened': {
      const invitations = (event['invitations'] as readonly Json[]).map(linkOf);
      return { ...event, protocol: madeOver(event['protocol'] as Json, 1), invitations };
    }
    case 'invitationAdded':
      return { type, at, invitation: linkOf(event['invitation'] as Json) };
    case 'asked': {
      const { line, invitation, name, profession, forSeat } = event['waiting'] as Json;
      return { type, at, line, invitation, people: [{ name, profession }], forSeat };
    }
    case 'seated': {
      const { seat, line, invitation, name, profession, role } = event['seat'] as Json;
      return { type, at, seat, line, invitation, name, profession, role };
    }
    case 'moved':
      return { ...event, step: stepAt(event['step'] as number) };
    case 'voiceSet': {
      const { role, voice } = event;
      return { type, at, part: role === 'observer' ? 'outer' : role, voice };
    }
    default:
      return event;
  }
};

/**
 * Version 2 knew no dates, and began with the first leader who entered; its evenings moved with holds and longer steps.
 * It had a course without what holds for the whole evening, and called what it was made from a preset. It said neither who
 * had pressed a move nor for how long a presenter had been away. It let in one person at each line, and its sessions ended
 * for all at once.
 */
const fromSecond: Upcast = (event) => {
  switch (event['type']) {
    case 'opened': {
      const { preset, ...protocol } = event['protocol'] as Json;
      return {
        ...event,
        startsAt: null,
        closingLine: null,
        protocol: madeOver({ madeFrom: preset, ...protocol }, 2),
      };
    }
    case 'begun':
      return { ...event, endsAt: 'floats' };
    case 'moved':
      return { ...event, by: null };
    case 'asked':
    case 'seated':
      return { ...event, site: '' };
    case 'connected':
      return { ...event, missed: null };
    // A backup was not asked.
    case 'backupNamed':
      return { ...event, agreed: true };
    case 'endAnnounced':
      return { ...event, stays: false };
    default:
      return event;
  }
};

/** `UPCASTS[v]` makes an event of version v + 1 from one of version v. */
const UPCASTS: Readonly<Record<number, Upcast>> = { 1: fromFirst, 2: fromSecond };

/**
 * An event of an older version in the shape of a newer one.
 * @throws Error where it is newer than this program, or an upcast is missing
 */
export const upcast = (event: Json, version: number, to = EVENT_VERSION, upcasts = UPCASTS): Json => {
  if (version > to) throw new Error(`written by a newer program (version ${version})`);
  let now = event;
  for (let v = version; v < to; v += 1) {
    const next = upcasts[v];
    if (next === undefined) throw new Error(`no upcast from version ${v}`);
    now = next(now);
  }
  return now;
};

/**
 * An event as it was kept by a program of this version.
 * @throws Error where it is of a newer version, or no event
 */
export const readEvent = (event: unknown, version: number): SessionEvent =>
  sessionEvent.parse(upcast(event as Json, version));
