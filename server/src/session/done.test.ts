import { describe, expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { type EventLog, LogConflict } from '../log/event-log.ts';
import { memoryLog } from '../log/memory.ts';
import { comeIn, opened, world } from '../testing/world.ts';

/** A page whose connection fails whenever something is sent to it. */
const failing = () => {
  throw new Error('this page cannot be told anything');
};

describe('what is written has happened', () => {
  it('[HS23] of a write that nobody knows the end of nobody is told that it was not done', async () => {
    const rows = memoryLog();
    const conflict = { now: false };
    const log: EventLog = {
      ...rows,
      append: async (...parts) => {
        await rows.append(...parts);
        if (conflict.now) throw new LogConflict('written, and its end not known');
      },
    };
    const { registry, keys, id, by } = await opened({ log });
    conflict.now = true;
    const [hold, other] = [freshId(), freshId()];
    const press = (commandId: string, late = false) =>
      registry.handle(id, { command: { type: 'closeDoor' }, by, commandId, late });
    expect(await press(hold)).toMatchObject({ ok: false, unsure: true });
    expect(await press(hold, true)).toMatchObject({ ok: false, unsure: true });
    expect(await press(other)).toEqual({ ok: false, refusal: 'unavailable' });
    const next = world({ log: rows, keys });
    await next.registry.start();
    expect(
      await next.registry.handle(id, { command: { type: 'closeDoor' }, by, commandId: hold, late: true }),
    ).toMatchObject({ ok: true });
  });

  it('[HS23] a page that cannot be told anything turns no done command into a refusal', async () => {
    const { registry, id, by, leader } = await opened();
    const { line, identity } = leader;
    const stop = registry.watch(id, { line, identity, onView: failing, onRelay: failing });
    const later: unknown[] = [];
    registry.watch(id, { line, identity, onView: (view) => later.push(view), onRelay: () => true });
    const told = later.length;
    const hold = { command: { type: 'closeDoor' }, by, commandId: freshId() } as const;
    expect(await registry.handle(id, hold)).toMatchObject({ ok: true });
    expect(later).toHaveLength(told + 1);
    expect(await registry.handle(id, hold)).toMatchObject({ ok: true });
    stop();
  });

  it('[HS23] nor do rights that cannot be made true, or a way to LiveKit that cannot be cut', async () => {
    const { registry, group, id, by, enforcer } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    registry.onEvict(failing);
    enforcer.desire = () => Promise.reject(new Error('no media server was ever like this'));
    const seat = (() => {
      const view = member.views.at(-1);
      if (view?.kind !== 'room') throw new Error('not in the room');
      return view.you.seats[0].seat;
    })();
    const remove = { command: { type: 'remove', seat }, by, commandId: freshId() } as const;
    expect(await registry.handle(id, remove)).toMatchObject({ ok: true });
    expect(member.views.at(-1)).toMatchObject({ kind: 'over', reason: 'removed' });
  });

  it('[SK27] asked for late: what was done is answered, what was not is not done any more', async () => {
    const { registry, id, by, leader } = await opened();
    const raise = (commandId: string, late = false) =>
      registry.handle(id, { command: { type: 'closeDoor' }, by, commandId, late });
    const [done, lost] = [freshId(), freshId()];
    const before = leader.views.length;
    expect(await raise(lost, true)).toEqual({ ok: false, refusal: 'unavailable' });
    // The press itself arrives after the question, by a connection that was slower.
    expect(await raise(lost)).toEqual({ ok: false, refusal: 'unavailable' });
    expect(leader.views).toHaveLength(before);
    const first = await raise(done);
    expect(first).toMatchObject({ ok: true });
    expect(await raise(done, true)).toEqual(first);
  });

  it('[SK27] also where somebody else has asked very often meanwhile', async () => {
    const { registry, group, id, by } = await opened();
    const member = await comeIn(registry, group, group.members[0]!, 'Ben');
    const lost = { command: { type: 'closeDoor' }, by, commandId: freshId() } as const;
    expect(await registry.handle(id, { ...lost, late: true })).toMatchObject({ ok: false });
    for (let n = 0; n < 500; n += 1)
      await registry.handle(id, {
        command: { type: 'raiseHand' },
        by: { kind: 'line', line: member.line },
        commandId: freshId(),
        late: true,
      });
    expect(await registry.handle(id, lost)).toEqual({ ok: false, refusal: 'unavailable' });
  });
});
