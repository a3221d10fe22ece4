// Twenty thousand rounds of enter, connect, go away at one door: what the leader of another session feels of it, and
// what is left on the disk and in the memory.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from '@tele-balint/server/testing/child';
import { floodTheDoor } from '@tele-balint/server/testing/door-flood';
import { memoryOf } from '@tele-balint/server/testing/memory-of';
import { judge } from './aims.ts';
import { percentile, spread } from './figures.ts';

const ROUNDS = Number(process.argv[2] ?? 20_000);

const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
// The limits would end the flood long before.
const child = await startChild(folder, { ALLOWANCE: '1000000', REQUESTS_PER_MINUTE: '100000000' });
const held: number[] = [];
const waits = await floodTheDoor(child.url, ROUNDS, async () => held.push(await memoryOf(child.process.pid)));
const files = await readdir(path.join(folder, 'sessions'));
const sizes = await Promise.all(files.map((file) => stat(path.join(folder, 'sessions', file))));
const disk = sizes.reduce((sum, { size }) => sum + size, 0) / 1_024;
child.process.kill('SIGTERM');
await child.gone;
await rm(folder, { recursive: true });

console.log(spread(waits));
console.log(`held after each quarter: ${held.map((one) => one.toFixed(0)).join(', ')} MB`);
// The first half fills the room that the engine keeps; a leak would go on.
const [third = Number.NaN, last = Number.NaN] = held.slice(-2);
const grown = last - third;
const p99 = percentile(waits, 0.99);
console.log(
  `DOOR ${ROUNDS} rounds, p99 ${p99.toFixed(0)} ms, ${disk.toFixed(0)} kB, ${grown.toFixed(0)} MB more in the last quarter`,
);
judge('door', { 'p99 in ms': p99, 'disk in kB': disk, 'MB in the last quarter': grown });
