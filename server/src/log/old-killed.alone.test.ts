import type * as NodeFs from 'node:fs';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { oldData } from '../testing/old-data.ts';
import { openFolder } from './folder.ts';
import { sealedLog } from './sealed.ts';

/** The call of the file system at which the program dies: a write is half done then, and nothing works after it. */
const death = vi.hoisted(() => ({ at: Infinity, calls: 0 }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof NodeFs>();
  const dying = <Given extends unknown[], Answer>(
    call: (...given: Given) => Answer,
    half: (...given: Given) => void = () => undefined,
  ) => {
    return (...given: Given): Answer => {
      death.calls += 1;
      if (death.calls === death.at) half(...given);
      if (death.calls >= death.at) throw new Error('killed');
      return call(...given);
    };
  };
  return {
    ...fs,
    openSync: dying(fs.openSync),
    closeSync: dying(fs.closeSync),
    fsyncSync: dying(fs.fsyncSync),
    fdatasyncSync: dying(fs.fdatasyncSync),
    unlinkSync: dying(fs.unlinkSync),
    rmSync: dying(fs.rmSync),
    renameSync: dying(fs.renameSync),
    copyFileSync: dying(fs.copyFileSync),
    mkdirSync: dying(fs.mkdirSync),
    writeSync: dying(
      (fd: number, bytes: Uint8Array, from: number, length: number, at: number) =>
        fs.writeSync(fd, bytes, from, length, at),
      (fd, bytes, from, length, at) => fs.writeSync(fd, bytes, from, Math.floor(length / 2), at),
    ),
  };
});

const alive = (at = Infinity): void => void Object.assign(death, { at, calls: 0 });

/** A start on the folder: how many entries each session has, and what was said. */
const start = async (dir: string, madeAt: number) => {
  const said: string[] = [];
  const { rows, keys } = await openFolder(dir, madeAt as Instant, (sentence) => said.push(sentence));
  const { calls } = death;
  const log = sealedLog(rows, keys);
  const found: string[] = [];
  for (const session of await log.sessions())
    found.push(await log.open(session).then(({ entries }) => `${session} ${entries.length}`, String));
  await rows.close();
  return { calls, said, found: found.sort() };
};

/** Every so many calls the program dies once; a number that no loop of calls repeats in. */
const EACH = 5;

describe('taking over the folder of an earlier program', { timeout: 120_000 }, () => {
  beforeEach(() => alive());

  it('may be killed at any point: the next start takes all over, says nothing and leaves nothing [LG12]', async () => {
    const whole = oldData('data-1');
    const { calls, found } = await start(whole.dir, whole.madeAt);
    whole.clean();
    expect(found).toHaveLength(5);
    for (let at = 1; at <= calls; at += EACH) {
      alive();
      const { dir, madeAt, clean } = oldData('data-1');
      rmSync(path.join(dir, 'expected.json'));
      alive(at);
      await expect(start(dir, madeAt)).rejects.toThrow('killed');
      alive();
      const again = await start(dir, madeAt);
      expect({ at, said: again.said, found: again.found }).toEqual({ at, said: [], found });
      expect(readdirSync(dir).sort()).toEqual(['keys', 'keys.copy', 'lock', 'sessions']);
      clean();
    }
  });
});
