// How one identity stands in one room: what it must be allowed, and whether the media server confirmed it.

import type { Instant, LineId, Space } from '@tele-balint/shared/vocabulary';
import type { Grant, MediaReport, Publication } from '../port.ts';
import { NOTHING, type Rights } from '../port.ts';
import { spaceOf } from './space-of.ts';

/** Milliseconds until something that is not confirmed is told to leaders. */
export const PATIENCE = 300;

export type Enforcement = {
  readonly line: LineId;
  readonly identity: string;
  readonly room: string;
  /** `null`: must be out of this room. */
  wants: Rights | null;
  /** What it may still send; `null` = not known. */
  has: Rights | null;
  /** Whether it was there when we last looked. */
  there: boolean;
  /** Since when this is not confirmed; `null` = confirmed. */
  unsure: Instant | null;
  /** Calls under way. While there is more than one, no answer is the last word. */
  calls: number;
  /** What the last of them asks for; `null` = it is answered. */
  ask: { readonly must: Rights | null } | null;
  /** When it changed for the last time, counted in changes. */
  changed: number;
  /** Since when a track is there that the rights forbid. */
  stuck: Instant | null;
};

/** Sources that a program has lost for as long as it runs: it sent something else under their name. */
export type Denied = ReadonlyMap<string, ReadonlySet<Publication['source']>>;

export const keyOf = (room: string, identity: string): string => `${room}/${identity}`;

export const same = (a: Rights | null, b: Rights | null): boolean =>
  a?.microphone === b?.microphone && a?.camera === b?.camera;

/** A line that nobody has seen yet: whoever joins has no right to send. After our restart nothing is known. */
export const enforcementOf = (grant: Grant, known: boolean): Enforcement => ({
  line: grant.line,
  identity: grant.identity,
  room: grant.room,
  wants: null,
  has: known ? NOTHING : null,
  there: false,
  unsure: null,
  calls: 0,
  ask: null,
  changed: 0,
  stuck: null,
});

/** What somebody may send after what was denied to their program; `null`: must be out. */
export const allowed = ({ wants, identity }: Enforcement, denied: Denied): Rights | null => {
  const no = denied.get(identity);
  if (wants === null || no === undefined) return wants;
  return { microphone: wants.microphone && !no.has('microphone'), camera: wants.camera && !no.has('camera') };
};

/** Whether the call under way asks for just this: another one would only hang like it. */
export const isAsked = (enforcement: Enforcement, denied: Denied): boolean =>
  enforcement.ask !== null && same(enforcement.ask.must, allowed(enforcement, denied));

/** Whether making it true takes something away. */
export const takesAway = ({ wants, has }: Enforcement): boolean =>
  wants === null || has === null || (has.microphone && !wants.microphone) || (has.camera && !wants.camera);

/** Whether it must not send from this source, and may do so still. */
const maySend = ({ wants, has }: Enforcement, source: keyof Rights): boolean =>
  wants?.[source] !== true && (has === null || has[source]);

/** Lines that are in a room of the media server, and so can hear there. */
const connected = (enforcements: readonly Enforcement[]): MediaReport['connected'] => {
  const inRoom = (space: Space): readonly LineId[] => [
    ...new Set(
      enforcements.filter(({ there, room }) => there && spaceOf(room) === space).map(({ line }) => line),
    ),
  ];
  return { circle: inRoom('circle'), debrief: inRoom('debrief') };
};

/** Lines that cannot yet be told that their rights are what they must be. */
const unconfirmed = (enforcements: Iterable<Enforcement>): MediaReport['unconfirmed'] => [
  ...new Set([...enforcements].filter(({ unsure }) => unsure !== null).map(({ line }) => line)),
];

/** What leaders are told of these, one entry a line. */
function unenforced(enforcements: Iterable<Enforcement>, now: Instant): MediaReport['unenforced'] {
  const lines = new Map<LineId, MediaReport['unenforced'][number]>();
  for (const enforcement of enforcements) {
    const { line, unsure } = enforcement;
    if (unsure === null || now - unsure < PATIENCE) continue;
    const other = lines.get(line);
    const since = other !== undefined && other.since < unsure ? other.since : unsure;
    lines.set(line, {
      line,
      since,
      mayBeHeard: other?.mayBeHeard === true || maySend(enforcement, 'microphone'),
      mayBeSeen: other?.mayBeSeen === true || maySend(enforcement, 'camera'),
    });
  }
  return [...lines.values()];
}

/** What these say about themselves. */
export const reportOf = (
  enforcements: ReadonlyMap<string, Enforcement>,
  now: Instant,
): Pick<MediaReport, 'unconfirmed' | 'unenforced' | 'connected'> => ({
  unconfirmed: unconfirmed(enforcements.values()),
  unenforced: unenforced(enforcements.values(), now),
  connected: connected([...enforcements.values()]),
});
