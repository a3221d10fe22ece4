// Keys that differ: what a page has seen itself, and what another says of a third.

import { describe, expect, it } from 'vitest';
import { statusOf } from './status.ts';
import { alone } from './testing/alone.ts';
import { Net, type Page } from './testing/net.ts';

const CUT_OFF = 'other'.padEnd(32);

describe('a key that is another one', () => {
  /** Three lines, of which b has given a key, and c tells of another; `fit` is whether b's was the one committed to. */
  const between = (fit: boolean) => {
    const page = alone(['a', 'b', 'c']);
    page.happens(page.hello('bb'));
    page.happens(page.hello('cc', { line: 'c', media: 'mcc' }));
    page.keys('bb', 1);
    if (!fit) page.keys('bb', 2, false);
    const beat = (count: number, commitment: string) =>
      page.happens({
        ...{ type: 'heard', line: 'c' },
        message: {
          ...{ type: 'beat', mid: 'cc', count, roster: 'h3' },
          opened: [{ mid: 'bb', epoch: 1, commitment }],
        },
      });
    const sealing = () => page.status().peers.map(({ mid, sealing: is, accused }) => [mid, is, accused]);
    return { ...page, beat, sealing };
  };

  it('[EE5] that does not fit is an alarm, which another page can neither bring about nor take away', () => {
    const page = between(false);
    page.beat(1, CUT_OFF);
    const key = { why: 'key', mid: 'bb' };
    expect(page.status().alarms).toEqual([key, { why: 'said', mid: 'cc' }]);
    expect(page.sealing()[0]).toEqual(['bb', 'foul', true]);
    page.names(['a', 'b']);
    expect(page.status().alarms).toEqual([key]);
    expect(page.sealing()).toEqual([['bb', 'foul', false]]);
  });

  it('[EE5] by the word of another is an alarm of that word, and stands though it is never said again', () => {
    const page = between(true);
    page.beat(1, CUT_OFF);
    page.beat(2, 'bb/1'.padEnd(32));
    expect(page.status().alarms).toEqual([{ why: 'said', mid: 'cc' }]);
    expect(page.sealing()).toEqual([
      ['bb', 'unsure', true],
      ['cc', 'waiting', false],
    ]);
  });

  it.each(['b', 'c'])('[EE5] by the word of another is over when line %s is gone', (gone) => {
    const page = between(true);
    page.beat(1, CUT_OFF);
    const all = ['a', 'b', 'c'];
    page.names(all.filter((line) => line !== gone));
    expect(page.status().alarms).toEqual([]);
    page.names(all);
    expect(page.status().alarms).toEqual([]);
  });
});

describe('a member who says of all that they gave another key', { timeout: 60_000 }, () => {
  /** One beat of the liar, validly sent to one page: all others are said to have given it other keys. */
  const accuse = (net: Net, liar: Page, to: Page): void => {
    const count = liar.state.count + 1;
    liar.state = { ...liar.state, count };
    const opened = net.alive
      .filter((page) => page !== liar)
      .map(({ mid, state }) => ({ mid, epoch: state.own.used, commitment: CUT_OFF }));
    const roster = liar.state.roster.hash ?? expect.fail('no roster');
    net.happens(to, {
      ...{ type: 'heard', line: liar.line },
      message: { type: 'beat', mid: liar.mid, count, roster, opened },
    });
  };

  it('[EE5, EE6] is the one who stands in the alarm, and takes it along; words come with them and without', () => {
    const net = new Net(11);
    for (const line of ['a', 'b', 'c', 'liar']) net.join(line);
    net.pass(30_000);
    const liar = net.page('liar')!;
    const honest = net.alive.filter((page) => page !== liar);
    for (const page of honest) accuse(net, liar, page);
    net.rename('a');
    net.pass(30_000);
    for (const { state } of honest) {
      const status = statusOf(state, net.now);
      expect(status).toMatchObject({ confirmed: 3, words: state.roster.hash });
      expect(status.alarms).toEqual([{ why: 'said', mid: liar.mid }]);
      expect(status.peers.filter(({ accused }) => accused)).toHaveLength(2);
    }
    net.leave('liar');
    net.pass(30_000);
    for (const { state } of honest)
      expect(statusOf(state, net.now)).toMatchObject({
        ...{ confirmed: 2, of: 2, alarms: [], words: state.roster.hash },
      });
  });
});
