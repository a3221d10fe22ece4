import { describe, expect, it } from 'vitest';
import type { Event } from './agreement.ts';
import { ownDue } from './rekey.ts';
import { statusOf } from './status.ts';
import { alone } from './testing/alone.ts';
import { Net } from './testing/net.ts';
import { BEAT_LAPSES, BURN_AFTER, EPOCH_LAPSES, REKEY_EVERY } from './times.ts';

describe('what one page does', () => {
  it('[EE3] the first epoch waits for the hellos of the lines that there are, one second at most', () => {
    const [lonely, waiting] = [alone(['a']), alone()];
    lonely.pass(100);
    expect(lonely.status().armed).toBe(true);
    waiting.pass(900);
    expect(waiting.status().armed).toBe(false);
    waiting.pass(200);
    expect(waiting.status().armed).toBe(true);
  });

  it('[EE4] who came after a key was made never gets it, and a rekey follows within half a second', () => {
    const page = alone(['a']);
    page.pass(1_000);
    page.names(['a', 'b']);
    page.happens(page.hello('bb'));
    expect(page.status().peers[0]).toMatchObject({ hears: false });
    page.pass(400);
    expect(page.tells('keys')).toEqual([
      { do: 'keys', epoch: 2, to: [{ mid: 'bb', line: 'b', receiving: 'bb1' }] },
    ]);
  });

  it('[EE4] says when time alone makes a new key or switches to one, so that nobody waits for a tick', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    expect(ownDue(page.state())).toBe(300);
    page.pass(300);
    expect(page.epochs()).toBe(2);
    expect(ownDue(page.state())).toBe(1_300);
    page.beat('bb', 'h2', [{ mid: 'aa', epoch: 2, commitment: 'c' }]);
    expect(ownDue(page.state())).toBeNull();
  });

  it('[EE4] a page that cannot switch seals nothing after four seconds, before others burn what it uses', () => {
    const page = alone(['a']);
    page.pass(1_000);
    page.stopSealing();
    page.names(['a', 'b']);
    page.happens(page.hello('bb'));
    page.pass(4_000);
    expect(page.status().armed).toBe(true);
    page.pass(400);
    expect(page.status().armed).toBe(false);
    expect(page.tells('disarm')).toHaveLength(1);
  });

  it('[EE4] somebody who comes meanwhile does not put off a switch', () => {
    const page = alone(['a', 'b', 'c']);
    page.happens(page.hello('bb'));
    page.pass(500);
    page.happens(page.hello('cc', { line: 'c', media: 'mcc' }));
    page.pass(1_000);
    expect(page.tells('switch')).toEqual([{ do: 'switch', epoch: 2 }]);
  });

  it('[EE3] who has my key but long sees another roster has lost a hello, and gets it again', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.pass(3_000);
    const opened = [{ mid: 'aa', epoch: page.state().own.used, commitment: 'c' }];
    page.beat('bb', 'other', opened);
    page.pass(5_000);
    const hello = { do: 'hello', epoch: 2, to: ['b'] };
    expect(page.beat('bb', 'other', opened)).toContainEqual(hello);
  });

  it('[EE3] who greets again and lacks my key has lost my hello, and gets it with the key at once', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.pass(3_000);
    const { used } = page.state().own;
    const again = [
      { do: 'hello', epoch: used, to: ['b'] },
      { do: 'keys', epoch: used, to: [{ mid: 'bb', line: 'b', receiving: 'bb1' }] },
    ];
    expect(page.happens(page.hello('bb'))).toEqual(again);
    page.pass(4_900);
    expect(page.happens(page.hello('bb'))).toEqual([]);
    page.pass(100);
    expect(page.happens(page.hello('bb'))).toEqual(again);
    page.pass(5_000);
    page.beat('bb', 'h2', [{ mid: 'aa', epoch: used, commitment: 'c' }]);
    expect(page.happens(page.hello('bb'))).toEqual([]);
  });

  it('[EE4] who greets again when they are gone gets no key, though nobody has looked since', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.pass(3_000);
    page.jump(BEAT_LAPSES);
    const done = page.happens(page.hello('bb')).map((effect) => effect.do);
    expect(done).not.toContain('keys');
    expect(page.status().of).toBe(0);
  });

  it('[EE4] who left has all slots burned at once, and the next key is not for them', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.pass(2_000);
    page.keys('bb', 1);
    expect(page.names(['a'])).toContainEqual({
      ...{ do: 'burn', mid: 'bb', epoch: 1, slot: 1 },
    });
    const used = page.state().own.used;
    page.pass(500);
    expect(page.state().own.used).toBeGreaterThan(used);
    expect(page.state().own.receivers).toEqual([]);
  });

  it('[EE4] five minutes bring a new key; one older than five seconds after its successor is burned', () => {
    const page = alone(['a']);
    page.pass(REKEY_EVERY + 1_000);
    expect(page.state().own.used).toBe(2);
    page.pass(BURN_AFTER);
    expect(page.tells('burn')).toEqual([{ do: 'burn', mid: 'aa', epoch: 1, slot: 1 }]);
    page.pass(BURN_AFTER);
    expect(page.tells('dropPair')).toEqual([{ do: 'dropPair', epoch: 1 }]);
  });

  it('[EE4] whose keys are withheld is gone after five minutes and ten seconds, though they are still heard', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.keys('bb', 1);
    for (let ms = 0; ms < EPOCH_LAPSES; ms += 5_000) {
      page.beat('bb');
      page.pass(5_000);
    }
    expect(page.status().of).toBe(1);
    page.pass(100);
    expect(page.status().of).toBe(0);
    expect(page.tells('burn')).toContainEqual({ do: 'burn', mid: 'bb', epoch: 1, slot: 1 });
  });

  it('[EE5] whoever speaks from another line than their own, or for a media identity that is taken, is not heard', () => {
    const page = alone(['a', 'b', 'c']);
    const stranger = page.hello('bb');
    page.happens({ ...stranger, line: 'c' } as Event);
    expect(page.status().of).toBe(0);
    page.happens(stranger);
    expect(page.status().of).toBe(1);
    page.happens(page.hello('cc', { line: 'c', media: 'mbb' }));
    page.happens(page.hello('cc', { line: 'c', media: 'ma' }));
    page.happens(page.hello('dd', { line: 'a' }));
    expect(page.status().of).toBe(1);
  });

  it('[EE5] who claims the media identity of a page that was just loaded, before it, keeps nobody out', () => {
    const stand = (): readonly string[] => page.status().peers.map(({ mid }) => mid);
    const [liar, honest] = [{ line: 'c', media: 'mv' }, { media: 'mv' }];
    const page = alone(['a', 'b', 'c']);
    page.names(['a', 'b', 'c'], { mv: 'b' });
    page.happens(page.hello('cc', liar));
    expect(Object.keys(page.state().known)).toEqual([]);
    page.happens(page.hello('bb', honest));
    page.happens(page.hello('cc', liar));
    expect(stand()).toEqual(['bb']);
  });

  it('[EE5] who claims it before our server has named it makes way as soon as it does', () => {
    const stand = (): readonly string[] => page.status().peers.map(({ mid }) => mid);
    const page = alone(['a', 'b', 'c']);
    page.happens(page.hello('cc', { line: 'c', media: 'mv' }));
    page.happens(page.hello('bb', { media: 'mv' }));
    expect(stand()).toEqual(['cc']);
    page.names(['a', 'b', 'c'], { mv: 'b' });
    expect(stand()).toEqual([]);
    page.happens(page.hello('bb', { media: 'mv' }));
    expect(stand()).toEqual(['bb']);
  });

  it('[EE5] a page that is loaded anew takes the place of the old one, and nothing repeated brings that back', () => {
    const page = alone();
    page.happens(page.hello('bb'));
    page.beat('bb');
    page.happens(page.hello('cc'));
    expect(page.status().peers.map(({ mid }) => mid)).toEqual(['cc']);
    page.happens(page.hello('bb'));
    page.happens({
      ...{ type: 'heard', line: 'b' },
      message: { type: 'beat', mid: 'bb', count: 1, roster: 'h2', opened: [] },
    });
    expect(page.status().peers.map(({ mid }) => mid)).toEqual(['cc']);
  });
});

describe('a server that lies', { timeout: 60_000 }, () => {
  const three = (): Net => {
    const net = new Net(5);
    for (const line of ['a', 'b', 'c']) net.join(line);
    net.pass(30_000);
    for (const { state } of net.alive)
      expect(statusOf(state, net.now)).toMatchObject({ confirmed: 2, alarms: [] });
    return net;
  };
  const alarmed = (net: Net): readonly string[] =>
    net.alive.filter(({ state }) => state.alarms.length > 0).map(({ line }) => line);

  it('[EE5] hides a line from one page: those who hear each other are told within ten seconds, everybody within 25', () => {
    const net = three();
    net.lie = ({ line }, lines) => (line === 'a' ? lines.filter((other) => other !== 'c') : lines);
    net.tell(net.page('a')!);
    net.pass(10_000);
    expect(alarmed(net)).toEqual(['a', 'b']);
    net.pass(15_000);
    expect(alarmed(net)).toEqual(['a', 'b', 'c']);
  });

  it('[EE5] adds a line that says nothing: who is told of it has the alarm within ten seconds', () => {
    const net = three();
    net.lie = ({ line }, lines) => (line === 'a' ? [...lines, 'ghost'] : lines);
    net.tell(net.page('a')!);
    net.pass(10_000);
    expect(net.page('a')!.state.alarms).toEqual([{ why: 'line', line: 'ghost' }]);
  });
});
