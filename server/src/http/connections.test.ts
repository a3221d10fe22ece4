// Connections that say nothing: they must not take the files that the log is written with.

import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startChild } from '../testing/child.ts';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { until } from '../testing/until.ts';

/** Files that the program may open here. */
const FILES = 600;
const ORIGIN = 'http://localhost:1';

/** Silent connections; how many of them are open. */
const crowd = (url: string, count: number) => {
  const sockets = Array.from({ length: count }, (): Socket => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    return socket.on('error', () => undefined);
  });
  return {
    settled: () => sockets.every((one) => one.readyState !== 'opening'),
    open: () => sockets.filter((one) => one.readyState === 'open').length,
    end: () => sockets.forEach((one) => one.destroy()),
  };
};

it(
  'silent connections take no file from the log: who sits there goes on [HT41]',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
    const child = await startChild(folder, {}, FILES);
    const group = await openGroup(child.url);
    const leader = await comeIn(child.url, group, group.leader, 'Anna', ORIGIN);
    const silent = crowd(child.url, 2 * FILES);
    await until('the connections', () => silent.settled(), 30_000);
    expect(await leader.command({ type: 'closeDoor' })).toEqual({ ok: true });
    silent.end();
    child.process.kill('SIGKILL');
    await child.gone;
    await rm(folder, { recursive: true });
  },
);

it('one address holds only so many connections at once [HT41]', { timeout: 120_000 }, async () => {
  const at = await listening({ limited: true });
  const silent = crowd(at.url, 900);
  await until('the connections', () => silent.settled() && silent.open() <= 800, 30_000);
  expect(silent.open()).toBeGreaterThan(700);
  silent.end();
  await until('room for others', async () => {
    const answer = await fetch(`${at.url}/healthz`).catch(() => null);
    return answer?.status === 200;
  });
  await at.stop();
});
