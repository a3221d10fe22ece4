import { DAY, MINUTE } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { EventLog } from '../log/event-log.ts';
import { freshGroup } from '../testing/group.ts';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { bodyOf, comeIn, enterBody, idOf, opened, server, world } from '../testing/world.ts';

describe('the registry', () => {
  it('closes the rooms of a session that ended just before our server died [EN11]', async () => {
    const { registry, clock, by, id, rows, keys } = await opened();
    await registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() });
    clock.advance(MINUTE);
    await until('the end', () => !registry.running().includes(id));
    registry.stop();
    const next = world({ log: rows, keys, start: clock.now() });
    await next.registry.start();
    expect(next.enforcer.closed).toEqual([id]);
  });

  it('opens a session once; the same body again is the same opening, another one is not [HS4]', async () => {
    const { registry, group, id } = await opened();
    expect(await registry.open(id, bodyOf(group))).toMatchObject({ ok: true, again: true });
    const other = { ...bodyOf(group), group: 'Another group' };
    expect(await registry.open(id, other)).toMatchObject({ ok: false, refusal: 'nothing-to-do' });
  });

  it('changes nothing where the log cannot be written, and goes on when it can [HS5]', async () => {
    const { registry, id, by, faulty, leader } = await opened();
    const before = leader.views.length;
    const order = { command: { type: 'hold' }, by, commandId: freshId() } as const;
    faulty.fails = true;
    expect(await registry.handle(id, order)).toEqual({ ok: false, refusal: 'unavailable' });
    expect(leader.views).toHaveLength(before);
    faulty.fails = false;
    expect((await registry.handle(id, order)).ok).toBe(true);
  });

  it('refuses a session that somebody else has written to, and only that one [LG2]', async () => {
    const { registry, id, by, rows } = await opened();
    const [first] = await rows.read(id);
    const n = (await rows.read(id)).length;
    await rows.append(id, n, { ...first!, n: n + 1 });
    const hold = () => registry.handle(id, { command: { type: 'hold' }, by, commandId: freshId() });
    expect(await hold()).toMatchObject({ ok: false, refusal: 'unavailable' });
    expect(await hold()).toEqual({ ok: false, refusal: 'unavailable' });
    const group = freshGroup();
    expect((await registry.open(idOf(group), bodyOf(group))).ok).toBe(true);
  });

  it('does not ring again and again for what can never be written [LG2]', async () => {
    const { registry, id, by, rows, clock, enforcer } = await opened();
    await registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() });
    const own = await rows.read(id);
    await rows.append(id, own.length, { ...own[0]!, n: own.length + 1 });
    let rung = 0;
    const { desire } = enforcer;
    enforcer.desire = (desired) => {
      rung += 1;
      return desire(desired);
    };
    clock.advance(MINUTE);
    await until('the end that is due', () => rung > 0);
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1_000);
      await registry.handle(id, { command: { type: 'hold' }, by, commandId: freshId() });
    }
    expect(rung).toBe(1);
    clock.advance(MINUTE);
    await until('one more look', () => rung === 2);
  });

  it('has every session again after a new start, with its tokens and identities, nobody present [HS7]', async () => {
    const { rows, keys, group, id, leader } = await opened();
    const next = world({ log: rows, keys });
    await next.registry.start();
    expect(await next.registry.lineOf(id, leader.token)).toBe(leader.line);
    expect(await next.registry.rightsOf(leader.identity)).toMatchObject({ line: leader.line });
    expect(next.enforcer.desired.get(id)?.grants).toHaveLength(1);
    expect(await next.registry.look(id, group.leader.hash)).toMatchObject({ taken: false });
    expect(next.registry.running()).toEqual([id]);
  });

  it('has the other sessions again while the media calls of one hang [EN30]', async () => {
    const { rows, keys, id } = await opened();
    const other = freshGroup();
    const both = world({ log: rows, keys });
    await both.registry.open(idOf(other), bodyOf(other));
    await comeIn(both.registry, other, other.leader, 'Zoe');
    const next = world({ log: rows, keys });
    const { desire } = next.enforcer;
    let release: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => (release = resolve));
    next.enforcer.desire = async (desired) => {
      if (desired.session === id) await hangs;
      return desire(desired);
    };
    const started = next.registry.start();
    await until('the rights of the other session', () => next.enforcer.desired.get(idOf(other)));
    expect(next.enforcer.desired.get(id)).toBe(undefined);
    release();
    await started;
    expect(next.enforcer.desired.get(id)?.grants).toHaveLength(1);
  });

  it('leaves out a session whose log is broken and starts all others [LG8, HS28]', async () => {
    const { rows, keys, group, id } = await opened();
    const broken = freshGroup();
    const both = world({ log: rows, keys });
    await both.registry.open(idOf(broken), bodyOf(broken));
    await comeIn(both.registry, broken, broken.leader, 'Zoe');
    const gap: EventLog = {
      ...rows,
      read: async (own) => (await rows.read(own)).slice(own === broken.id ? 1 : 0),
    };
    const next = world({ log: gap, keys });
    await next.registry.start();
    expect(next.registry.running()).toEqual([id]);
    // Not as one that never was: what is missing may be put back, and no page may forget its links or its token by then.
    expect(await next.registry.look(idOf(broken), broken.leader.hash)).toBe('unavailable');
    expect(next.registry.refuses(idOf(broken))).toBe(true);
    expect(await next.registry.look(idOf(freshGroup()), broken.leader.hash)).toBe('unknown-link');
    expect(await next.registry.look(id, group.leader.hash)).toMatchObject({ kind: 'leader' });
  });

  it('forgets a session whose log is broken fourteen days after its last entry [HS9]', async () => {
    const { rows, keys, id, clock, group } = await opened();
    const gap: EventLog = { ...rows, read: async (own) => (await rows.read(own)).slice(1) };
    const last = (await rows.read(id)).at(-1)!.at;
    clock.advance(DAY);
    const next = world({ log: gap, keys, start: clock.now() });
    await next.registry.start();
    next.clock.advance(last + 14 * DAY - next.clock.now() - 1);
    expect(await rows.sessions()).toEqual([id]);
    next.clock.advance(1);
    await until('forgetting', async () => (await rows.sessions()).length === 0);
    expect(await keys.find(id)).toMatchObject({ kind: 'destroyed' });
    expect(await next.registry.look(id, group.leader.hash)).toBe('unknown-link');
  });

  it('forgets a session fifteen minutes after its end, key and rows, also across a new start [HS9]', async () => {
    const { registry, clock, enforcer, id, by, rows, keys, group } = await opened();
    await registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() });
    clock.advance(MINUTE);
    await until('the end', () => enforcer.desired.get(id) === null);
    expect(await registry.look(id, group.leader.hash)).toBe('over');
    const next = world({ log: rows, keys, start: clock.now() });
    await next.registry.start();
    next.clock.advance(14 * MINUTE);
    expect(await next.registry.look(id, group.leader.hash)).toBe('over');
    next.clock.advance(MINUTE);
    await until('forgetting', async () => (await rows.sessions()).length === 0);
    expect(await keys.find(id)).toMatchObject({ kind: 'destroyed' });
    expect(await next.registry.look(id, group.leader.hash)).toBe('unknown-link');
  });

  it('ends a session that nobody came to after fourteen days, though no command comes [TM6]', async () => {
    const { registry, clock } = world();
    const group = freshGroup();
    await registry.open(idOf(group), bodyOf(group));
    clock.advance(14 * DAY - 1);
    expect(await registry.look(idOf(group), group.leader.hash)).toMatchObject({ taken: false });
    clock.advance(1);
    await until('the end', async () => (await registry.look(idOf(group), group.leader.hash)) === 'over');
  });

  it('gives a token that proves one line of one session, in one spelling [HS11]', async () => {
    const { registry, id, leader } = await opened();
    const { token, line } = leader;
    expect(await registry.lineOf(id, token)).toBe(line);
    const wrong = [
      '',
      '.',
      line,
      `${line}.`,
      `${token}=`,
      ` ${token}`,
      token.toUpperCase(),
      token.replace('.', '..'),
      `${token}ä`,
    ];
    for (const other of wrong) expect([other, await registry.lineOf(id, other)]).toEqual([other, null]);
    const second = await opened();
    expect(await second.registry.lineOf(second.id, token)).toBe(null);
  });

  it('answers entering again with the same line, and only to who knows the link [HS11]', async () => {
    const { registry, id, group } = await opened();
    const body = enterBody('Ben');
    const [one, two] = [
      await registry.enter(id, group.open.hash, body),
      await registry.enter(id, group.open.hash, body),
    ];
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    const other = await registry.enter(id, group.members[0]!.hash, body);
    expect(other).toMatchObject({ ok: true });
    expect(other).not.toEqual(one);
  });

  it('refuses a command of a page that holds its line no more, also one that waited in the queue [HS13]', async () => {
    const { registry, id, by, leader, clock } = await opened();
    clock.advance(11_000);
    const connect = { type: 'connect', line: leader.line, page: freshId(), sit: true } as const;
    const [, late] = await Promise.all([
      registry.handle(id, { command: connect, by: server, commandId: freshId() }),
      registry.handle(id, { command: { type: 'hold' }, by, commandId: freshId(), from: leader.identity }),
    ]);
    expect(late).toEqual({ ok: false, refusal: 'elsewhere' });
    expect(leader.views.at(-1)).toMatchObject({ kind: 'over', reason: 'moved' });
  });
});
