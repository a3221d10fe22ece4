import type { PeerStatus, Status } from '@tele-balint/shared/e2ee/status';
import { afterEach, describe, expect, it } from 'vitest';
import { type Seen, shownOf, UNSEALED } from './sealing-model.ts';
import { sealing, tellSealing } from './sealing-store.ts';

const peer = (name: string, sealing: PeerStatus['sealing'] = 'sealed'): PeerStatus => ({
  ...{ mid: `mid-${name}` as PeerStatus['mid'], line: `line-${name}`, media: `media-${name}` },
  ...{ names: [name], sealing, accused: false, hears: true },
});
const status = (peers: readonly PeerStatus[], rest: Partial<Status> = {}): Status => ({
  ...{ armed: true, confirmed: peers.length, of: peers.length, peers, words: null, alarms: [], ...rest },
});
const seen = (named: readonly string[], rest: Partial<Seen> = {}): Seen => ({
  ...{ named: named.map((name) => `media-${name}`), unopened: new Set(), unsealed: new Set(), ...rest },
});

afterEach(() => tellSealing(UNSEALED));

describe('what is shown of sealing', () => {
  it('[EE11] of everybody whom the view names: sealed, waiting, not to be opened, blocked, foul, or doubted', () => {
    const peers = [
      peer('Ada'),
      peer('Ben', 'unsure'),
      peer('Cleo', 'waiting'),
      peer('Dev', 'foul'),
      peer('Eve'),
      { ...peer('Hal'), accused: true },
    ];
    const all = seen(['Ada', 'Ben', 'Cleo', 'Dev', 'Eve', 'Finn', 'Gita', 'Hal'], {
      unopened: new Set(['media-Eve', 'media-Finn']),
      unsealed: new Set(['media-Gita']),
    });
    expect(shownOf(status(peers), null, all, [], 1).lines).toEqual({
      ...{ 'media-Ada': 'sealed', 'media-Ben': 'sealed', 'media-Cleo': 'waiting', 'media-Dev': 'foul' },
      ...{ 'media-Eve': 'cannot-open', 'media-Finn': 'waiting', 'media-Gita': 'blocked' },
      'media-Hal': 'doubted',
    });
  });

  it('[EE11] own sealing is armed only once there is an epoch to seal with', () => {
    const own = (armed: boolean) => shownOf(status([], { armed }), null, seen([]), [], 1).own;
    expect([own(false), own(true)]).toEqual(['starting', 'armed']);
  });

  it('[EE6] words are none for who is alone, coming while they do not stand, and then these', () => {
    const words = (peers: readonly PeerStatus[], stand: readonly number[] | null) =>
      shownOf(status(peers), stand, seen([]), [], 1).words;
    expect([words([], null), words([peer('Ada')], null), words([peer('Ada')], [1, 2, 3, 4])]).toEqual([
      ...['none', 'coming'],
      [1, 2, 3, 4],
    ]);
  });

  it('[EE5] who can hear is told with the moment in which they came, and alarms by their kinds', () => {
    const first = shownOf(status([peer('Ada')]), null, seen([]), [], 1_000);
    const alarms = [
      { why: 'roster', mid: peer('Ada').mid },
      { why: 'line', line: 'line-x' },
      { why: 'line', line: 'line-y' },
    ] as const;
    const next = shownOf(
      status([peer('Ada'), peer('Ben')], { alarms }),
      null,
      seen([]),
      first.hearers,
      2_000,
    );
    expect(next.hearers.map(({ names, since }) => [...names, since])).toEqual([
      ['Ada', 1_000],
      ['Ben', 2_000],
    ]);
    expect([first.alarm, next.alarm]).toEqual([null, ['line', 'roster']]);
  });

  it('[SE3] whose word an alarm is stands beside it, by the people of each browser', () => {
    const alarms = [{ why: 'said', mid: 'mid-Ben' }] as const;
    const shown = shownOf(status([peer('Ada'), peer('Ben')], { alarms }), null, seen([]), [], 1);
    expect([shown.alarm, shown.sayers]).toEqual([['said'], [['Ben']]]);
  });

  it('[EE11] what says the same again is the same object', () => {
    const tell = () => tellSealing(shownOf(status([peer('Ada')]), [1, 2, 3, 4], seen(['Ada']), [], 1));
    tell();
    const before = sealing.getState();
    tell();
    expect(sealing.getState()).toBe(before);
  });
});
