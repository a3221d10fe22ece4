import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAMAGES, damageOne } from '../testing/damage.ts';
import { freshGroup, type Group } from '../testing/group.ts';
import { oldData } from '../testing/old-data.ts';
import { begin, bodyOf, comeIn, idOf, world } from '../testing/world.ts';
import { openFolder } from './folder.ts';

const now = 1_800_000_000_000 as Instant;
const TIMES = 40;
const quiet = () => undefined;
const seeds = Array.from({ length: TIMES }, (_, i) => i + 1);

/** Starts on a folder; answers which sessions are there whole, with as many entries as they had. */
const startOn = async (dir: string, at = now as number) => {
  const { rows, keys } = await openFolder(dir, at as Instant, quiet);
  const { registry } = world({ log: rows, keys, start: at });
  await registry.start();
  const running = new Set<string>(registry.running());
  registry.stop();
  await rows.close();
  return running;
};

describe('a damaged data folder', { timeout: 120_000 }, () => {
  const base = mkdtempSync(path.join(tmpdir(), 'tele-balint-damage-'));
  const good = path.join(base, 'good');
  const groups: readonly Group[] = Array.from({ length: 8 }, freshGroup);
  beforeAll(async () => {
    const { rows, keys } = await openFolder(good, now, quiet);
    const { registry, clock } = world({ log: rows, keys });
    for (const group of groups) {
      await registry.open(idOf(group), bodyOf(group));
      const leader = await comeIn(registry, group, group.leader, 'Anna');
      await begin({ registry, clock }, idOf(group), leader);
      for (const link of group.members) await comeIn(registry, group, link, 'Ben');
    }
    registry.stop();
    await rows.close();
  });
  afterAll(() => rmSync(base, { recursive: true }));

  /** The session whose own file a damage touched. The keys are there twice: damage of one file is nobody's. */
  const touchedBy = (file: string): string | null =>
    file.endsWith('.rows') ? path.basename(file, '.rows') : null;

  it.each(DAMAGES)('starts with every session that %s has not touched, 40 times [LG14]', async (damage) => {
    for (const seed of seeds) {
      const dir = path.join(base, `${damage} ${seed}`);
      cpSync(good, dir, { recursive: true });
      const touched = touchedBy(damageOne(dir, damage, seed));
      const running = await startOn(dir);
      const missing = groups.filter(({ id }) => id !== touched && !running.has(id));
      expect([seed, missing.map(({ id }) => id)]).toEqual([seed, []]);
    }
  });

  it.each(DAMAGES)('of an earlier program starts after %s, 40 times [LG14]', async (damage) => {
    let whole = 0;
    for (const seed of seeds) {
      const old = oldData('data-1');
      rmSync(path.join(old.dir, 'expected.json'));
      damageOne(old.dir, damage, seed);
      if ((await startOn(old.dir, old.madeAt)).size > 0) whole += 1;
      old.clean();
    }
    // Damage of one database is more than one session's, so only the start is promised; most have more.
    expect(whole).toBeGreaterThan(0);
  });
});
