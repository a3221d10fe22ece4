import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LineId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileLog } from '../log/file-log.ts';
import { memoryKeys } from '../log/key-store.ts';
import type { Group } from '../testing/group.ts';
import { freshId } from '../testing/raw-socket.ts';
import { comeIn, enterBody, idOf, opened, server, world } from '../testing/world.ts';
import type { Registry } from './registry.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Kilobytes of rows on the disk. */
const kept = (): number =>
  readdirSync(dir).reduce((sum, file) => sum + statSync(path.join(dir, file)).size, 0) / 1_024;

/** Enter, connect, go away, close. */
const round = async (registry: Registry, group: Group, n: number): Promise<void> => {
  const id = idOf(group);
  const entered = await registry.enter(id, group.open.hash, enterBody(`Mallory ${n}`));
  if (!entered.ok) throw new Error(entered.refusal);
  const line = (await registry.lineOf(id, entered.token)) as LineId;
  const send = (command: object, by: object) =>
    registry.handle(id, { command, by, commandId: freshId() } as Parameters<Registry['handle']>[1]);
  const come = await send({ type: 'connect', line, page: freshId(), sit: false }, server);
  const gone = await send({ type: 'goAway' }, { kind: 'line', line });
  if (!come.ok || !gone.ok) throw new Error('the round was refused');
  await send({ type: 'disconnect', line, identity: come.identity, seen: 0 }, server);
};

const ROUNDS = 500;

it(
  'a flood at the door does not fill the disk, and a new start finds all that counts [DR24, EF2]',
  { timeout: 120_000 },
  async () => {
    const keys = memoryKeys();
    const { registry, group, id, by, leader } = await opened({ log: fileLog(dir), keys });
    const waiting = await comeIn(registry, group, group.open, 'Waits');
    const hold = { command: { type: 'hold' }, by, commandId: freshId() } as const;
    const held = await registry.handle(id, hold);
    const before = kept();
    let most = 0;
    for (let n = 0; n < ROUNDS; n += 1) {
      await round(registry, group, n);
      most = Math.max(most, kept());
    }
    // Some five hundred entries, and those of the twenty who are told why.
    expect(most - before).toBeLessThan(400);
    expect(registry.present().filter((one) => one.session === id)).toHaveLength(2);

    const next = world({ log: fileLog(dir), keys });
    await next.registry.start();
    expect(next.registry.running()).toEqual([id]);
    expect(await next.registry.handle(id, hold)).toEqual(held);
    for (const { token, line } of [leader, waiting]) expect(await next.registry.lineOf(id, token)).toBe(line);
    const again = await comeIn(next.registry, group, group.members[0]!, 'Ben');
    expect(again.views.at(-1)).toMatchObject({ kind: 'room', course: { kind: 'arrive' } });
  },
);

it('keeps the answers that somebody may still ask for, also where nothing else is left of what was done [DR24, HS1]', async () => {
  const keys = memoryKeys();
  const { registry, group, id, by } = await opened({ log: fileLog(dir), keys });
  const guest = await comeIn(registry, group, group.open, 'Comes and goes');
  const command = { type: 'admit', line: guest.line, answer: 'nextPhase' } as const;
  const later = { command, by, commandId: freshId() } as const;
  const done = await registry.handle(id, later);
  expect(done.ok).toBe(true);
  const gone = { command: { type: 'goAway' }, by: { kind: 'line', line: guest.line } } as const;
  expect((await registry.handle(id, { ...gone, commandId: freshId() })).ok).toBe(true);
  const before = kept();
  for (let n = 0; n < ROUNDS; n += 1) await round(registry, group, n);
  expect(kept() - before, 'kilobytes, or it was not written anew').toBeLessThan(400);

  const next = world({ log: fileLog(dir), keys });
  await next.registry.start();
  expect(await next.registry.handle(id, { ...later, late: true })).toEqual(done);
});

it('is not read anew where nobody came or went: pressing for hours makes nobody wait [DR24]', async () => {
  const log = fileLog(dir);
  let reads = 0;
  const counted: typeof log = {
    ...log,
    read: (session) => {
      reads += 1;
      return log.read(session);
    },
  };
  const { registry, id, by } = await opened({ log: counted });
  const before = reads;
  for (let n = 0; n < 1_200; n += 1) {
    const command = { type: n % 2 === 0 ? 'hold' : 'resume' } as const;
    expect(await registry.handle(id, { command, by, commandId: freshId() })).toMatchObject({ ok: true });
  }
  expect(reads).toBe(before);
});
