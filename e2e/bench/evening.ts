// The longest log that a full circle can leave: everybody in it presses for three hours as often as they may. Its size,
// and how long the program takes to start with it.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { openFolder } from '@tele-balint/server/log/folder';
import { startChild } from '@tele-balint/server/testing/child';
import { memoryOf } from '@tele-balint/server/testing/memory-of';
import { freshId } from '@tele-balint/server/testing/raw-socket';
import { opened } from '@tele-balint/server/testing/world';
import { judge } from './aims.ts';

/** Two leaders, twelve members, two observers. */
const PEOPLE = 16;
/** Three hundred at once and six a minute, for three hours. */
const OF_EACH = 300 + 6 * 180;

/** Milliseconds until the program answers, and the megabytes that it holds then. */
const start = async (folder: string): Promise<readonly [number, number]> => {
  const begun = performance.now();
  const child = await startChild(folder);
  const took = performance.now() - begun;
  const memory = await memoryOf(child.process.pid);
  child.process.kill('SIGTERM');
  await child.gone;
  return [took, memory];
};

const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
const [bare, empty] = await start(folder);
const now = Date.now() as Instant;
const { rows, keys } = await openFolder(folder, now, console.error);
const { registry, id, by } = await opened({ log: rows, keys, start: now });
for (let n = 0; n < PEOPLE * OF_EACH; n += 1) {
  const command = { type: n % 2 === 0 ? 'hold' : 'resume' } as const;
  const { ok } = await registry.handle(id, { command, by, commandId: freshId() });
  if (!ok) throw new Error('a press was refused');
}
registry.stop();
await rows.close();
const files = await readdir(path.join(folder, 'sessions'));
const sizes = await Promise.all(files.map((file) => stat(path.join(folder, 'sessions', file))));
const disk = sizes.reduce((sum, { size }) => sum + size, 0) / 1_024;
const [full, held] = await start(folder);
await rm(folder, { recursive: true });

const later = full - bare;
console.log(`without it: ${bare.toFixed(0)} ms and ${empty.toFixed(0)} MB; with it: ${held.toFixed(0)} MB`);
console.log(`EVENING ${PEOPLE * OF_EACH} entries, ${disk.toFixed(0)} kB, start ${later.toFixed(0)} ms later`);
judge('evening', { 'disk in kB': disk, 'start later in ms': later });
