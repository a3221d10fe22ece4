import type * as NodeFs from 'node:fs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogConflict, type Envelope } from './event-log.ts';
import { fileLog } from './file-log.ts';

/** What the disk does here: `room` is how many bytes it still takes. */
const disk = vi.hoisted(() => ({ room: Infinity, syncs: true, truncates: true, done: [] as string[] }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof NodeFs>();
  const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  return {
    ...fs,
    writeSync: (fd: number, bytes: Uint8Array, from: number, length: number, at: number) => {
      disk.done.push('write');
      if (disk.room <= 0) throw full();
      const written = fs.writeSync(fd, bytes, from, Math.min(length, disk.room), at);
      disk.room -= written;
      return written;
    },
    fdatasyncSync: (fd: number) => {
      disk.done.push('sync');
      if (!disk.syncs) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      fs.fdatasyncSync(fd);
    },
    ftruncateSync: (fd: number, size: number) => {
      if (!disk.truncates) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      fs.ftruncateSync(fd, size);
    },
  };
});

const id = 'a-session-of-this-test' as SessionId;
const envelope = (n: number): Envelope => ({
  v: 1,
  n,
  at: 1_800_000_000_000 + n,
  prevHash: '',
  data: new Uint8Array(200).fill(n),
});

describe('a file of rows', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-rows-'));
    file = path.join(dir, `${id}.rows`);
  });
  afterEach(() => {
    Object.assign(disk, { room: Infinity, syncs: true, truncates: true, done: [] });
    rmSync(dir, { recursive: true });
  });

  it('has every row on the disk before it is answered [LG4]', async () => {
    const log = fileLog(dir);
    await log.append(id, 0, envelope(1));
    await log.append(id, 1, envelope(2));
    // The third is the note beside it, which may be behind.
    const once = ['write', 'sync', 'write'];
    expect(disk.done).toEqual([...once, ...once]);
  });

  it.each([0, 1, 150])(
    'is as it was after a write of which the full disk took %i bytes [HS5]',
    async (room) => {
      const log = fileLog(dir);
      await log.append(id, 0, envelope(1));
      const before = readFileSync(file);
      disk.room = room;
      await expect(log.append(id, 1, envelope(2))).rejects.toThrow(/ENOSPC/);
      expect(readFileSync(file)).toEqual(before);
      disk.room = Infinity;
      await log.append(id, 1, envelope(2));
      expect(await fileLog(dir).read(id)).toEqual([envelope(1), envelope(2)]);
    },
  );

  it('refuses the session where a failed write cannot be taken back: nobody knows what it holds [HS5]', async () => {
    const log = fileLog(dir);
    await log.append(id, 0, envelope(1));
    Object.assign(disk, { syncs: false, truncates: false });
    await expect(log.append(id, 1, envelope(2))).rejects.toThrow(LogConflict);
  });

  it('goes on after a write that a power cut has cut short [LG4]', async () => {
    const first = fileLog(dir);
    await first.append(id, 0, envelope(1));
    const noted = readFileSync(`${file}.answered`);
    await first.append(id, 1, envelope(2));
    writeFileSync(`${file}.answered`, noted);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, -30));
    const log = fileLog(dir);
    expect(await log.read(id)).toEqual([envelope(1)]);
    await log.append(id, 1, envelope(2));
    expect(readFileSync(file)).toEqual(whole);
  });

  it('does not begin anew where its file is gone or is another one [HS5]', async () => {
    const log = fileLog(dir);
    await log.append(id, 0, envelope(1));
    writeFileSync(file, '', { flag: 'a' });
    writeFileSync(file, 'more\n', { flag: 'a' });
    await expect(log.append(id, 1, envelope(2))).rejects.toThrow(LogConflict);
    rmSync(file);
    await expect(log.append(id, 1, envelope(2))).rejects.toThrow(/ENOENT/);
  });

  it('says when its last row was written, also where it cannot be read [HS9]', async () => {
    const log = fileLog(dir);
    await log.append(id, 0, envelope(1));
    expect(await log.lastAt(id)).toBe(envelope(1).at);
    writeFileSync(file, 'nothing that anybody can read\n');
    expect(Math.abs((await fileLog(dir).lastAt(id))! - Date.now())).toBeLessThan(60_000);
    expect(await fileLog(dir).lastAt('a-session-that-never-was' as SessionId)).toBe(null);
  });
});
