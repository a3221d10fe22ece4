// The other side of every limit: a whole house behind one address. The clock stands still, so that nothing fills again.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { enterBodyOf, freshGroup, openBodyOf, send, type Group, type Link } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId, knock } from '../testing/raw-socket.ts';
import { temporary } from '../testing/temporary.ts';

/** Files of the room's page, more than it has. */
const FILES = 20;
const PEOPLE = 40;
const RELOADS = 2;
/** One leader and one co-leader a session, three with links of their own, all others by the open link. */
const linkOf = (group: Group, n: number): Link =>
  [group.leader, group.coLeader, ...group.members][Math.floor(n / 3)] ?? group.open;

it(
  'forty people of three sessions behind one address come in, and back after an outage, at once: none is refused [HT3]',
  {
    timeout: 120_000,
  },
  async () => {
    const folder = temporary();
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
    for (let n = 0; n < FILES; n += 1) writeFileSync(path.join(folder, 'assets', `${n}.js`), '');
    const at = await listening({ clock: manualClock(), limited: true, env: { CLIENT_DIR: folder } });
    const refused: unknown[] = [];
    const noted = (what: string, status: number): void => {
      if (status !== 200 && status !== 201) refused.push([what, status]);
    };
    const groups = [freshGroup(), freshGroup(), freshGroup()];
    for (const group of groups) {
      const { status } = await send(at.url, 'PUT', `/api/sessions/${group.id}`, openBodyOf(group));
      noted('open', status);
    }
    const get = async (place: string) => noted(place, (await fetch(`${at.url}${place}`)).status);
    const post = async (group: Group, what: string, body: object) => {
      const answer = await send(at.url, 'POST', `/api/sessions/${group.id}/${what}`, body);
      noted(what, answer.status);
      return answer.body;
    };
    const load = async (group: Group): Promise<void> => {
      await get(`/s/${group.id}`);
      for (let n = 0; n < FILES; n += 1) await get(`/assets/${n}.js`);
      await get('/api/about');
    };

    const person = async (n: number) => {
      const group = groups[n % 3]!;
      const link = linkOf(group, n);
      await load(group);
      await post(group, 'look', { secret: link.secret });
      const body = enterBodyOf(link, `Person ${n}`);
      const { token } = (await post(group, 'enter', body)) as { token: string };
      const page = { session: group.id, token, page: freshId(), sit: true };
      const socket = await knock(at.url, page);
      if (socket.refusal !== null) refused.push(['socket', socket.refusal]);
      return { group, page, socket };
    };
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => person(n)));

    for (let outage = 0; outage < RELOADS; outage += 1) {
      for (const { socket } of people) socket.ws.terminate();
      await Promise.all(
        people.map(async (one) => {
          await load(one.group);
          // A reloaded page is another page.
          one.socket = await knock(at.url, { ...one.page, page: freshId() });
          if (one.socket.refusal !== null) refused.push(['socket again', one.socket.refusal]);
        }),
      );
    }
    expect(refused).toEqual([]);
    expect(people.every(({ socket }) => !socket.closed)).toBe(true);
    await at.stop();
  },
);
