import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { FRAMES_THAT_END } from '../testing/bad-frames.ts';
import { comeIn, enter, openGroup, type Group } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { freshId, knock, openRaw, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** All that lasts of a room: who is there at this moment changes when a connection ends. */
const lasting = (socket: RawSocket): unknown => {
  const { course, door, session, presenter, places, leader } = socket.room();
  const seats = places.map(({ seat, name, role, hand, floor, sits }) => ({
    seat,
    name,
    role,
    hand,
    floor,
    sits,
  }));
  return {
    course,
    door,
    session,
    presenter,
    seats,
    invitations: leader?.invitations,
    voices: leader?.voices,
  };
};

describe('bad input', { timeout: 60_000 }, () => {
  let at: Listening;
  let group: Group;
  let leader: RawSocket;
  let token: string;
  let before: unknown;
  let elsewhere: { group: Group; leader: RawSocket };

  beforeAll(async () => {
    at = await listening();
    group = await openGroup(at.url);
    leader = await comeIn(at.url, group, group.leader, 'Anna');
    token = await enter(at.url, group, group.members[0]!, 'Ben');
    await until('both places', () => leader.room().places.length === 2);
    const other = await openGroup(at.url);
    elsewhere = { group: other, leader: await comeIn(at.url, other, other.leader, 'Zoe') };
    before = lasting(leader);
  });
  afterAll(() => at.stop());

  const page = freshId();
  const member = () => knock(at.url, { session: group.id, token, page, sit: true });
  const unchanged = async (): Promise<void> => {
    expect((await leader.command({ type: 'next', turn: 999 })).ok).toBe(false);
    expect(lasting(leader)).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  };

  it.each(FRAMES_THAT_END)('%s ends the connection and nothing else [SK12]', async (_name, frame) => {
    const socket = await member();
    expect([socket.refusal, socket.closed, socket.room().you.seats[0].role]).toEqual([null, false, 'member']);
    socket.write(frame);
    await until('the end of the connection', () => socket.closed);
    // The bucket of the leader's own commands fills at five a second; one look each is under it.
    if (FRAMES_THAT_END.findIndex(([name]) => name === _name) % 6 === 0) await unchanged();
    expect(lasting(leader)).toEqual(before);
    expect(leader.closed).toBe(false);
  });

  it('refuses what a person may not do, and goes on with them [SK13]', async () => {
    const socket = await member();
    const seatOf = (own: RawSocket): string => own.room().you.seats[0].seat;
    const cases: readonly (readonly [object, string])[] = [
      [{ type: 'next', turn: 1 }, 'not-leader'],
      [{ type: 'endSession' }, 'not-leader'],
      [{ type: 'remove', seat: seatOf(leader) }, 'not-leader'],
      [{ type: 'openDoor' }, 'not-leader'],
      [{ type: 'revokeInvitation', invitation: group.leader.invitation }, 'not-leader'],
      [{ type: 'askToComeIn' }, 'wrong-phase'],
      [{ type: 'goAway' }, 'not-in-room'],
    ];
    for (const [command, refusal] of cases)
      expect(await socket.command(command)).toEqual({ ok: false, refusal });
    expect(socket.closed).toBe(false);
  });

  it('knows nobody of another session [SK14]', async () => {
    const { line, seats } = elsewhere.leader.room().you;
    const { seat } = seats[0];
    const cases: readonly (readonly [object, string])[] = [
      [{ type: 'remove', seat }, 'no-such-seat'],
      [{ type: 'choosePresenter', seat }, 'no-such-seat'],
      [{ type: 'nameBackup', seat }, 'no-such-seat'],
      [{ type: 'admit', line, answer: 'letIn' }, 'no-such-person'],
      [{ type: 'revokeInvitation', invitation: elsewhere.group.leader.invitation }, 'no-such-invitation'],
    ];
    for (const [command, refusal] of cases)
      expect(await leader.command(command)).toEqual({ ok: false, refusal });
    expect(lasting(leader)).toEqual(before);
  });

  it('lets nobody in by a handshake that is not theirs [HS11]', async () => {
    const auths: readonly object[] = [
      { session: group.id, token: '' },
      { session: group.id, token: 'x'.repeat(257) },
      { session: group.id, token: `${token}x` },
      { session: group.id, token: token.slice(0, -1) },
      { session: group.id, token: `${token.slice(0, -4)}AAAA` },
      { session: group.id, token: token.split('.')[1] },
      { session: group.id, token: `.${token.split('.')[1]}` },
      { session: elsewhere.group.id, token },
      { session: freshId(), token },
      { session: group.id, token, sit: 'yes' },
      { session: group.id, token, role: 'leader' },
      { session: group.id, token, page: '' },
      { session: [group.id], token },
    ].map((auth) => ({ version: PROTOCOL_VERSION, page: freshId(), sit: false, ...auth }));
    for (const auth of auths) {
      const socket = await openRaw(at.url);
      socket.write(`40${JSON.stringify(auth)}`);
      await until('the refusal', () => socket.refusal !== null);
      expect([socket.refusal, socket.views, auth]).toEqual(['unauthorised', [], auth]);
      socket.close();
    }
    await unchanged();
  });

  it('lets the token of a removed person in no more [HS11]', async () => {
    const { group: other, leader: zoe } = elsewhere;
    const gone = await enter(at.url, other, other.members[0]!, 'Gus');
    const seat = await until('the seat', () => zoe.room().places.find((place) => place.name === 'Gus')?.seat);
    await zoe.command({ type: 'remove', seat });
    expect((await knock(at.url, { session: other.id, token: gone })).refusal).toBe('removed');
  });

  const origins: readonly (readonly [string, string | null])[] = [
    ['a foreign page', 'https://evil.example'],
    ['a page that looks like ours', 'http://127.0.0.1.evil.example'],
    ['a page on another port', 'http://127.0.0.1:1'],
    ['a page without an origin', 'null'],
    ['no page at all', null],
  ];
  it.each(origins)('%s is answered 403 before anything is upgraded [SK16]', async (_name, origin) => {
    await expect(openRaw(at.url, origin)).rejects.toThrow('403');
  });

  it('serves no other transport and no other path [SK16]', async () => {
    const polling = await fetch(`${at.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: at.url },
    });
    expect(polling.status).toBeGreaterThanOrEqual(400);
    const foreign = new WebSocket(`${at.url.replace('http', 'ws')}/elsewhere`, { origin: at.url });
    const said = await new Promise<string>((resolve) =>
      foreign.once('error', (error) => resolve(error.message)),
    );
    expect(said).toContain('404');
  });

  it('opens no second place on one connection, however fast it asks [SK14]', async () => {
    const socket = await openRaw(at.url);
    const auth = JSON.stringify({
      session: group.id,
      token,
      version: PROTOCOL_VERSION,
      page: freshId(),
      sit: true,
    });
    socket.write(`40${auth}`);
    socket.write(`40${auth}`);
    await until('an answer', () => socket.closed || socket.refusal !== null);
    await unchanged();
  });

  it('ends a connection that asks again after it was refused, and answers it no third time [SK14]', async () => {
    const socket = await openRaw(at.url);
    const auth = { session: group.id, token: freshId(), page: freshId(), sit: false };
    const ask = () => socket.write(`40${JSON.stringify({ ...auth, version: PROTOCOL_VERSION })}`);
    let refusals = 0;
    socket.ws.on('message', (data: Buffer) => {
      if (!data.toString().startsWith('44')) return;
      refusals += 1;
      if (refusals < 20) ask();
    });
    ask();
    await until('the end of the connection', () => socket.closed);
    expect(refusals).toBe(2);
  });

  it('writes nothing of what it refused [HT15]', () => {
    expect(at.lines()).toContain('"violation":"shape"');
    for (const secret of [token, 'polluted', 'promote', 'Ben', group.leader.secret, 'etc/passwd'])
      expect(at.lines()).not.toContain(secret);
  });
});
