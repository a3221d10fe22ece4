// Twenty thousand rounds of enter, connect, go away at one door: what the leader of another session feels of it, and
// what is left on the disk.

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from '@tele-balint/server/testing/child';
import { floodTheDoor } from '@tele-balint/server/testing/door-flood';
import { judge } from './aims.ts';
import { percentile, spread } from './figures.ts';

const ROUNDS = Number(process.argv[2] ?? 20_000);

const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
// The limits would end the flood long before.
const child = await startChild(folder, { ALLOWANCE: '1000000', REQUESTS_PER_MINUTE: '100000000' });
const waits = await floodTheDoor(child.url, ROUNDS);
const files = await readdir(path.join(folder, 'sessions'));
const sizes = await Promise.all(files.map((file) => stat(path.join(folder, 'sessions', file))));
const disk = sizes.reduce((sum, { size }) => sum + size, 0) / 1_024;
child.process.kill('SIGTERM');
await child.gone;
await rm(folder, { recursive: true });

console.log(spread(waits));
const p99 = percentile(waits, 0.99);
console.log(`DOOR ${ROUNDS} rounds, p99 ${p99.toFixed(0)} ms, ${disk.toFixed(0)} kB`);
judge('door', { 'p99 in ms': p99, 'disk in kB': disk });
