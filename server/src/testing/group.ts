// A group at the door of a listening server: a session with its links, and people who come in by them.

import { createHash } from 'node:crypto';
import type { OpenBody } from '@tele-balint/shared/http';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import type { CourseId } from '@tele-balint/shared/protocol/steps';
import { freshId, knock, type RawSocket } from './raw-socket.ts';

export type Link = { readonly invitation: string; readonly secret: string; readonly hash: string };

export const freshLink = (): Link => {
  const secret = freshId();
  return { invitation: freshId(), secret, hash: createHash('sha256').update(secret).digest('base64url') };
};

export type Group = {
  readonly id: string;
  readonly leader: Link;
  readonly coLeader: Link;
  readonly members: readonly Link[];
  readonly observer: Link;
  readonly open: Link;
};

/** Fresh links for two leaders, three members, an observer and an open door. */
export const freshGroup = (): Group => ({
  id: freshId(),
  leader: freshLink(),
  coLeader: freshLink(),
  members: [freshLink(), freshLink(), freshLink()],
  observer: freshLink(),
  open: freshLink(),
});

export const openBodyOf = (group: Group, preset: CourseId = 'online60'): OpenBody => {
  const row = (
    link: Link,
    kind: 'leader' | 'personal' | 'open',
    role: 'leader' | 'coLeader' | 'member' | 'observer',
  ) => ({
    invitation: link.invitation,
    hash: link.hash,
    kind,
    role,
    name: null,
  });
  return {
    protocol: { ...protocolOf(preset, true), outerRing: true },
    group: 'Thursday group',
    invitations: [
      row(group.leader, 'leader', 'leader'),
      row(group.coLeader, 'leader', 'coLeader'),
      ...group.members.map((link) => row(link, 'personal', 'member')),
      row(group.observer, 'personal', 'observer'),
      row(group.open, 'open', 'member'),
    ],
  } as OpenBody;
};

/** Any request with a JSON body. */
export const send = async (
  url: string,
  method: string,
  path: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

/** Opens the group's session. */
export const openGroup = async (url: string, preset?: CourseId, organiserKey?: string): Promise<Group> => {
  const group = freshGroup();
  const body = { ...openBodyOf(group, preset), ...(organiserKey === undefined ? {} : { organiserKey }) };
  const { status } = await send(url, 'PUT', `/api/sessions/${group.id}`, body);
  if (status !== 201) throw new Error(`opening answered ${status}`);
  return group;
};

export const enterBodyOf = (link: Partial<Link> & Pick<Link, 'secret'>, name: string, takeOver = false) => ({
  id: freshId(),
  secret: link.secret,
  name,
  profession: 'GP',
  rulesAccepted: true,
  takeOver,
});

/** "Ask to come in": the token of the line. */
export const enter = async (
  url: string,
  group: Pick<Group, 'id'>,
  link: Pick<Link, 'secret'>,
  name: string,
): Promise<string> => {
  const { status, body } = await send(
    url,
    'POST',
    `/api/sessions/${group.id}/enter`,
    enterBodyOf(link, name),
  );
  if (status !== 200) throw new Error(`entering answered ${status} ${JSON.stringify(body)}`);
  return (body as { token: string }).token;
};

/** Comes in by a link and opens the socket. */
export const comeIn = async (
  url: string,
  group: Group,
  link: Link,
  name: string,
  origin = url,
): Promise<RawSocket> =>
  knock(url, { session: group.id, token: await enter(url, group, link, name), origin });
