import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusOf } from './status.ts';
import { GOOD, type Faults } from './testing/faults.ts';
import { Net } from './testing/net.ts';
import { slotOf } from './times.ts';

/** Within so many milliseconds of a network that is good again all is agreed. */
const SETTLES = 40_000;

const faults: fc.Arbitrary<Faults> = fc.record({
  loss: fc.constantFrom(0, 0.1, 0.4),
  twice: fc.constantFrom(0, 0.3),
  delay: fc.constantFrom(20, 400, 4_000),
  late: fc.constantFrom(0, 500, 3_000),
});

const move = fc.record({
  pause: fc.constantFrom(0, 60, 300, 1_500, 6_000),
  what: fc.constantFrom('join', 'join', 'leave', 'reload', 'rename', 'cut'),
  who: fc.nat(7),
});

const CUT: Faults = { loss: 1, twice: 0, delay: 20, late: 0 };

const plays = (net: Net, what: string, line: string, bad: Faults): void => {
  net.faults = what === 'cut' ? CUT : bad;
  if (what === 'join') net.join(line);
  if (what === 'leave') net.leave(line);
  if (what === 'reload') net.reload(line);
  if (what === 'rename') net.rename(line);
};

/** All who are there have each other's key, see the same roster, confirm it and have the same words. */
const agreed = (net: Net): void => {
  const { alive, now } = net;
  for (const page of alive) {
    const status = statusOf(page.state, now);
    const others = alive.filter((other) => other !== page).map(({ mid }) => mid);
    expect(status.peers.map(({ mid }) => mid)).toEqual(others.toSorted());
    expect({ ...status, peers: [] }).toMatchObject({
      ...{ armed: true, confirmed: others.length, of: others.length, alarms: [] },
    });
    expect(status.words).toBe(others.length === 0 ? null : page.state.roster.hash);
    expect(page.state.roster.hash).toBe(alive[0]?.state.roster.hash);
    for (const other of alive)
      if (other !== page)
        expect(page.ring.get(`${other.mid} ${slotOf(other.state.own.used)}`)).toBe(other.state.own.used);
  }
};

const settles = (net: Net): void => {
  net.faults = GOOD;
  for (const page of net.alive) net.tell(page);
  net.pass(SETTLES);
  agreed(net);
};

const lines = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `l${at}`);

describe('what holds for every course of the network', { timeout: 120_000 }, () => {
  it('[EE3, EE4, EE5, EE6] pages agree once it is good again, whatever it did, and break nothing on the way', () => {
    fc.assert(
      fc.property(fc.nat(), faults, fc.array(move, { maxLength: 14 }), (seed, bad, moves) => {
        const net = new Net(seed, bad);
        net.join('l0');
        for (const { pause, what, who } of moves) {
          plays(net, what, `l${who}`, bad);
          net.pass(pause);
        }
        settles(net);
      }),
      { numRuns: 100 },
    );
  });

  it('[EE3] twenty-six who come within two seconds agree, on a network that loses', () => {
    const net = new Net(7, { loss: 0.1, twice: 0.1, delay: 300, late: 500 });
    for (const line of lines(26)) {
      net.join(line);
      net.pass(75);
    }
    settles(net);
    expect(net.alive.length).toBe(26);
    for (const line of lines(13)) {
      net.leave(line);
      net.pass(120);
    }
    settles(net);
    expect(net.alive.length).toBe(13);
  });

  it('[EE3] alone nothing waits, and two hear each other within a second', () => {
    const net = new Net(3);
    net.join('a');
    net.pass(150);
    expect(statusOf(net.page('a')!.state, net.now).armed).toBe(true);
    net.join('b');
    net.pass(1_000);
    for (const { state } of net.alive)
      expect(statusOf(state, net.now).peers[0]).toMatchObject({ hears: true });
  });
});
