import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { endLeftovers, recordRunning } from './leftovers.mjs';

const running = [];

/** A program that stays until it is ended, with a word in its command line. */
function stays(mark) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', mark]);
  running.push(child);
  return child;
}

/** The record of a start that isn't there any more, or of another process. */
function recorded(
  dataDir,
  programs,
  starter = { pid: spawnSync(process.execPath, ['-e', '']).pid, mark: 'x' },
) {
  writeFileSync(path.join(dataDir, 'running.json'), JSON.stringify({ starter, programs }));
}

beforeEach(() => vi.spyOn(console, 'log').mockReturnValue());
afterEach(() => {
  vi.restoreAllMocks();
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

describe('what a killed start left running', () => {
  it('is ended and named [SU6]', async () => {
    const dataDir = temporary();
    const [server, livekit] = [stays('our-server'), stays('our-livekit')];
    recorded(dataDir, {
      Server: { pid: server.pid, mark: 'our-server' },
      LiveKit: { pid: livekit.pid, mark: 'our-livekit' },
    });
    const ends = Promise.all([once(server, 'exit'), once(livekit, 'exit')]);
    await endLeftovers(dataDir);
    expect((await ends).map(([, signal]) => signal)).toEqual(['SIGTERM', 'SIGKILL']);
    expect(console.log).toHaveBeenCalledTimes(2);
  });

  it('is left alone when its number belongs to another program by now [SU6]', async () => {
    const dataDir = temporary();
    const stranger = stays('a-stranger');
    recorded(dataDir, { Server: { pid: stranger.pid, mark: 'our-server' } });
    await endLeftovers(dataDir);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    expect(console.log).not.toHaveBeenCalled();
  });

  it('is no leftover while its start still runs: that one is named [SU6]', async () => {
    const dataDir = temporary();
    const [starter, server] = [stays('start.mjs'), stays('our-server')];
    recorded(
      dataDir,
      { Server: { pid: server.pid, mark: 'our-server' } },
      { pid: starter.pid, mark: 'start.mjs' },
    );
    await expect(endLeftovers(dataDir)).rejects.toThrow(`runs already: process ${starter.pid} (start.mjs)`);
    expect(server.exitCode ?? server.signalCode).toBeNull();
  });

  it('is written down with each program, and forgotten with an orderly end [SU6]', async () => {
    const dataDir = temporary();
    const file = path.join(dataDir, 'running.json');
    const record = recordRunning(dataDir);
    record.started('LiveKit', 1, 'livekit.yaml');
    record.started('LiveKit', 2, 'livekit.yaml');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      starter: { pid: process.pid },
      programs: { LiveKit: { pid: 2, mark: 'livekit.yaml' } },
    });
    record.ended();
    expect(existsSync(file)).toBe(false);
    await expect(endLeftovers(dataDir)).resolves.toBeUndefined();
  });
});
