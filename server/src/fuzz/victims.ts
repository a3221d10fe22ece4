// A session that is fuzzed from within: five people whose programs say anything, and a leader who sees what comes of it.

import { commandFrame, relayFrame } from '@tele-balint/shared/wire';
import { enter, openGroup } from '../testing/group.ts';
import { freshId, knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { ORGANISER } from './samples.ts';
import { fateOf } from './wire.ts';

/** All that nobody but leaders may change. */
const lasting = (leader: RawSocket): string => {
  const { course, door, session, presenter, places, leader: seen } = leader.room();
  const seats = places.map(({ seat, name, role, notLeader }) => [seat, name, role, notLeader]);
  return JSON.stringify([course, door, session, presenter, seats, seen?.invitations]);
};

/** Whether it is what a page of ours may send, whatever the rules then say of it. */
export const isWhole = (text: string): boolean => {
  const [, number, json] = /^42(\d*)(\[.*)$/s.exec(text) ?? [];
  try {
    const [event, frame, ...more] = JSON.parse(json ?? '') as unknown[];
    const shape = event === 'command' ? commandFrame : event === 'relay' ? relayFrame : null;
    return number !== '' && more.length === 0 && shape?.safeParse(frame).success === true;
  } catch {
    return false;
  }
};

/** What of it was taken that should not have been. */
export type Outcome = readonly string[];

/** Opens a session and tries these frames in it. */
export const fuzzSession = async (
  url: string,
  origin: string,
  frames: readonly string[],
): Promise<Outcome> => {
  const group = await openGroup(url, undefined, ORGANISER);
  const comes = async (link: (typeof group)['leader'], name: string) => {
    const token = await enter(url, group, link, name);
    const page = freshId();
    return () => knock(url, { session: group.id, token, page, sit: true, origin });
  };
  const leader = await (await comes(group.leader, 'Anna'))();
  const names = ['Bo', 'Ben', 'Cleo', 'Dan', 'Eve'];
  const links = [group.coLeader, ...group.members, group.observer];
  // The second one stands for leaders' commands: those of them that are whole are left out for them.
  const ways = await Promise.all(links.map((link, at) => comes(link, names[at] ?? '')));
  const first = await Promise.all(ways.map((way) => way()));
  await until('all places', () => leader.room().places.length === 6, 60_000);
  const before = lasting(leader);
  const taken: string[] = [];
  const one = async (at: number): Promise<void> => {
    let socket = first[at];
    const way = ways[at];
    for (const text of frames.filter((_, index) => index % ways.length === at)) {
      const whole = isWhole(text);
      if (whole && (at === 0 || text.includes('"leave"'))) continue;
      if (socket === undefined || socket.closed) socket = await way?.();
      if (socket === undefined || socket.refusal !== null)
        throw new Error(`not let in again: ${socket?.refusal}`);
      const { answers, ended } = await fateOf(
        socket.ws,
        text,
        JSON.stringify({ to: [freshId()], sealed: 'x' }),
      );
      if (!whole && answers.some((answer) => answer.includes('"ok":true'))) taken.push(text);
      if (!whole && !ended && !isQuiet(text)) taken.push(`not ended: ${text}`);
    }
    socket?.close();
  };
  await Promise.all(ways.map((_, at) => one(at)));
  if ((await leader.command({ type: 'next', turn: 999 })).ok) taken.push('a turn that is not there');
  if (lasting(leader) !== before) taken.push(`the session is another: ${before} ${lasting(leader)}`);
  leader.close();
  return taken;
};

/** What the carrier below lets go by without reading it: its own packets of other kinds, a pong, a goodbye. */
const isQuiet = (text: string): boolean => /^([01356]|41)/.test(text) || text === '';
