// What a leader writes before a session is opened, what is wrong with it, and the links that come of it.

import type { OpenBody } from '@tele-balint/shared/http';
import type { InvitationId, Role } from '@tele-balint/shared/vocabulary';
import { cleanName } from '@tele-balint/shared/session/names';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import {
  PRESETS,
  minutesOf,
  protectsStory,
  protocolOf,
  withStory,
} from '@tele-balint/shared/protocol/presets';
import type { CourseId, Protocol, Step } from '@tele-balint/shared/protocol/steps';

/** The courses that this page offers. */
const FORM_IDS = ['case45', 'online60', 'double90', 'long105'] as const satisfies readonly CourseId[];
export type FormId = (typeof FORM_IDS)[number];

export type Draft = {
  readonly leader: string;
  readonly coLeader: string;
  readonly group: string;
  /** One name a line. */
  readonly members: string;
  readonly preset: FormId;
  /** A course of the leaders' own, in place of that. */
  readonly course: NamedCourse | null;
  readonly protectStory: boolean;
  readonly organiserKey: string;
};

export const EMPTY_DRAFT: Draft = {
  leader: '',
  coLeader: '',
  group: '',
  members: '',
  preset: 'online60',
  course: null,
  protectStory: true,
  organiserKey: '',
};

const LONGEST_NAME = 60;
export const MOST_MEMBERS = 30;

export type FormRow = {
  readonly id: FormId;
  readonly minutes: number;
  readonly steps: readonly Step[];
};

/** The minutes of the steps in a line, "5 + 10 · 5 · 30 · 5 · 5": arriving, then the rest. */
export const shortOf = ([arriving, ...rest]: readonly Step[]): string => {
  const before = typeof arriving?.minutes === 'number' ? `${arriving.minutes} + ` : '';
  return before + rest.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])).join(' · ');
};

export const FORM_ROWS: readonly FormRow[] = FORM_IDS.map((id) => ({
  id,
  minutes: minutesOf(PRESETS[id]),
  steps: PRESETS[id],
}));

/** The course that the session would be opened with. The tick changes one of the leaders' own only where it says otherwise. */
export const protocolIn = ({
  preset,
  course,
  protectStory,
}: Pick<Draft, 'preset' | 'course' | 'protectStory'>): Protocol => {
  if (course === null) return protocolOf(preset, protectStory);
  const { steps } = course.protocol;
  if (protectsStory(steps) === protectStory) return course.protocol;
  return { ...course.protocol, steps: withStory(steps, protectStory) };
};

/** The names in the members' field: no empty lines. */
export const namesIn = (members: string): readonly string[] =>
  members
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => cleanName(line) !== '');

export type Fault =
  | { readonly field: 'leader' | 'organiserKey'; readonly kind: 'missing' }
  | { readonly field: 'leader' | 'coLeader' | 'members'; readonly kind: 'long'; readonly name: string }
  | { readonly field: 'group'; readonly kind: 'long'; readonly name: string }
  | { readonly field: 'members'; readonly kind: 'many' };

/** What keeps the form from being sent, in the order of its fields. */
export const faultsOf = (draft: Draft, needsKey: boolean): readonly Fault[] => {
  const faults: Fault[] = [];
  const long = (name: string) => name.trim().length > LONGEST_NAME;
  const names = namesIn(draft.members);
  if (cleanName(draft.leader) === '') faults.push({ field: 'leader', kind: 'missing' });
  if (long(draft.leader)) faults.push({ field: 'leader', kind: 'long', name: draft.leader });
  if (long(draft.coLeader)) faults.push({ field: 'coLeader', kind: 'long', name: draft.coLeader });
  if (long(draft.group)) faults.push({ field: 'group', kind: 'long', name: draft.group });
  const tooLong = names.find(long);
  if (tooLong !== undefined) faults.push({ field: 'members', kind: 'long', name: tooLong });
  if (names.length > MOST_MEMBERS) faults.push({ field: 'members', kind: 'many' });
  if (needsKey && draft.organiserKey.trim() === '') faults.push({ field: 'organiserKey', kind: 'missing' });
  return faults;
};

export type PlannedLink = {
  readonly invitation: InvitationId;
  readonly secret: string;
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  readonly name: string | null;
};
export type Plan = {
  readonly sessionId: string;
  readonly roomSecret: string;
  readonly links: readonly PlannedLink[];
};
type Fresh = { readonly id: () => string; readonly secret: () => string };

/** Everything secret that a draft needs. Made once, so that asking again is the same question. */
export const planOf = (draft: Draft, fresh: Fresh): Plan => {
  const link = (kind: PlannedLink['kind'], role: Role, name: string | null): PlannedLink => ({
    invitation: fresh.id() as InvitationId,
    secret: fresh.secret(),
    kind,
    role,
    name,
  });
  return {
    sessionId: fresh.id(),
    roomSecret: fresh.secret(),
    links: [
      link('leader', 'leader', cleanName(draft.leader)),
      link('leader', 'coLeader', cleanName(draft.coLeader) || null),
      link('open', 'member', null),
      ...namesIn(draft.members).map((name) => link('personal', 'member', cleanName(name))),
    ],
  };
};

/** What the server gets: hashes, never a secret. */
export const bodyOf = (draft: Draft, plan: Plan, hashes: readonly string[]): OpenBody => ({
  protocol: protocolIn(draft),
  group: cleanName(draft.group),
  invitations: plan.links.map(({ invitation, kind, role, name }, index) => ({
    invitation,
    hash: hashes[index] ?? '',
    kind,
    role,
    name,
  })),
  ...(draft.organiserKey.trim() !== '' && { organiserKey: draft.organiserKey.trim() }),
});
