// A crowd of pages that are all thrown out and come back at once, as after a start of the server or a broken line.

import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBody } from '@tele-balint/shared/http';
import { enter, freshGroup, freshLink, type Group, openBodyOf, send } from './group.ts';
import { freshId, knock, type RawSocket } from './raw-socket.ts';

export type Page = {
  readonly session: string;
  readonly token: string;
  readonly page: string;
  readonly origin: string;
};

/** Two leaders, twelve members, two observers. */
export const FULL_ROOM = 16;
/** Milliseconds after which a page that was not let in comes again, as ours does. */
const AGAIN = 250;

const fullGroup = (): { readonly group: Group; readonly body: OpenBody } => {
  const group = freshGroup();
  const body = openBodyOf(group);
  const more = Array.from({ length: FULL_ROOM - 6 }, freshLink);
  const row = (n: number) =>
    ({ kind: 'personal', role: n === 0 ? 'observer' : 'member', name: null }) as const;
  const invitations = more.map(({ invitation, hash }, n) => ({ invitation, hash, ...row(n) }));
  const full = { ...group, members: [...group.members, ...more] };
  return { group: full, body: { ...body, invitations: [...body.invitations, ...invitations] } as OpenBody };
};

export type Comer = { readonly socket: RawSocket; readonly took: number };

/** One page comes, and again until it is let in. Answers after how many milliseconds it was current. */
export const comes = async (url: string, page: Page): Promise<Comer> => {
  const since = performance.now();
  for (;;) {
    const socket = await knock(url, page).catch(() => null);
    if (socket !== null && socket.views.length > 0) return { socket, took: performance.now() - since };
    socket?.close();
    await pause(AGAIN);
  }
};

/** Fills a room: everybody has a seat and a connection. */
export const fullRoom = async (
  url: string,
  origin: string,
): Promise<readonly { readonly page: Page; readonly socket: RawSocket }[]> => {
  const { group, body } = fullGroup();
  const { status } = await send(url, 'PUT', `/api/sessions/${group.id}`, body);
  if (status !== 201) throw new Error(`opening answered ${status}`);
  const people = [];
  for (const link of [group.leader, group.coLeader, ...group.members, group.observer]) {
    const token = await enter(url, group, link, `Person ${people.length}`);
    const page = { session: group.id, token, page: freshId(), origin };
    people.push({ page, ...(await comes(url, page)) });
  }
  return people;
};
