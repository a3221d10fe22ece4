import type { Over, Protocol, Step } from '@tele-balint/shared/protocol/steps';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshGroup, freshLink, openBodyOf, send } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';

/** Everything said otherwise than by its kind, under the longest title that there is. */
const LOUD: Over = {
  voice: { leader: 'open', member: 'none', outer: 'floor' },
  camera: { leader: 'none', presenter: 'none', member: 'none', outer: 'none' },
  presenterSeat: 'circle',
  memberClock: 'none',
};
const longest = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `step-with-a-long-id-${String(at).padStart(4, '0')}`,
    kind: 'presentation',
    minutes: 18,
    title: '谁'.repeat(60),
    over: LOUD,
  })) as unknown as readonly Step[];

describe('opening a course of the leaders’ own', () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  const opened = async (change: object) => {
    const group = freshGroup();
    const body = openBodyOf(group);
    const protocol = { ...body.protocol, ...change } as Protocol;
    return (await send(at.url, 'PUT', `/api/sessions/${group.id}`, { ...body, protocol })).status;
  };
  const { steps } = protocolOf('online60', true);
  const withFirst = (change: object) => ({ steps: [{ ...steps[0], ...change }, ...steps.slice(1)] });

  it('[HT10] takes the longest course that there may be, with forty people of long names', async () => {
    const group = freshGroup();
    const body = openBodyOf(group);
    const people = Array.from({ length: 40 }, (_, n) => {
      const { invitation, hash } = freshLink();
      const [kind, role] = n === 0 ? ['leader', 'leader'] : ['personal', 'member'];
      return { invitation, hash, kind, role, name: '谁'.repeat(60) };
    });
    const given = { ...body, protocol: { ...body.protocol, steps: longest(40) }, invitations: people };
    expect((await send(at.url, 'PUT', `/api/sessions/${group.id}`, given)).status).toBe(201);
  });

  it.each([
    ['minutes below nothing', withFirst({ minutes: -5 })],
    ['half a minute', withFirst({ minutes: 0.5 })],
    ['thirteen hours', withFirst({ minutes: 780 })],
    ['an id of somewhere else', withFirst({ id: '../s1' })],
    ['an id that every object has', withFirst({ id: 'constructor' })],
    ['a doubled id', withFirst({ id: 's2' })],
    ['a title that turns around', withFirst({ title: 'a\u202eb' })],
    ['no step', { steps: [] }],
    ['forty-one steps', { steps: longest(41) }],
    ['no way back', { steps: steps.filter(({ kind }) => kind !== 'return') }],
    [
      'a chair back in closing',
      { steps: [...steps.slice(0, -1), { ...steps.at(-1), over: { presenterSeat: 'back' } }] },
    ],
    ['a wait of an hour', { presenterWait: 3_600 }],
    ['a course of nobody', { madeFrom: 'dance' }],
    ['a field more', { minutes: 60 }],
  ])('[PH8] refuses %s without a word about why', async (_what, change) => {
    expect(await opened(change)).toBe(400);
  });

  it('[PH8] refuses a thousand steps before they are read', async () => {
    expect(await opened({ steps: longest(1_000) })).toBe(413);
  });
});
