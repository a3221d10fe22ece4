import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAY, type Instant } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshGroup, type Group } from '../testing/group.ts';
import { until } from '../testing/until.ts';
import { begin, bodyOf, comeIn, idOf, world } from '../testing/world.ts';
import { openFolder, type DataFolder } from './folder.ts';
import { sealedLog } from './sealed.ts';
import { LogBroken, LogForgotten } from './tail.ts';

const start = 1_800_000_000_000;
const quiet = () => undefined;

describe('rows that are not there', { timeout: 30_000 }, () => {
  let base: string;
  let dir: string;
  let group: Group;
  const opened: DataFolder[] = [];
  /** A start of the server on the folder. */
  const startAt = async (at = start) => {
    await opened.pop()?.rows.close();
    const folder = await openFolder(dir, at as Instant, quiet);
    opened.push(folder);
    const own = world({ log: folder.rows, keys: folder.keys, start: at });
    await own.registry.start();
    return { ...own, log: sealedLog(folder.rows, folder.keys) };
  };
  beforeEach(async () => {
    base = mkdtempSync(path.join(tmpdir(), 'tele-balint-lost-'));
    dir = path.join(base, 'data');
    group = freshGroup();
    const { registry, clock } = await startAt();
    await registry.open(idOf(group), bodyOf(group));
    await begin({ registry, clock }, idOf(group), await comeIn(registry, group, group.leader, 'Anna'));
    registry.stop();
  });
  afterEach(async () => {
    await opened.pop()?.rows.close();
    rmSync(base, { recursive: true });
  });

  it('destroy nothing: put back within 14 days, they bring all back [LG15]', async () => {
    renameSync(path.join(dir, 'sessions'), path.join(base, 'elsewhere'));
    const without = await startAt();
    expect(without.registry.running()).toEqual([]);
    await expect(without.log.open(idOf(group))).rejects.toThrow(/rows of this session are missing/);
    expect(without.lines.join('')).toMatch(/rows of this session are missing/);
    // Nobody opens another session under this id meanwhile.
    expect(await without.registry.open(idOf(group), bodyOf(group))).toMatchObject({ ok: false });
    without.clock.advance(14 * DAY - 1);
    without.registry.stop();
    rmSync(path.join(dir, 'sessions'), { recursive: true });
    renameSync(path.join(base, 'elsewhere'), path.join(dir, 'sessions'));
    const again = await startAt(start + 14 * DAY - 1);
    expect(again.registry.running()).toEqual([idOf(group)]);
    again.registry.stop();
    expect(await again.keys.find(idOf(group))).toMatchObject({ kind: 'marked', missedSince: null });
  });

  it('are waited for fourteen days from when they were missed, over starts, then the key is destroyed [LG15]', async () => {
    rmSync(path.join(dir, 'sessions'), { recursive: true });
    (await startAt()).registry.stop();
    const later = await startAt(start + 13 * DAY);
    later.clock.advance(DAY - 1);
    expect(await later.keys.find(idOf(group))).toMatchObject({ kind: 'marked', missedSince: start });
    later.clock.advance(1);
    await until('the end of the key', async () => (await later.keys.find(idOf(group)))?.kind === 'destroyed');
  });

  it('are told from a kill between the first row and the mark: that session goes on [LG15]', async () => {
    const { rows, keys } = opened[0]!;
    const cut = {
      ...keys,
      put: async (...parts: Parameters<typeof keys.put>) => {
        if (parts[1].kind === 'marked') throw new Error('killed here');
        await keys.put(...parts);
      },
    };
    const other = freshGroup();
    const killed = world({ log: rows, keys: cut });
    expect(await killed.registry.open(idOf(other), bodyOf(other))).toMatchObject({ ok: false });
    expect(await keys.find(idOf(other))).toMatchObject({ kind: 'fresh' });
    const again = await startAt();
    expect(await again.registry.look(idOf(other), other.leader.hash)).toMatchObject({ taken: false });
    expect(await again.keys.find(idOf(other))).toMatchObject({ kind: 'marked' });
  });

  it('of a forgotten session do not bring it back, whichever file is put back [LG16]', async () => {
    for (const putBack of ['sessions', 'keys', 'keys.copy']) {
      const copy = path.join(base, 'copy');
      cpSync(dir, copy, { recursive: true });
      const { log, registry } = await startAt();
      await log.forget(idOf(group), () => start as Instant);
      registry.stop();
      await expect(log.open(idOf(group))).rejects.toThrow(LogForgotten);
      cpSync(path.join(copy, putBack), path.join(dir, putBack), { recursive: true });
      const again = await startAt(start + 1);
      expect(again.registry.running()).toEqual([]);
      expect(await again.registry.open(idOf(group), bodyOf(group))).toMatchObject({ refusal: 'over' });
      await expect(again.log.open(idOf(group))).rejects.toThrow(LogBroken);
      expect(await again.log.open(idOf(group)).catch(() => null)).toBe(null);
      expect(await opened[0]!.rows.read(idOf(group))).toEqual([]);
      again.registry.stop();
      await opened.pop()!.rows.close();
      rmSync(dir, { recursive: true });
      renameSync(copy, dir);
    }
  });

  it('leave the mark of a forgetting for fourteen days and at most one more, then nothing [LG16]', async () => {
    const { log } = await startAt();
    await log.forget(idOf(group), () => start as Instant);
    const before = await startAt(start + 14 * DAY - 1);
    expect(await before.keys.find(idOf(group))).toMatchObject({ kind: 'destroyed' });
    expect(await (await startAt(start + 15 * DAY)).keys.find(idOf(group))).toBe(null);
  });
});
