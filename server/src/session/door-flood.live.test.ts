// Enter, connect, go away, without end: what it does to other sessions, to the disk and to the memory.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { startChild } from '../testing/child.ts';
import { floodTheDoor, rounds } from '../testing/door-flood.ts';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { temporary } from '../testing/temporary.ts';
import { until } from '../testing/until.ts';

/** Milliseconds that half of the commands of another session may take on a busy machine. */
const HALF_WITHIN = 150;
/** Kilobytes in the data folder; a thousand rounds made 4,400. */
const ON_THE_DISK = 1_000;
/** Megabytes that are still held after all garbage is gone. */
const GROWTH = 5;

const kilobytesIn = async (dir: string): Promise<number> => {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const sizes = await Promise.all(files.map((one) => stat(path.join(one.parentPath, one.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0) / 1_024;
};

it(
  'a flood at one door leaves other sessions and the disk as they were [DR24]',
  { timeout: 600_000 },
  async () => {
    const folder = temporary();
    // The limits would end the flood long before.
    const child = await startChild(folder, { ALLOWANCE: '100000', REQUESTS_PER_MINUTE: '10000000' });
    const waits = await floodTheDoor(child.url, 1_000);
    const half = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)];
    expect(half).toBeLessThan(HALF_WITHIN);
    expect(await kilobytesIn(folder)).toBeLessThan(ON_THE_DISK);
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
  },
);

it('a flood at one door leaves nothing in the memory [DR24, SK27]', { timeout: 600_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const at = await listening();
  const group = await openGroup(at.url);
  const leader = await comeIn(at.url, group, group.leader, 'Anna');
  const held = (): number => {
    // What our own page was shown is no memory of the server.
    leader.views.length = 0;
    leader.packets.length = 0;
    collect();
    return process.memoryUsage().heapUsed / 1024 ** 2;
  };
  const come = { url: at.url, origin: at.url };
  await rounds(come, group, 500);
  const before = held();
  await rounds(come, group, 1_500);
  // What the last rounds left goes with their sockets, which end a moment later.
  await until(`less than ${GROWTH} MB more than before`, () => held() - before < GROWTH);
  await at.stop();
});
