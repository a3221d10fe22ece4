import path from 'node:path';
import { cpSync } from 'node:fs';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskImage, type DiskImage } from '../testing/disk-image.ts';
import { freshGroup } from '../testing/group.ts';
import { oldData } from '../testing/old-data.ts';
import { bodyOf, comeIn, idOf, world } from '../testing/world.ts';
import { openFolder } from './folder.ts';
import { sealedLog } from './sealed.ts';

const now = 1_800_000_000_000 as Instant;
const quiet = () => undefined;

describe('the raw bytes of the disk', { timeout: 60_000 }, () => {
  let disk: DiskImage;
  beforeEach(() => {
    disk = diskImage();
  });
  afterEach(() => disk.clean());

  /** How many of the keys stand anywhere on the disk. */
  const seen = (keys: readonly Buffer[]): number => {
    const bytes = disk.bytes();
    return keys.filter((key) => bytes.includes(key)).length;
  };

  it('hold no key of a forgotten session, nor of one forgotten among others that go on [LG13]', async () => {
    const dir = path.join(disk.dir, 'data');
    const opened = await openFolder(dir, now, quiet);
    const at = world({ log: opened.rows, keys: opened.keys });
    const groups = Array.from({ length: 12 }, freshGroup);
    for (const group of groups) {
      await at.registry.open(idOf(group), bodyOf(group));
      await comeIn(at.registry, group, group.leader, 'Anna');
    }
    at.registry.stop();
    const log = sealedLog(opened.rows, opened.keys);
    const keys = new Map<string, Buffer>();
    for (const group of groups) keys.set(group.id, Buffer.from((await log.open(idOf(group))).key));
    await opened.rows.close();
    // The looking itself works.
    expect(seen([...keys.values()])).toBe(12);

    const again = await openFolder(dir, now, quiet);
    const forgetting = sealedLog(again.rows, again.keys);
    for (const group of groups.slice(0, 6)) await forgetting.forget(idOf(group), () => now);
    await again.rows.close();
    const all = [...keys.values()];
    expect([seen(all.slice(0, 6)), seen(all.slice(6))]).toEqual([0, 6]);
  });

  it('hold no key of an earlier program once its sessions are forgotten [LG13]', async () => {
    const old = oldData('data-1');
    const dir = path.join(disk.dir, 'data');
    cpSync(old.dir, dir, { recursive: true });
    old.clean();
    const { rows, keys } = await openFolder(dir, old.madeAt as Instant, quiet);
    const log = sealedLog(rows, keys);
    const own: Buffer[] = [];
    for (const name of ['running', 'waiting', 'late', 'ended'] as const)
      own.push(Buffer.from((await log.open(idOf(old.sessions[name].group))).key));
    await rows.close();
    expect(seen(own)).toBe(4);
    const again = await openFolder(dir, old.madeAt as Instant, quiet);
    const forgetting = sealedLog(again.rows, again.keys);
    for (const session of await forgetting.sessions())
      await forgetting.forget(session, () => old.madeAt as Instant);
    await again.rows.close();
    expect(seen(own)).toBe(0);
  });
});
