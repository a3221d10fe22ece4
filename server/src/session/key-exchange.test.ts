// All envelopes of a whole group that agrees on keys, at the budgets that the program has when nobody sets any.

import { SECOND } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { ANSWER, beatOf, COMMIT, HELLO, keysFor, REVEAL } from '../testing/envelope-sizes.ts';
import { fullRings } from '../testing/full-rings.ts';
import { comeIn, idOf, world } from '../testing/world.ts';

type Page = Awaited<ReturnType<typeof comeIn>>;

/** A session with so many people, and how they send; the clock stands, so that nothing fills again. */
const peopled = async (count: number) => {
  const at = world({ allowance: 1 });
  const { group, body, links } = fullRings();
  const id = idOf(group);
  expect((await at.registry.open(id, body)).ok).toBe(true);
  const people: Page[] = [];
  for (const link of links.slice(0, count))
    people.push(await comeIn(at.registry, group, link, `Person ${people.length}`));
  const wrong: unknown[] = [];
  const send = async (from: Page, to: readonly Page[], sealed: string): Promise<void> => {
    const lines = to.filter((one) => one !== from).map(({ line }) => line);
    if (lines.length === 0) return;
    const answer = await at.registry.relay(id, from, { to: lines, sealed });
    if (answer.dropped === true || answer.got.length < lines.length) wrong.push(answer);
  };
  const beat = async (all: readonly Page[]): Promise<void> => {
    for (const one of all) await send(one, all, beatOf(all.length - 1));
  };
  /** A hello, and a beat beside it. */
  const greet = async (from: Page, to: readonly Page[]): Promise<void> => {
    await send(from, to, HELLO);
    await send(from, to, beatOf(people.length - 1));
  };
  /** Everybody gives everybody a new key, everybody answers each, and says so once it is in use. */
  const rekey = async (all: readonly Page[]): Promise<void> => {
    for (const one of all) await send(one, all, keysFor(all.length - 1));
    for (const one of all) for (const other of all) await send(one, [other], ANSWER);
    await beat(all);
  };
  const words = async (all: readonly Page[]): Promise<void> => {
    for (const sealed of [COMMIT, REVEAL]) for (const one of all) await send(one, all, sealed);
  };
  return { ...at, id, people, wrong, greet, rekey, beat, words };
};
type Peopled = Awaited<ReturnType<typeof peopled>>;

/** Each comes when those before have just agreed: the most that a group can have to say. */
const oneByOne = async ({ people, greet, rekey, beat, words }: Peopled): Promise<void> => {
  for (const [n, late] of people.entries()) {
    const there = people.slice(0, n + 1);
    await greet(late, there);
    for (const one of there) await greet(one, [late]);
    if (n > 0) await rekey(there);
  }
  await beat(people);
  await words(people);
};
/** All at once: everybody says hello to all and to each who appears, and their hellos come in two waves. */
const together = async ({ people, greet, rekey, beat, words }: Peopled): Promise<void> => {
  for (const one of people) await greet(one, people);
  for (const one of people) for (const other of people) await greet(one, [other]);
  await rekey(people);
  await rekey(people);
  await beat(people);
  await words(people);
};

const COMINGS = [
  ['fourteen one by one', 14, oneByOne],
  ['fourteen together', 14, together],
  ['twenty-six one by one', 26, oneByOne],
  ['twenty-six together', 26, together],
] as const;

describe('agreeing on keys', { timeout: 60_000 }, () => {
  it.each(COMINGS)('%s: no envelope is dropped [SK52]', async (_name, count, come) => {
    const group = await peopled(count);
    await come(group);
    expect(group.wrong).toEqual([]);
    expect(group.people).toHaveLength(count);
    for (const { relayed } of group.people) expect(relayed.length).toBeGreaterThan(4 * (count - 1));
  });

  it('goes on for ten minutes, with a beat every 5 s and new keys every 5 min [SK52]', async () => {
    const group = await peopled(26);
    await oneByOne(group);
    for (let n = 1; n <= 120; n += 1) {
      group.clock.advance(5 * SECOND);
      for (const { relayed } of group.people) relayed.length = 0;
      await group.beat(group.people);
      if (n % 60 === 0) await group.rekey(group.people);
    }
    expect(group.wrong).toEqual([]);
  });

  it('goes on for the others while one of them sends all they can [SK52]', async () => {
    const group = await peopled(14);
    const [mallory, ...others] = group.people as [Page, ...Page[]];
    const to = others.map(({ line }) => line);
    let dropped = 0;
    for (let n = 0; n < 2_000; n += 1) {
      const answer = await group.registry.relay(group.id, mallory, {
        to,
        sealed: 'x'.repeat(n < 1_000 ? 4_096 : 1),
      });
      if (answer.dropped === true) dropped += 1;
    }
    expect(dropped).toBeGreaterThan(1_400);
    await oneByOne({ ...group, people: others });
    expect(group.wrong).toEqual([]);
  });
});
