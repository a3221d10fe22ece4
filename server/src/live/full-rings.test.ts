// Both rings full: everybody comes in, hears of everybody, and reaches everybody.

import { expect, it } from 'vitest';
import type { OpenBody } from '@tele-balint/shared/http';
import { enter, freshGroup, freshLink, openBodyOf, send } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

const INNER = 14;
const OUTER = 12;
const ALL = INNER + OUTER;

it(
  '[DR14] twenty-six come in, each of them sees and hears all, and an envelope goes from any to any',
  { timeout: 60_000 },
  async () => {
    const at = await listening();
    const group = freshGroup();
    const body = openBodyOf(group);
    const more = (role: 'member' | 'observer', count: number) =>
      Array.from({ length: count }, () => ({ link: freshLink(), role }));
    const added = [...more('member', INNER - 5), ...more('observer', OUTER - 1)];
    const rows = added.map(({ link: { invitation, hash }, role }) => ({
      ...{ invitation, hash, role, name: null },
      kind: 'personal',
    }));
    const { status } = await send(at.url, 'PUT', `/api/sessions/${group.id}`, {
      ...body,
      invitations: [...body.invitations, ...rows],
    } as OpenBody);
    expect(status).toBe(201);
    const links = [
      group.leader,
      group.coLeader,
      ...group.members,
      group.observer,
      ...added.map(({ link }) => link),
    ];
    const people: RawSocket[] = [];
    for (const link of links) {
      const token = await enter(at.url, group, link, `Person ${people.length}`);
      people.push(await knock(at.url, { session: group.id, token }));
    }
    expect(people).toHaveLength(ALL);
    const [leader] = people as [RawSocket, ...RawSocket[]];
    await until('everybody everywhere', () => people.every((one) => one.room().ears.length === ALL));
    for (const one of people) {
      const { places } = one.room();
      expect(places.filter(({ sits }) => sits === 'row')).toHaveLength(OUTER);
      expect(places.filter(({ sits }) => sits === 'circle')).toHaveLength(INNER);
    }
    const sealed = (from: RawSocket): string => `from ${from.room().you.line}`;
    for (const from of people)
      for (const to of people)
        if (to !== from)
          from.write(`42${JSON.stringify(['relay', { to: to.room().you.line, sealed: sealed(from) }])}`);
    await until('all envelopes', () => people.every(({ relayed }) => relayed.length === ALL - 1));
    for (const to of people)
      expect(new Set(to.relayed.map((one) => (one as { sealed: string }).sealed))).toEqual(
        new Set(people.filter((from) => from !== to).map(sealed)),
      );
    // Both rings are full: one more waits, and nobody changes rings.
    const late = await enter(at.url, group, group.open, 'Late');
    await until('Late at the door', () => leader.room().leader?.waiting.length === 1);
    expect(
      await leader.command({ type: 'admit', line: leader.room().leader?.waiting[0]?.line, answer: 'letIn' }),
    ).toMatchObject({ refusal: 'too-many' });
    expect(late).not.toBe('');
    expect(leader.room().leader?.rings).toEqual({ out: [], in: [] });
    await at.stop();
  },
);
