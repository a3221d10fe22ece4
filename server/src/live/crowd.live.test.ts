import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChild, type Child } from '../testing/child.ts';
import { comes, FULL_ROOM, fullRoom } from '../testing/crowd.ts';

const PEOPLE = 1_000;
/** The disk is not what is asked here: a folder in memory where there is one. */
const MEMORY = '/dev/shm';
/** Milliseconds until all are current and for one answer: a machine may have twenty times as much to do; the bench has the aims. */
const CURRENT = 100_000;
const ANSWERS = 20_000;
/** Milliseconds between two questions whether the process lives. */
const ASKED_EVERY = 100;

let folder: string;
let server: Child;
beforeAll(async () => {
  folder = await mkdtemp(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'tele-balint-'));
  server = await startChild(folder, { REQUESTS_PER_MINUTE: '1000000' });
}, 60_000);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Asks whether the process lives until told to stop; answers with the longest wait. */
const longestWait = async (url: string, ended: () => boolean): Promise<number> => {
  let longest = 0;
  while (!ended()) {
    const asked = performance.now();
    await (await fetch(`${url}/healthz`)).json();
    longest = Math.max(longest, performance.now() - asked);
    await pause(ASKED_EVERY);
  }
  return longest;
};

it('[RC12] a thousand pages that come back at once are soon current, and the server answers meanwhile', async () => {
  const rooms = Array.from({ length: Math.ceil(PEOPLE / FULL_ROOM) }, () =>
    fullRoom(server.url, 'http://localhost:1'),
  );
  const people = (await Promise.all(rooms)).flat();
  for (const { socket } of people) socket.ws.terminate();
  let ended = false;
  const waiting = longestWait(server.url, () => ended);
  const back = await Promise.all(people.map(({ page }) => comes(server.url, page)));
  ended = true;
  const slowest = Math.max(...back.map(({ took }) => took));
  const seated = back.filter(({ socket }) => socket.views.at(-1)?.kind === 'room');
  expect(seated).toHaveLength(people.length);
  expect(slowest).toBeLessThan(CURRENT);
  expect(await waiting).toBeLessThan(ANSWERS);
  for (const { socket } of back) socket.close();
}, 300_000);
