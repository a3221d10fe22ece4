// Proof: the leaders' debrief and the members' circle hear nothing of each other, whatever a program asks for.

import { setTimeout as pause } from 'node:timers/promises';
import type { RoomView } from '@tele-balint/shared/view/view';
import { dispose } from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ears, listen } from './ears.ts';
import { begin, must, openSession, type Person } from './people.ts';
import { claimsOf, type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds for which silence is measured, both ways. */
const WINDOW = 10_000;
/** Milliseconds from the announcement to the end, with time to spare. */
const ENDED_WITHIN = 75_000;
/** Milliseconds within which everybody is heard anew in their own space. */
const HEARD_WITHIN = 15_000;

type Name = 'Ada' | 'Bo' | 'Cleo' | 'Dan';

afterAll(dispose);

const inTwoSpaces = (SEALING: string): void => {
  let stack: Stack;
  const people = new Map<Name, Person>();
  /** Their first tokens: all for the circle, where the evening was. */
  const tokens = new Map<Name, string>();
  const clients: (Rude | Ears)[] = [];
  let ears: Readonly<Record<'Bo' | 'Dan', Ears>>;

  const person = (name: Name): Person => people.get(name) ?? expect.fail(`${name} is not there`);
  const identityOf = (name: Name): string => person(name).room().you.media?.identity ?? '';
  const speaks = async (name: Name): Promise<Rude> => {
    const client = await rudeClient(await person(name).media());
    clients.push(client);
    await until(`${name}: the right to speak`, () => client.granted());
    await client.publish();
    return client;
  };
  const listens = async (name: Name, token?: string): Promise<Ears> => {
    const media = await person(name).media();
    const ear = await listen(token === undefined ? media : { ...media, token });
    clients.push(ear);
    return ear;
  };
  const spaceOf = ({ room }: Ears): string => room.name?.split('.').at(-1) ?? '';

  beforeAll(async () => {
    stack = await startStack({ SEALING });
    const session = await openSession(stack.url, {
      Ada: 'leader',
      Bo: 'coLeader',
      Cleo: 'member',
      Dan: 'member',
    });
    for (const name of ['Ada', 'Bo', 'Cleo', 'Dan'] as const) people.set(name, await session.enter(name));
    await begin(person('Ada'));
    for (const [name, one] of people) tokens.set(name, (await one.media()).token);
  });
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.leave()));
    for (const one of people.values()) one.close();
    await stack.stop();
  });

  test('[LV1] everybody hears everybody until the end, and each only their own space from then on', async () => {
    ears = { Bo: await listens('Bo'), Dan: await listens('Dan') };
    await Promise.all([speaks('Ada'), speaks('Cleo')]);
    for (const ear of Object.values(ears))
      await Promise.all([ear.hears(identityOf('Ada')), ear.hears(identityOf('Cleo'))]);
    await must(person('Ada'), { type: 'endSession', stay: true });
    // Whoever is not yet put out of the circle by the media server is told of there, for as long as they can hear.
    const alone = (name: Name, kind: 'debrief' | 'leaving', there: readonly Name[]): Promise<RoomView> =>
      person(name).until(
        `${kind}, with ${there.join(' and ')} alone`,
        ({ course, places }) =>
          course.kind === kind && places.map((place) => place.name).join() === there.join(),
        ENDED_WITHIN,
      );
    await Promise.all([
      ...(['Ada', 'Bo'] as const).map((name) => alone(name, 'debrief', ['Ada', 'Bo'])),
      ...(['Cleo', 'Dan'] as const).map((name) => alone(name, 'leaving', ['Cleo', 'Dan'])),
    ]);
    expect(person('Bo').room().you.media?.space).toBe('debrief');
    expect(person('Dan').room().you.media?.space).toBe('circle');
  });

  test('[LV6] measured both ways, no sound of one space is in the other', async () => {
    const bo = await listens('Bo');
    await speaks('Ada');
    await bo.hears(identityOf('Ada'), HEARD_WITHIN);
    await ears.Dan.hears(identityOf('Cleo'), HEARD_WITHIN);
    const from = performance.now();
    await pause(WINDOW);
    const after = (ear: Ears, name: Name): boolean => (ear.lastHeard(identityOf(name)) ?? 0) > from;
    expect([after(bo, 'Ada'), after(ears.Dan, 'Cleo')]).toEqual([true, true]);
    expect(bo.lastHeard(identityOf('Cleo')), 'the circle in the debrief').toBeNull();
    expect(after(ears.Dan, 'Ada'), 'the debrief in the circle').toBe(false);
    // The leaders' old connections to the circle are gone, and hear nobody.
    expect(after(ears.Bo, 'Cleo'), 'the circle at a leader’s old connection').toBe(false);
    console.info(`${WINDOW} ms measured both ways: 0 ms of the other space`);
  });

  test('[LV6] an old token, or one that names the other space, leads to the own space or nowhere', async () => {
    const media = claimsOf(tokens.get('Cleo') ?? '').video?.room?.split('.')[0] ?? '';
    const forged = async (name: Name, space: string): Promise<string> => {
      const token = new AccessToken(stack.livekit.key, stack.livekit.secret, {
        identity: identityOf(name),
        ttl: 60,
      });
      token.addGrant({ roomJoin: true, room: `${media}.${space}`, canSubscribe: true });
      return token.toJwt();
    };
    expect(spaceOf(await listens('Bo', tokens.get('Bo')))).toBe('debrief');
    expect(spaceOf(await listens('Bo', await forged('Bo', 'circle')))).toBe('debrief');
    expect(spaceOf(await listens('Dan', await forged('Dan', 'debrief')))).toBe('circle');
  });

  test('[LV4] the debrief ends for leaders alone, and nobody comes back into it', async () => {
    const { token } = await person('Bo').media();
    const { url } = await person('Dan').media();
    await must(person('Bo'), { type: 'endDebrief' });
    await until('the leaders’ last page', () => person('Ada').view().kind === 'over');
    expect(person('Dan').room().course.kind).toBe('leaving');
    await expect(listen({ url, token })).rejects.toThrow();
  });
};

// Both at the same time: they wait more than they work.
describe.concurrent.each(['true', 'false'])('SEALING=%s', (SEALING) => {
  describe('a debrief beside the members who stay', { concurrent: false }, () => inTwoSpaces(SEALING));
});
