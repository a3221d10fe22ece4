import { expect, it } from 'vitest';
import { statusOf } from './status.ts';
import { Net } from './testing/net.ts';

/** More lists than one that changed its names every five seconds for half an hour. */
const MANY = 600;

it('[EE6] words come however many lists there were before, and a list that comes back has its words again', () => {
  const net = new Net(13);
  for (const line of ['a', 'b']) net.join(line);
  net.pass(20_000);
  const [a, b] = [net.page('a')!, net.page('b')!];
  const { names } = b.state.me;
  const first = a.state.roster.hash ?? expect.fail('no list');
  const shown = () => net.alive.map(({ state }) => statusOf(state, net.now).words);
  expect(shown()).toEqual([first, first]);
  for (const page of [a, b]) {
    const before = Array.from({ length: MANY }, (_, at) => [
      `before ${at}`,
      { c: '', r: '', commits: {}, ready: true },
    ]);
    page.state = { ...page.state, rounds: { ...page.state.rounds, ...Object.fromEntries(before) } };
  }

  net.rename('b');
  net.pass(20_000);
  expect(a.state.roster.hash).not.toBe(first);
  expect(shown()).toEqual([a.state.roster.hash, b.state.roster.hash]);

  const { r } = a.state.rounds[first] ?? expect.fail('forgotten');
  net.happens(b, { type: 'people', names });
  net.pass(1_000);
  expect(shown()).toEqual([first, first]);
  expect(a.state.rounds[first]?.r).toBe(r);
});
