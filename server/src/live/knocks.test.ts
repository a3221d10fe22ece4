// A thousand pages knock in one moment, while the server is busy with something else.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { startChild, type Child } from '../testing/child.ts';
import { until } from '../testing/until.ts';

const PEOPLE = 1_000;

/** How many connections the system lets wait at one port, whatever a program asks for. */
const allowedBySystem = (): number => {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'));
  } catch {
    // macOS, as it is delivered.
    return 128;
  }
};

let folder: string;
let server: Child;
const knocking: Socket[] = [];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
  server = await startChild(folder);
}, 60_000);
afterAll(async () => {
  for (const socket of knocking) socket.destroy();
  server.process.kill('SIGKILL');
  await server.gone;
  await rm(folder, { recursive: true });
});

it('[RC12] nobody has to knock twice because a thousand others knock in the same moment', async () => {
  const port = Number(new URL(server.url).port);
  let open = 0;
  // Busier than any work could make it.
  server.process.kill('SIGSTOP');
  for (let n = 0; n < PEOPLE; n += 1) {
    const socket = connect(port, '127.0.0.1', () => (open += 1));
    socket.on('error', () => undefined);
    knocking.push(socket);
  }
  // What found no place in the line finds none as long as the server stands still, however often it comes again.
  await until('the last one in the line', () => open >= Math.min(PEOPLE, allowedBySystem()), 10_000).finally(
    () => server.process.kill('SIGCONT'),
  );
});
