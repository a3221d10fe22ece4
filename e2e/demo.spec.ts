// Proof: `npm run demo` as a whole, from its own words to the last program that it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newDevice } from './browser.ts';
import { type Actor, comeIn, newWindow } from './cast.ts';
import { endWithUs } from '@tele-balint/server/testing/end-with-us';
import { freePort, freeUdpPort } from '@tele-balint/server/testing/free-port';
import { takesCalls } from './knock.ts';
import { heardIn, hearsAll } from './page-ears.ts';
import { until } from './until.ts';

const START = path.resolve(import.meta.dirname, '../tools/start.mjs');
const NAMES = ['Ada', 'Ben', 'Cleo'] as const;
/** Milliseconds until it says that it is ready, and until it has ended. */
const [READY, ENDED] = [60_000, 20_000];
const LINE = { leader: /^leader (\S+)$/gm, member: /^member (\S+)$/gm, ready: /^ready (\S+)$/m } as const;

let demo: ChildProcess;
let folder: string;
let browser: Browser;
let ports: { readonly web: number; readonly livekit: number };
let said = '';
let actors: readonly Actor[];

const found = (line: RegExp): readonly string[] => [...said.matchAll(line)].map(([, url]) => url ?? '');
/** The process that the start has recorded under this name. */
const pidOf = async (name: string): Promise<number> => {
  const file = await readFile(path.join(folder, 'running.json'), 'utf8');
  // In the moment in which it is written anew it is empty.
  if (file === '') return 0;
  const { programs } = JSON.parse(file) as { programs: Record<string, { pid: number }> };
  return programs[name]?.pid ?? 0;
};
/** Whom the second and the third window play. */
const heardLater = (): Promise<readonly (readonly string[])[]> =>
  Promise.all(actors.slice(1).map(({ page }) => heardIn(page)));
const membersHeard = (): Promise<void> => {
  const [leader, ...members] = actors as [Actor, ...Actor[]];
  const identities = members.map(({ views }) => views.room().you.media?.identity ?? '');
  return hearsAll(leader.page, identities);
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-demo-'));
  ports = { web: await freePort(), livekit: await freePort() };
  demo = spawn(process.execPath, [START, '--demo'], {
    env: {
      ...process.env,
      PORT: String(ports.web),
      LIVEKIT_PORT: String(ports.livekit),
      LIVEKIT_UDP_PORT: String(await freeUdpPort()),
      DATA_DIR: folder,
      // The demo brings its own media server; the one that tests use is found as everybody's is.
      PATH: `${path.dirname(process.env['LIVEKIT_SERVER_BIN'] ?? '')}${path.delimiter}${process.env['PATH']}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(demo);
  for (const stream of [demo.stdout, demo.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  if (demo.exitCode === null && demo.signalCode === null) {
    const gone = once(demo, 'exit');
    demo.kill('SIGTERM');
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
});

test('[SU15] it says the links, and last where it is ready', async () => {
  await until('the demo to be ready', () => LINE.ready.test(said), READY).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${said}`);
  });
  expect([LINE.leader, LINE.member].map((line) => found(line).length)).toEqual([1, 2]);
  const [last] = said.trimEnd().split('\n').slice(-1);
  expect(last).toBe(`ready http://localhost:${ports.web}`);
});

test('[SU15] three windows of one browser do not howl: the first plays the others, the later ones nobody', async () => {
  const device = await newDevice(browser);
  const came: Actor[] = [];
  for (const [at, link] of [...found(LINE.leader), ...found(LINE.member)].entries()) {
    const actor = await newWindow(NAMES[at] ?? '', device);
    await comeIn(actor, link);
    came.push(actor);
  }
  actors = came;
  await membersHeard();
  expect(await heardLater()).toEqual([[], []]);
});

test('[SU15] its media server is killed: another one takes its place, and the sound is back', async () => {
  const killed = await pidOf('LiveKit');
  process.kill(killed, 'SIGKILL');
  await until('another media server', async () => ![0, killed].includes(await pidOf('LiveKit')));
  await membersHeard();
  expect(await heardLater()).toEqual([[], []]);
});

test('[SU15] asked to end it ends everything: nothing listens any more', async () => {
  const pids = await Promise.all(['LiveKit', 'Server'].map(pidOf));
  expect(await takesCalls('127.0.0.1', ports.web)).toBe(true);
  demo.kill('SIGTERM');
  await until('the demo to end', () => demo.exitCode !== null || demo.signalCode !== null, ENDED);
  expect(demo.exitCode).toBe(0);
  for (const port of Object.values(ports)) expect(await takesCalls('127.0.0.1', port)).toBe(false);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
});
