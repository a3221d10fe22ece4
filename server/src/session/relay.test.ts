// Who gets an envelope: asked of the registry, which is the only door.

import type { LineId, SessionId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { begin, bodyOf, comeIn, enterBody, idOf, opened, server, world } from '../testing/world.ts';
import { freshGroup } from '../testing/group.ts';

const sealed = 'CANARY-ENVELOPE';

type Opened = Awaited<ReturnType<typeof opened>>;

/** Anna leads; Ben and Cleo are there. */
const three = async () => {
  const all = await opened();
  const [ben, cleo] = await Promise.all(
    all.group.members
      .slice(0, 2)
      .map((link, n) => comeIn(all.registry, all.group, link, ['Ben', 'Cleo'][n]!)),
  );
  return { ...all, ben: ben!, cleo: cleo! };
};
/** A page connects that looks on later; answers with its identity. */
const connected = async ({ registry, id }: Opened, line: LineId, sit: boolean) => {
  const command = { type: 'connect', line, page: freshId(), sit } as const;
  const outcome = await registry.handle(id, { command, by: server, commandId: freshId() });
  if (!outcome.ok || outcome.identity === null) throw new Error('did not connect');
  return outcome.identity;
};

/** A line of whom nobody is told anything: how they are not there makes no difference. */
const NOBODY = { got: [] };

describe('an envelope', () => {
  it('goes to each line that it names, once, and to nobody else, and the answer says so [SK6]', async () => {
    const { registry, id, leader, ben, cleo, lines } = await three();
    const to = [cleo.line, leader.line];
    expect(await registry.relay(id, ben, { to, sealed })).toEqual({ got: to });
    expect(await registry.relay(id, leader, { to: [ben.line, leader.line], sealed })).toEqual({
      got: [ben.line],
    });
    expect(leader.relayed).toEqual([{ from: ben.line, sealed }]);
    expect(cleo.relayed).toEqual([{ from: ben.line, sealed }]);
    expect(ben.relayed).toEqual([{ from: leader.line, sealed }]);
    expect(lines.join()).not.toContain('CANARY');
  });

  it('reaches nobody of another session, at the door, gone, or of no line, all alike [SK6]', async () => {
    const { registry, clock, group, id, leader, ben, cleo, by } = await three();
    const other = freshGroup();
    await registry.open(idOf(other), bodyOf(other));
    const zoe = await comeIn(registry, other, other.leader, 'Zoe');
    await begin({ registry, clock }, idOf(other), zoe);
    const waiting = await comeIn(registry, group, group.open, 'Waits');
    const left = {
      command: { type: 'leave' },
      by: { kind: 'line', line: cleo.line },
      commandId: freshId(),
    } as const;
    expect((await registry.handle(id, left)).ok).toBe(true);
    for (const line of [
      zoe.line,
      waiting.line,
      cleo.line,
      ben.line,
      freshId() as LineId,
      'constructor' as LineId,
    ])
      expect(await registry.relay(id, ben, { to: [line], sealed })).toEqual(NOBODY);
    for (const from of [zoe, waiting, cleo])
      expect(await registry.relay(id, from, { to: [leader.line], sealed })).toEqual(NOBODY);
    expect(await registry.relay(freshId() as SessionId, ben, { to: [leader.line], sealed })).toEqual(NOBODY);
    const seat = (() => {
      const view = ben.views.at(-1);
      if (view?.kind !== 'room') throw new Error('not in the room');
      return view.you.seats[0].seat;
    })();
    await registry.handle(id, { command: { type: 'remove', seat }, by, commandId: freshId() });
    expect(await registry.relay(id, leader, { to: [ben.line], sealed })).toEqual(NOBODY);
    expect(await registry.relay(id, ben, { to: [leader.line], sealed })).toEqual(NOBODY);
    for (const { relayed } of [leader, ben, cleo, zoe, waiting]) expect(relayed).toEqual([]);
  });

  it('reaches no line without an open connection, and those beside it all the same [SK6]', async () => {
    const all = await three();
    const { registry, group, id, leader, ben } = all;
    const entered = await registry.enter(id, group.members[2]!.hash, enterBody('Dan'));
    if (!entered.ok) throw new Error(entered.refusal);
    const line = (await registry.lineOf(id, entered.token))!;
    const identity = await connected(all, line, false);
    const to = [line, ben.line];
    expect(await registry.relay(id, leader, { to, sealed })).toEqual({ got: [ben.line] });
    const got: unknown[] = [];
    const onRelay = (envelope: unknown) => got.push(envelope) > 0;
    const stop = registry.watch(id, { line, identity, onView: () => undefined, onRelay });
    expect(await registry.relay(id, leader, { to, sealed })).toEqual({ got: to });
    stop();
    expect(await registry.relay(id, leader, { to, sealed })).toEqual({ got: [ben.line] });
    expect(got).toEqual([{ from: leader.line, sealed }]);
  });

  it('is neither sent nor got by a page whose place another one took [SK6]', async () => {
    const all = await three();
    const { registry, id, leader, ben } = all;
    const identity = await connected(all, ben.line, true);
    const got: unknown[] = [];
    const onRelay = (envelope: unknown) => got.push(envelope) > 0;
    registry.watch(id, { line: ben.line, identity, onView: () => undefined, onRelay });
    expect(await registry.relay(id, leader, { to: [ben.line], sealed })).toEqual({ got: [ben.line] });
    expect([got.length, ben.relayed.length]).toEqual([1, 0]);
    expect(await registry.relay(id, ben, { to: [leader.line], sealed })).toEqual(NOBODY);
    const now = { line: ben.line, identity };
    expect(await registry.relay(id, now, { to: [leader.line], sealed })).toEqual({ got: [leader.line] });
  });

  it('that one page cannot take is told to be dropped, and the others get it [SK51]', async () => {
    const { registry, id, leader, ben, cleo, lines } = await three();
    const { line, identity } = ben;
    const to = [ben.line, cleo.line];
    const full = { line, identity, onView: () => undefined, onRelay: () => false };
    // The page of before is still open: one of both is enough.
    const stop = registry.watch(id, full);
    expect(await registry.relay(id, leader, { to, sealed })).toEqual({ got: to });
    stop();
    const again = await opened();
    const failing = () => {
      throw new Error('this page is broken');
    };
    const dan = await comeIn(again.registry, again.group, again.group.members[0]!, 'Dan', failing);
    const eva = await comeIn(again.registry, again.group, again.group.members[1]!, 'Eva', () => false);
    const all = [dan.line, eva.line];
    expect(await again.registry.relay(again.id, again.leader, { to: all, sealed })).toEqual({
      got: [],
      dropped: true,
    });
    expect([again.lines.length, lines.length]).toEqual([1, 0]);
    expect(again.lines.join()).not.toContain('CANARY');
  });
});

describe('somebody who sends all they can', () => {
  it('fills no line, ends none, and takes nothing from others [SK28, SK51]', async () => {
    const all = world({ allowance: 1 });
    const group = freshGroup();
    const id = idOf(group);
    await all.registry.open(id, bodyOf(group));
    const leader = await comeIn(all.registry, group, group.leader, 'Anna');
    const mallory = await comeIn(all.registry, group, group.members[0]!, 'Mallory');
    const ben = await comeIn(all.registry, group, group.members[1]!, 'Ben');
    const big = 'x'.repeat(4_096);
    const strangers = Array.from({ length: 24 }, () => freshId() as LineId);
    let dropped = 0;
    for (let n = 0; n < 2_000; n += 1) {
      const answer = await all.registry.relay(id, mallory, {
        to: [leader.line, ben.line, ...strangers],
        sealed: big,
      });
      if (answer.dropped === true) dropped += 1;
    }
    expect(dropped).toBe(2_000 - 24);
    for (const { relayed } of [leader, ben]) expect(relayed).toHaveLength(24);
    expect(await all.registry.relay(id, ben, { to: [leader.line], sealed: big })).toEqual({
      got: [leader.line],
    });
    expect(leader.relayed.at(-1)).toEqual({ from: ben.line, sealed: big });
    // A minute later a minute's worth is carried again, and not more.
    all.clock.advance(60_000);
    for (let n = 0; n < 100; n += 1) await all.registry.relay(id, mallory, { to: [ben.line], sealed: big });
    expect(ben.relayed).toHaveLength(24 + 15);
  });
});
