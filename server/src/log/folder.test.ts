import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oldData } from '../testing/old-data.ts';
import { idOf } from '../testing/world.ts';
import { openFolder } from './folder.ts';
import { sealedLog } from './sealed.ts';

describe('what cannot be opened', { timeout: 30_000 }, () => {
  let old: ReturnType<typeof oldData>;
  let said: string[];
  let starts = 0;
  beforeEach(() => {
    old = oldData('data-1');
    said = [];
  });
  afterEach(() => old.clean());

  const place = (name: string): string => path.join(old.dir, name);
  /** A start; answers which sessions open. */
  const start = async (): Promise<readonly string[]> => {
    said = [];
    const { rows, keys } = await openFolder(old.dir, (old.madeAt + (starts += 1)) as Instant, (sentence) =>
      said.push(sentence),
    );
    const log = sealedLog(rows, keys);
    const good: string[] = [];
    for (const [name, { group }] of Object.entries(old.sessions))
      await log.open(idOf(group)).then(
        () => good.push(name),
        () => undefined,
      );
    await rows.close();
    return good;
  };
  const aside = (name: string): string | undefined =>
    readdirSync(old.dir).find((one) => one.startsWith(`${name}.set-aside-`));

  it('is kept under another name and told of at every start; put back whole, it brings all back [LG14]', async () => {
    const whole = {
      'events.db': readFileSync(place('events.db')),
      'events.db-wal': readFileSync(place('events.db-wal')),
    };
    const damaged = Buffer.from(whole['events.db']).fill(0, 0, 4_096);
    writeFileSync(place('events.db'), damaged);
    rmSync(place('events.db-wal'));
    expect(await start()).toEqual([]);
    expect(said[0]).toMatch(/^events\.db cannot be read whole\. It is kept as events\.db\.set-aside-/);
    expect(readFileSync(place(aside('events.db')!))).toEqual(damaged);
    await start();
    expect(said).toEqual([expect.stringMatching(/^events\.db\.set-aside-\S+ lies in the data folder/)]);
    for (const [name, bytes] of Object.entries(whole)) writeFileSync(place(name), bytes);
    expect([...(await start())].sort()).toEqual(['ended', 'late', 'running', 'waiting']);
  });

  it('leaves nothing behind where all of it could be taken over [LG14, LG12]', async () => {
    await start();
    expect(said).toEqual([]);
    expect(readdirSync(old.dir).sort()).toEqual(['expected.json', 'keys', 'keys.copy', 'lock', 'sessions']);
  });

  it('may be one of our own files, or our folder [LG14]', async () => {
    await start();
    rmSync(place('keys'));
    mkdirSync(place('keys'));
    // The other file of the keys has them all.
    expect(await start()).toContain('running');
    expect(said[0]).toMatch(/^keys cannot be opened\. It is kept as keys\.set-aside-/);
    rmSync(place('sessions'), { recursive: true });
    writeFileSync(place('sessions'), 'a file');
    expect(await start()).toEqual([]);
    expect(said.join('\n')).toMatch(/sessions cannot be opened\. It is kept as sessions\.set-aside-/);
    expect(existsSync(place(aside('sessions')!))).toBe(true);
  });

  it('may be a link that leads nowhere, or a folder in the place of a file; a link that leads somewhere is followed [LG14]', async () => {
    const before = await start();
    for (const name of ['keys', 'keys.copy', 'lock', 'keys.db', 'events.db']) {
      rmSync(place(name), { force: true });
      symlinkSync('/nowhere/at/all', place(name));
      expect([name, await start()]).toEqual([name, before]);
      expect(said[0]).toMatch(`${name} cannot be opened`);
      rmSync(place(name), { force: true, recursive: true });
      mkdirSync(place(name));
      expect([name, await start()]).toEqual([name, before]);
    }
    const [first] = readdirSync(place('sessions')).filter((name) => name.endsWith('.rows'));
    renameSync(place('sessions'), place('moved'));
    symlinkSync(place('moved'), place('sessions'));
    expect(await start()).toEqual(before);
    expect(existsSync(place('moved'))).toBe(true);
    // One session's file that leads to itself is that session's only.
    rmSync(place(`moved/${first}`));
    symlinkSync(place(`moved/${first}`), place(`moved/${first}`));
    expect((await start()).length).toBeGreaterThanOrEqual(before.length - 1);
  });
});
