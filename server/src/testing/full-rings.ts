// A group whose both rings are full once everybody has come.

import type { OpenBody } from '@tele-balint/shared/http';
import { freshGroup, freshLink, type Group, type Link, openBodyOf } from './group.ts';

export const INNER = 14;
export const OUTER = 12;

/** What opens its session, and a link for each of them: leaders first, then whoever sits in either ring. */
export const fullRings = (): {
  readonly group: Group;
  readonly body: OpenBody;
  readonly links: readonly Link[];
} => {
  const group = freshGroup();
  const body = openBodyOf(group);
  const more = (role: 'member' | 'observer', count: number) =>
    Array.from({ length: count }, () => ({ link: freshLink(), role }));
  const added = [...more('member', INNER - 5), ...more('observer', OUTER - 1)];
  const rows = added.map(({ link: { invitation, hash }, role }) => ({
    ...{ invitation, hash, role, name: null },
    kind: 'personal',
  }));
  const links = [
    group.leader,
    group.coLeader,
    ...group.members,
    group.observer,
    ...added.map(({ link }) => link),
  ];
  return { group, body: { ...body, invitations: [...body.invitations, ...rows] } as OpenBody, links };
};
