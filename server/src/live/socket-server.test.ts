import type { SessionId } from '@tele-balint/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeIn, enter, enterBodyOf, openGroup, send } from '../testing/group.ts';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { sealedLog } from '../log/sealed.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { freshId, knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

describe('the socket', { timeout: 60_000 }, () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  const pair = async () => {
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, 'Anna');
    const member = await comeIn(at.url, group, group.members[0]!, 'Ben');
    return { group, leader, member };
  };
  const turnOf = (socket: RawSocket): number => socket.room().course.turn;
  const overOf = (socket: RawSocket) =>
    until('the over view', () => socket.views.find((view) => view.kind === 'over'));

  it('shows the room after the handshake and each change after it [SK1]', async () => {
    const { leader, member } = await pair();
    await until('both places', () => leader.room().places.length === 2);
    const ack = await leader.command({ type: 'next', turn: turnOf(leader) });
    expect(ack).toEqual({ ok: true });
    await until('the same at the member', () => member.room().course.turn === leader.room().course.turn);
    expect(member.room().course.index).toBe(1);
    expect(member.room().leader).toBe(null);
  });

  it('never sends a view older than the one before [SK1]', async () => {
    const { leader, member } = await pair();
    await Promise.all(['hold', 'resume', 'hold', 'resume'].map((type) => leader.command({ type })));
    for (const { views } of [leader, member]) {
      const versions = views.map((view) => view.version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
  });

  it('takes a page of another version for an old one [CM5]', async () => {
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    expect((await knock(at.url, { session: group.id, token, version: 0 })).refusal).toBe('reload');
  });

  it('lets nobody in whose address names another session, or none [SK50]', async () => {
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    for (const addressed of [freshId(), ''])
      expect((await knock(at.url, { session: group.id, token, addressed })).refusal).toBe('unauthorised');
    expect((await knock(at.url, { session: group.id, token })).refusal).toBe(null);
  });

  it('asks a second page, and tells the first one where the place went [DR7]', async () => {
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    const first = await knock(at.url, { session: group.id, token });
    expect((await knock(at.url, { session: group.id, token })).refusal).toBe('elsewhere');
    const second = await knock(at.url, { session: group.id, token, sit: true });
    expect(second.refusal).toBe(null);
    expect(await overOf(first)).toMatchObject({ reason: 'moved' });
    await until('the end of the first connection', () => first.closed);
    expect(second.room().you.seats[0].leads).toBe(true);
  });

  it('takes a page back on a new connection while the old one still hangs [DR7]', async () => {
    const { group, leader } = await pair();
    const token = await enter(at.url, group, group.members[1]!, 'Cleo');
    const page = freshId();
    const first = await knock(at.url, { session: group.id, token, page });
    const again = await knock(at.url, { session: group.id, token, page });
    expect(again.room().you.media?.identity).toBe(first.room().you.media?.identity);
    await until('the end of the first connection', () => first.closed);
    await leader.command({ type: 'begin' });
    expect(leader.room().places.find((place) => place.name === 'Cleo')?.presence).toBe('here');
    again.close();
    await until(
      'away',
      () => leader.room().places.find((place) => place.name === 'Cleo')?.presence === 'away',
    );
  });

  it('closes the connection of who is removed, after saying so [DR8]', async () => {
    const { leader, member } = await pair();
    const seat = await until(
      'the seat',
      () => leader.room().places.find((place) => place.name === 'Ben')?.seat,
    );
    await leader.command({ type: 'remove', seat });
    expect(await overOf(member)).toMatchObject({ reason: 'removed' });
    await until('the end of the connection', () => member.closed);
  });

  it('tells a line whose end has come why it opens nothing any more [FW1]', async () => {
    const { group, leader } = await pair();
    const token = await enter(at.url, group, group.open, 'Cleo');
    const waiting = await until('somebody at the door', () => leader.room().leader?.waiting[0]);
    await leader.command({ type: 'admit', line: waiting.line, answer: 'notToday' });
    expect((await knock(at.url, { session: group.id, token })).refusal).toBe('not-today');
    const first = await enter(at.url, group, group.coLeader, 'Dora');
    const second = { ...enterBodyOf(group.coLeader, 'Dora', true) };
    expect((await send(at.url, 'POST', `/api/sessions/${group.id}/enter`, second)).status).toBe(200);
    expect((await knock(at.url, { session: group.id, token: first })).refusal).toBe('unauthorised');
  });

  it('tells no page of a session whose log is broken that it has no place any more [HS28]', async () => {
    const [rows, keys] = [memoryLog(), memoryKeys()];
    const first = await listening({ log: sealedLog(rows, keys) });
    const group = await openGroup(first.url);
    const token = await enter(first.url, group, group.leader, 'Anna');
    await first.stop();
    const gap = { ...rows, read: async (id: SessionId) => (await rows.read(id)).slice(1) };
    const next = await listening({ log: sealedLog(gap, keys) });
    expect((await knock(next.url, { session: group.id, token })).refusal).toBe('unavailable');
    const look = { secret: group.leader.secret };
    expect((await send(next.url, 'POST', `/api/sessions/${group.id}/look`, look)).status).toBe(503);
    await next.stop();
  });

  it('ends the connection of who reads nothing, before much waits for it [SK7]', async () => {
    const { leader, member } = await pair();
    const { session, you } = member.room();
    const other = leader.room().you.line;
    member.ws.pause();
    // Views pile up for both; the leader's page takes them. The system takes some megabytes before any waits with us.
    const isSlow = (): boolean => {
      for (let i = 0; i < 20; i += 1)
        at.enforcer.tell(session.id, { unconfirmed: i % 2 === 0 ? [you.line, other] : [] });
      return at.lines().includes('"violation":"slow"');
    };
    await until('the end of the slow connection', isSlow, 55_000);
    expect(leader.closed).toBe(false);
  });

  it('slows down a page that comes and goes all the time, and nobody else [SK28]', async () => {
    const { group, leader } = await pair();
    const token = await enter(at.url, group, group.members[1]!, 'Cleo');
    const page = freshId();
    let comings = 0;
    let refusal: string | null = null;
    // The minute fills again meanwhile, on a slow machine by many.
    for (; comings < 500 && refusal === null; comings += 1) {
      const socket = await knock(at.url, { session: group.id, token, page });
      refusal = socket.refusal;
      socket.close();
    }
    expect(refusal).toBe('unavailable');
    expect(comings).toBeGreaterThan(120);
    expect((await leader.command({ type: 'begin' })).ok).toBe(true);
    expect((await comeIn(at.url, group, group.members[2]!, 'Dan')).refusal).toBe(null);
  });

  it('moves one step when two leaders press next at once, fifty times over [CM1]', async () => {
    for (let race = 0; race < 50; race += 1) {
      const group = await openGroup(at.url, 'case45');
      const one = await comeIn(at.url, group, group.leader, 'Anna');
      const two = await comeIn(at.url, group, group.coLeader, 'Bea');
      const { turn, index } = one.room().course;
      const pressed = race % 2 === 0 ? [one, two] : [two, one];
      const acks = await Promise.all(pressed.map((leader) => leader.command({ type: 'next', turn })));
      expect(acks.filter((ack) => ack.ok)).toHaveLength(1);
      expect(acks.filter((ack) => !ack.ok)).toEqual([{ ok: false, refusal: 'stale-turn' }]);
      await until('the view', () => two.room().course.turn === one.room().course.turn);
      expect(one.room().course).toMatchObject({ turn: turn + 1, index: index + 1 });
      one.close();
      two.close();
    }
  });

  it('answers a command sent again with the same ack and does it once [SK27]', async () => {
    const { leader } = await pair();
    const id = freshId();
    const command = { type: 'next', turn: turnOf(leader) };
    const acks = await Promise.all([1, 2, 3, 4, 5].map(() => leader.command(command, id)));
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect(acks[0]).toMatchObject({ ok: true });
    expect(leader.room().course.index).toBe(1);
  });
});

it(
  'tells every page to come back when the server goes down on purpose [HS2]',
  { timeout: 60_000 },
  async () => {
    const at = await listening();
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, 'Anna');
    await at.stop();
    await until('the end of the connection', () => leader.closed);
    expect(leader.comeBack).toBe(true);
  },
);
