// Both rings full: everybody comes in, hears of everybody, and reaches everybody.

import { expect, it } from 'vitest';
import { fullRings, INNER, OUTER } from '../testing/full-rings.ts';
import { enter, send } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

const ALL = INNER + OUTER;

it(
  '[DR14] twenty-six come in, each of them sees and hears all, and an envelope goes from any to any',
  { timeout: 60_000 },
  async () => {
    const at = await listening();
    const { group, body, links } = fullRings();
    const { status } = await send(at.url, 'PUT', `/api/sessions/${group.id}`, body);
    expect(status).toBe(201);
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
    const lineOf = (one: RawSocket) => one.room().you.line;
    for (const from of people) {
      const to = people.filter((one) => one !== from).map(lineOf);
      expect(await from.relay(to, `from ${lineOf(from)}`)).toEqual({ got: to });
    }
    await until('all envelopes', () => people.every(({ relayed }) => relayed.length === ALL - 1));
    for (const to of people)
      expect(to.relayed).toEqual(
        people
          .filter((from) => from !== to)
          .map((from) => ({ from: lineOf(from), sealed: `from ${lineOf(from)}` })),
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
