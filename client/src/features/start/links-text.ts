import { linkOf } from '../../links/links.ts';
import { type StartKey, t } from '../../text/start-text.ts';
import type { OpenedRoom } from './kept-rooms.ts';
import type { Plan, PlannedLink } from './start-model.ts';

const PLACE = {
  leader: 'made.leader',
  coLeader: 'made.coLeader',
  member: 'made.member',
  supervisor: 'made.supervisor',
  observer: 'made.member',
} as const satisfies Record<PlannedLink['role'], StartKey>;

/** What a link opens. */
export const placeOf = ({ kind, role, people }: PlannedLink): string =>
  t(kind === 'open' ? 'made.open' : people ? 'made.site' : PLACE[role]);

/** Whose it is. */
export const whoOf = ({ kind, name }: PlannedLink): string =>
  name ?? t(kind === 'open' ? 'made.openWho' : 'made.coLeaderWho');

/** The same in the middle of a sentence. */
export const nameOf = ({ kind, name }: PlannedLink): string =>
  name ?? t(kind === 'open' ? 'made.everybody' : 'made.coLeaderName');

/** The link itself, as it is sent. */
export const addressOf = (origin: string, { sessionId, roomSecret }: Plan, { secret }: PlannedLink): string =>
  linkOf(origin, { sessionId, secret, roomSecret });

/** All links of a room, each with whose it is: to be put where one keeps such things. */
export const linksText = (origin: string, { draft, plan }: OpenedRoom): string =>
  [
    ...(draft.group.trim() === '' ? [] : [draft.group.trim()]),
    ...plan.links.map((link) => `${placeOf(link)}: ${whoOf(link)}\n${addressOf(origin, plan, link)}`),
  ].join('\n\n');
