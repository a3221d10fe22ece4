// What a session that is over leaves behind, and what whoever was there is told of it.

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DAY, HOUR, MINUTE } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { hashOfSession, type KeyState } from '../log/key-store.ts';
import { SLOT } from '../log/key-slot.ts';
import { ended, gone, start, starts } from '../testing/ended.ts';
import { freshGroup } from '../testing/group.ts';
import { smallDisk } from '../testing/small-disk.ts';
import { temporary } from '../testing/temporary.ts';
import { until } from '../testing/until.ts';
import { idOf } from '../testing/world.ts';

/** Milliseconds from the press to the end of the key. */
const FORGOTTEN = 16 * MINUTE;

const keyIn = (state: KeyState | null): Buffer =>
  state !== null && 'key' in state ? Buffer.from(state.key) : expect.fail('there is no key');

describe('a forgotten session', { timeout: 60_000 }, () => {
  it('is told of to who holds its receipt, once its key is destroyed, across new starts, for a day [HT42]', async () => {
    const startAt = starts(temporary());
    const first = await startAt();
    const { group, receipt } = await ended(first);
    const id = idOf(group);
    first.clock.advance(15 * MINUTE - 1);
    expect(await first.registry.forgotten(id, receipt)).toMatchObject({ destroyedAt: null });
    first.clock.advance(1);
    const at = await gone(first, group, receipt);
    expect(at).toBe(start + FORGOTTEN + 1_000);
    first.registry.stop();
    const second = await startAt(at + HOUR);
    expect(await second.registry.forgotten(id, receipt)).toMatchObject({ destroyedAt: at });
    second.clock.advance(DAY - HOUR - 1);
    expect(await second.registry.forgotten(id, receipt)).toMatchObject({ destroyedAt: at });
    second.clock.advance(1);
    expect(await second.registry.forgotten(id, receipt)).toBe(null);
    second.registry.stop();
  });

  it('is not told of to anybody else: not by its id, another receipt, or before its end [HT42]', async () => {
    const at = await starts(temporary())();
    const { group, receipt } = await ended(at);
    const other = await ended(at);
    at.clock.advance(15 * MINUTE);
    await gone(at, group, receipt);
    const answers = [
      [group.id, other.receipt],
      [group.id, ''],
      [group.id, 'A'.repeat(43)],
      [freshGroup().id, receipt],
    ] as const;
    for (const [id, given] of answers) expect(await at.registry.forgotten(id as never, given)).toBe(null);
    at.registry.stop();
  });

  it('leaves the hash of its id and the hour where its key stood, the hour for a day, and never its id [LG18]', async () => {
    const dir = temporary();
    const startAt = starts(dir);
    const at = await startAt();
    const { group, receipt } = await ended(at);
    at.clock.advance(15 * MINUTE);
    const destroyed = await gone(at, group, receipt);
    await until('the end of the rows', async () => (await at.rows.sessions()).length === 0);
    const files = () =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => readFileSync(path.join(one.parentPath, one.name)));
    expect(files().filter((bytes) => bytes.includes(group.id))).toEqual([]);
    expect(files().filter((bytes) => bytes.includes(hashOfSession(idOf(group))))).toHaveLength(2);
    const hour = Buffer.alloc(8);
    hour.writeDoubleBE(destroyed);
    expect(files().filter((bytes) => bytes.includes(hour))).toHaveLength(2);
    at.clock.advance(DAY);
    await until('the end of the hour', () => files().every((bytes) => !bytes.includes(hour)));
    expect(await at.keys.find(idOf(group))).toMatchObject({ kind: 'destroyed' });
    at.clock.advance(15 * DAY);
    await until('the end of the mark', () =>
      files().every((bytes) => !bytes.includes(hashOfSession(idOf(group)))),
    );
    at.registry.stop();
  });

  const cuts = {
    'between its two files': (copy: Buffer) => copy,
    'within the second file': (copy: Buffer, now: Buffer) =>
      Buffer.concat([now.subarray(0, SLOT / 64), copy.subarray(SLOT / 64)]),
  };
  it.each(Object.entries(cuts))(
    'is told of only without its key: killed %s, the next start destroys it first [HT42, LG18]',
    async (_name, cut) => {
      const dir = temporary();
      const startAt = starts(dir);
      const at = await startAt();
      const { group, receipt } = await ended(at);
      const key = keyIn(await at.keys.find(idOf(group)));
      copyFileSync(path.join(dir, 'keys.copy'), path.join(dir, 'before'));
      at.clock.advance(15 * MINUTE);
      await gone(at, group, receipt);
      at.registry.stop();
      const [copy, now] = ['before', 'keys.copy'].map((name) => readFileSync(path.join(dir, name)));
      expect(copy?.includes(key)).toBe(true);
      writeFileSync(path.join(dir, 'keys.copy'), cut(copy!, now!));
      writeFileSync(path.join(dir, 'before'), '');
      // Until this start the key lay on the disk: an earlier hour would be untrue.
      const later = at.clock.now() + 2 * HOUR;
      const next = await startAt(later);
      for (const name of ['keys', 'keys.copy'])
        expect(readFileSync(path.join(dir, name)).includes(key)).toBe(false);
      expect(await next.registry.forgotten(idOf(group), receipt)).toMatchObject({ destroyedAt: later });
      next.registry.stop();
      // A start that was killed before both files said so.
      for (const name of ['keys', 'keys.copy']) {
        writeFileSync(path.join(dir, name), now!);
        const third = await startAt(later + HOUR);
        expect(await third.registry.forgotten(idOf(group), receipt)).toMatchObject({ destroyedAt: later });
        third.registry.stop();
      }
    },
  );

  it('keeps its hour where a file is damaged that held no key any more [HT42]', async () => {
    const dir = temporary();
    const startAt = starts(dir);
    const at = await startAt();
    const { group, receipt } = await ended(at);
    at.clock.advance(15 * MINUTE);
    const destroyed = await gone(at, group, receipt);
    at.registry.stop();
    const file = path.join(dir, 'keys');
    writeFileSync(file, readFileSync(file).fill(0xff, 0, 40));
    const next = await startAt(destroyed + HOUR);
    expect(await next.registry.forgotten(idOf(group), receipt)).toMatchObject({ destroyedAt: destroyed });
    next.registry.stop();
  });

  it('is not told of where the first file was cut, until the next start has destroyed its key [HT42]', async () => {
    const dir = temporary();
    const startAt = starts(dir);
    const at = await startAt();
    const { group, receipt } = await ended(at);
    at.registry.stop();
    const file = path.join(dir, 'keys');
    writeFileSync(file, readFileSync(file).fill(0xff, 0, 40));
    const next = await startAt(at.clock.now());
    expect(await next.registry.forgotten(idOf(group), receipt)).toMatchObject({ destroyedAt: null });
    next.clock.advance(15 * MINUTE);
    expect(await gone(next, group, receipt)).toBe(next.clock.now());
    next.registry.stop();
  });

  it('is told of as gone only once the disk has taken it; a full disk takes it [HT42]', async () => {
    const disk = smallDisk();
    const at = await starts(disk.dir)();
    const { group, receipt } = await ended(at);
    disk.fill();
    at.clock.advance(15 * MINUTE);
    if (disk.once === 'closed') {
      await until('the failing', () => at.lines.join('').includes('could not be forgotten'));
      expect(await at.registry.forgotten(idOf(group), receipt)).toMatchObject({ destroyedAt: null });
      disk.free();
      at.clock.advance(MINUTE);
    }
    await gone(at, group, receipt);
    at.registry.stop();
  });

  it('is told of, and no longer than a day, where the clock was set back meanwhile [HT42]', async () => {
    const startAt = starts(temporary());
    const at = await startAt();
    const { group, receipt } = await ended(at);
    at.clock.advance(15 * MINUTE);
    await gone(at, group, receipt);
    at.registry.stop();
    const back = start - 3 * DAY;
    const next = await startAt(back);
    expect(await next.registry.forgotten(idOf(group), receipt)).toEqual({ destroyedAt: back, now: back });
    next.clock.advance(DAY);
    expect(await next.registry.forgotten(idOf(group), receipt)).toBe(null);
    next.registry.stop();
  });
});
