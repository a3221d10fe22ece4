// What a leader writes before a session is opened, what is wrong with it, and the links that come of it.

import { LONGEST_NAME } from '@tele-balint/shared/longest';
import type { OpenBody } from '@tele-balint/shared/http';
import type { InvitationId, Role } from '@tele-balint/shared/vocabulary';
import { cleanClosing, cleanName, MOST_AT_ONE } from '@tele-balint/shared/session/names';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protectsStory, protocolOf, withStory } from '@tele-balint/shared/protocol/presets';
import type { CourseId, Protocol } from '@tele-balint/shared/protocol/steps';
import { comersIn, peopleIn } from './comers.ts';
import { NO_DATE, startsAtOf, type When, whenFaults, type WhenFault } from './when-model.ts';

export type Draft = {
  readonly leader: string;
  readonly coLeader: string;
  /** Sits in the outer ring and goes to the debrief; nobody where it is empty. */
  readonly supervisor: string;
  readonly group: string;
  /** One name a line; the last line is being written. */
  readonly members: string;
  readonly preset: CourseId;
  /** A course of the leaders' own, in place of that. */
  readonly course: NamedCourse | null;
  readonly protectStory: boolean;
  readonly when: When;
  readonly organiserKey: string;
  /** The leaders' own line for the last page. */
  readonly closing: string;
};

export const EMPTY_DRAFT: Draft = {
  leader: '',
  coLeader: '',
  supervisor: '',
  group: '',
  members: '',
  preset: 'online60',
  course: null,
  protectStory: true,
  when: NO_DATE,
  organiserKey: '',
  closing: '',
};

export const MOST_MEMBERS = 30;

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

/** How many come, as far as they are written down; whoever leads is one of them. */
export const comingIn = ({ coLeader, supervisor, members }: Draft): number =>
  [coLeader, supervisor].filter((name) => cleanName(name) !== '').length + 1 + peopleIn(members);

export type Fault =
  | { readonly field: 'leader' | 'organiserKey'; readonly kind: 'missing' }
  | {
      readonly field: 'leader' | 'coLeader' | 'supervisor' | 'members';
      readonly kind: 'long';
      readonly name: string;
    }
  | { readonly field: 'group'; readonly kind: 'long'; readonly name: string }
  | { readonly field: 'members'; readonly kind: 'many' }
  | { readonly field: 'members'; readonly kind: 'crowd'; readonly name: string }
  | WhenFault;

/** What keeps the form from being sent, in the order of its fields. */
export const faultsOf = (draft: Draft, needsKey: boolean, now: number): readonly Fault[] => {
  const faults: Fault[] = [...whenFaults(draft.when, now)];
  const long = (name: string) => name.trim().length > LONGEST_NAME;
  const comers = comersIn(draft.members);
  if (cleanName(draft.leader) === '') faults.push({ field: 'leader', kind: 'missing' });
  if (long(draft.leader)) faults.push({ field: 'leader', kind: 'long', name: draft.leader });
  if (long(draft.coLeader)) faults.push({ field: 'coLeader', kind: 'long', name: draft.coLeader });
  if (long(draft.supervisor)) faults.push({ field: 'supervisor', kind: 'long', name: draft.supervisor });
  if (long(draft.group)) faults.push({ field: 'group', kind: 'long', name: draft.group });
  const tooLong = comers.flatMap(({ name, people }) => [name, ...people]).find(long);
  const crowd = comers.find(({ people }) => people.length > MOST_AT_ONE);
  if (tooLong !== undefined) faults.push({ field: 'members', kind: 'long', name: tooLong });
  if (crowd !== undefined) faults.push({ field: 'members', kind: 'crowd', name: crowd.name });
  if (comers.length > MOST_MEMBERS) faults.push({ field: 'members', kind: 'many' });
  if (needsKey && draft.organiserKey.trim() === '') faults.push({ field: 'organiserKey', kind: 'missing' });
  return faults;
};

export type PlannedLink = {
  readonly invitation: InvitationId;
  readonly secret: string;
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  readonly name: string | null;
  /** Who comes by it together; absent where it is one person. */
  readonly people?: readonly string[];
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
      ...[cleanName(draft.supervisor)].filter(Boolean).map((name) => link('personal', 'supervisor', name)),
      ...comersIn(draft.members).map(({ name, people }) => ({
        ...link('personal', 'member', cleanName(name)),
        ...(people.length > 0 && { people: people.map(cleanName) }),
      })),
    ],
  };
};

/** What the server gets: hashes, never a secret. */
export const bodyOf = (draft: Draft, plan: Plan, hashes: readonly string[]): OpenBody => {
  const startsAt = startsAtOf(draft.when);
  return {
    protocol: protocolIn(draft),
    group: cleanName(draft.group),
    invitations: plan.links.map(({ invitation, kind, role, name, people }, index) => ({
      invitation,
      hash: hashes[index] ?? '',
      kind,
      role,
      name,
      ...(people && { people: [...people] }),
    })),
    ...(startsAt !== null && { startsAt }),
    ...(cleanClosing(draft.closing) !== '' && { closingLine: cleanClosing(draft.closing) }),
    ...(draft.organiserKey.trim() !== '' && { organiserKey: draft.organiserKey.trim() }),
  };
};
