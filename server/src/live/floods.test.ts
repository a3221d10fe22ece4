// Floods at the sockets, at the limits that the program has when nobody sets any. Its clock stands still, so that nothing fills again.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeIn, enter, openGroup, type Group } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId, knock, openRaw, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

const RECONNECTS = 10;

describe('a flood at the sockets', { timeout: 120_000 }, () => {
  let at: Listening;
  let group: Group;
  let leader: RawSocket;
  beforeAll(async () => {
    at = await listening({ clock: manualClock(), limited: true });
  });
  afterAll(() => at.stop());

  /** A leader who sits there, and the page of a member who comes back as often as it likes. */
  const circle = async () => {
    group = await openGroup(at.url);
    leader = await comeIn(at.url, group, group.leader, 'Anna');
    const token = await enter(at.url, group, group.members[0]!, 'Mallory');
    const page = freshId();
    return () => knock(at.url, { session: group.id, token, page, sit: true });
  };

  it('ends the connection of who floods, and nobody else’s [SK7]', async () => {
    const member = await (await circle())();
    for (let i = 0; i < 60; i += 1)
      member.write(`42${i}${JSON.stringify(['command', { id: freshId(), command: { type: 'raiseHand' } }])}`);
    await until('the end of the connection', () => member.closed);
    expect((await leader.command({ type: 'begin' })).ok).toBe(true);
    await until(
      'away',
      () => leader.room().places.find((place) => place.name === 'Mallory')?.presence === 'away',
    );
  });

  it('has one budget of commands for a line, however often it comes back [SK28]', async () => {
    const again = await circle();
    let answered = 0;
    for (let n = 0; n < RECONNECTS; n += 1) {
      const member = await again();
      const commands = Array.from({ length: 15 }, async () => {
        await member.command({ type: 'extend', minutes: 1, turn: 0 });
        answered += 1;
      });
      await Promise.allSettled(commands);
      member.close();
    }
    expect(answered).toBeLessThanOrEqual(20);
    expect((await leader.command({ type: 'begin' })).ok).toBe(true);
  });

  it('carries no more envelopes to one line than it bears, and drops none of anybody else [SK28]', async () => {
    const again = await circle();
    const other = await comeIn(at.url, group, group.members[1]!, 'Ben');
    const to = [leader.room().you.line];
    let got = 0;
    for (let n = 0; n < RECONNECTS; n += 1) {
      const member = await again();
      const answers = Array.from({ length: 6 }, () => member.relay(to, 'x'.repeat(4_096)));
      for (const answer of await Promise.all(answers)) got += answer.got.length;
      member.close();
    }
    expect(got).toBe(24);
    expect(await other.relay(to, 'from Ben')).toEqual({ got: to });
    await until('the envelope of somebody else', () => leader.relayed.at(-1)?.sealed === 'from Ben');
    expect(leader.relayed).toHaveLength(got + 1);
  });

  it('ends nobody for a rate of envelopes, who sends them or who gets them [SK51]', async () => {
    const member = await (await circle())();
    const to = [leader.room().you.line];
    const answers = Array.from({ length: 700 }, () => member.relay(to, 'x'));
    const dropped = (await Promise.all(answers)).filter((answer) => answer.dropped === true);
    expect(dropped).toEqual(Array.from({ length: 100 }, () => ({ got: [], dropped: true })));
    expect(await member.command({ type: 'lowerHand' })).toHaveProperty('ok');
    expect([member.closed, leader.closed, leader.relayed.length]).toEqual([false, false, 600]);
  });

  it('adds no envelope for who reads none, whose views still come [SK51]', async () => {
    const open = await listening();
    const own = await openGroup(open.url);
    const [anna, slow, ben] = [
      await comeIn(open.url, own, own.leader, 'Anna'),
      await comeIn(open.url, own, own.members[0]!, 'Slow'),
      await comeIn(open.url, own, own.members[1]!, 'Ben'),
    ];
    const to = [slow.room().you.line, ben.room().you.line];
    slow.ws.pause();
    let sent = 0;
    // Signs of three bytes: the longest that there are.
    const full = await until('an envelope that is not added', async () => {
      sent += 1;
      const answer = await anna.relay(to, '€'.repeat(4_096));
      return answer.dropped === true ? answer : null;
    });
    expect(full).toEqual({ got: to.slice(1), dropped: true });
    expect((await anna.command({ type: 'next', turn: anna.room().course.turn })).ok).toBe(true);
    slow.ws.resume();
    await until('the view', () => slow.room().course.index === 1);
    expect(slow.relayed).toHaveLength(sent - 1);
    expect(open.lines()).not.toContain('violation');
    await open.stop();
  });
});

it(
  'takes only so many sockets of one address, and of others all the same [HT41]',
  { timeout: 120_000 },
  async () => {
    const at = await listening({ clock: manualClock(), limited: true, env: { TRUST_PROXY: 'true' } });
    const from = (address: string) => openRaw(at.url, at.url, { 'x-forwarded-for': address });
    let taken = 0;
    let refusal = '';
    while (refusal === '' && taken < 1_000)
      await from('203.0.113.1').then(
        (socket) => {
          taken += 1;
          socket.ws.terminate();
        },
        (error: unknown) => (refusal = String(error)),
      );
    expect(refusal).toContain('429');
    expect(taken).toBe(400);
    (await from('203.0.113.2')).close();
    await at.stop();
  },
);
