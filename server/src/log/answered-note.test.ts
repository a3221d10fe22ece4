import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant, SessionId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from './event-log.ts';
import { fileLog } from './file-log.ts';
import { memoryKeys } from './key-store.ts';
import type { Entry, Tail } from './entry.ts';
import { sealedLog } from './sealed.ts';
import { LogBroken } from './tail.ts';

const id = 'a-session-of-this-test' as SessionId;
const entry = (n: number): Entry<null> => ({
  at: 1_800_000_000_000 + n,
  by: 'server',
  commandId: `c${n}`,
  events: [],
  result: null,
});

describe('rows whose end is missing', () => {
  let dir: string;
  let rows: string;
  let keys: ReturnType<typeof memoryKeys>;
  let tail: Tail<null>;
  /** The size of the file after each entry. */
  let sizes: number[];
  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-answered-'));
    rows = path.join(dir, `${id}.rows`);
    keys = memoryKeys();
    tail = await sealedLog(fileLog(dir), keys).open(id);
    sizes = [];
    for (let n = 1; n <= 5; n += 1) {
      await tail.append(entry(n));
      sizes.push(readFileSync(rows).length);
    }
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const start = (log: EventLog = fileLog(dir)) => sealedLog(log, keys).open(id);
  const count = async (): Promise<number> => (await start()).entries.length;

  it('refuse their session, at every border of a line and beside it, and say so [LG8]', async () => {
    for (const size of sizes.slice(0, -1))
      for (const by of [size - 1, size, size + 1]) {
        const whole = readFileSync(rows);
        truncateSync(rows, by);
        const error = await start().catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(LogBroken);
        expect(String((error as Error).cause)).toMatch(/entries that were answered are missing/);
        writeFileSync(rows, whole);
        expect(await count()).toBe(5);
      }
  });

  it('refuse it where they are zeros, or an older file that was put back [LG8]', async () => {
    const whole = readFileSync(rows);
    writeFileSync(rows, Buffer.from(whole).fill(0, sizes[2]));
    await expect(start()).rejects.toThrow(LogBroken);
    writeFileSync(rows, whole);
    // As long as the older file or longer, but not its continuation.
    await tail.rewrite((entries) => entries.slice(2));
    expect(await count()).toBe(3);
    writeFileSync(rows, whole);
    await expect(start()).rejects.toThrow(LogBroken);
  });

  it('go on where the write was never answered, and where nothing is noted [LG8, LG4]', async () => {
    const note = `${rows}.answered`;
    const whole = readFileSync(rows);
    const noted = readFileSync(note);
    await tail.append(entry(6));
    // As after a kill between the rows and the note, or a power cut before the note was on the disk.
    writeFileSync(note, noted);
    expect(await count()).toBe(6);
    truncateSync(rows, whole.length + 30);
    expect(await count()).toBe(5);
    for (const damage of [Buffer.alloc(0), Buffer.alloc(noted.length), noted.subarray(0, 20)]) {
      writeFileSync(note, damage);
      truncateSync(rows, sizes[3]);
      expect(await count()).toBe(4);
      writeFileSync(rows, whole);
    }
  });

  it('are noted anew after the log was made shorter, and no note outlives its session [LG8]', async () => {
    await tail.rewrite((entries) => entries.slice(0, 2));
    await tail.append(entry(6));
    const size = readFileSync(rows).length;
    expect(await count()).toBe(3);
    truncateSync(rows, size - 10);
    await expect(start()).rejects.toThrow(LogBroken);
    await sealedLog(fileLog(dir), keys).forget(id, () => entry(7).at as Instant);
    expect(readdirSync(dir)).toEqual([]);
  });
});
