import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from './config.ts';
import { startFailure } from './start-failure.ts';
import { startChild } from './testing/child.ts';
import { oldData } from './testing/old-data.ts';
import { smallDisk } from './testing/small-disk.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const config = readConfig({ PORT: '80', DATA_DIR: '/the/folder' }, () => ({
  key: 'key',
  secret: 'a secret',
}));
const system = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });

/** Starts the program; answers what it says on its way out. */
const failing = async (env: Record<string, string>): Promise<string> => {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      LIVEKIT_API_KEY: 'key-of-a-test',
      LIVEKIT_API_SECRET: 'a-secret-of-a-test-with-forty-characters',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(1);
  return said;
};

describe('a start that fails says why in one sentence', { timeout: 180_000 }, () => {
  const base = mkdtempSync(path.join(tmpdir(), 'tele-balint-start-'));
  afterAll(() => rmSync(base, { recursive: true }));
  const folder = (name: string): string => path.join(base, name);

  it('where the port is taken [HS19]', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await failing({ DATA_DIR: folder('port'), PORT: String(port) })).toBe(
      `Another program listens on port ${port} of 127.0.0.1 already: end it, or set PORT to a free one.\n`,
    );
    other.close();
  });

  it('where another server has the folder [HS19]', async () => {
    const child = await startChild(folder('held'));
    expect(await failing({ DATA_DIR: folder('held') })).toMatch(
      /^\S+ is in use by another server: [^\n]*\n$/,
    );
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
  });

  it('where the folder is a file [HS19]', async () => {
    writeFileSync(folder('file'), '');
    expect(await failing({ DATA_DIR: folder('file') })).toMatch(/^\S+ is not a folder: [^\n]*\n$/);
    expect(await failing({ DATA_DIR: path.join(folder('file'), 'in') })).toMatch(
      /^\S+ is not a folder: [^\n]*\n$/,
    );
  });

  it("where the media server's key file is damaged [HS19]", async () => {
    mkdirSync(folder('keys'));
    writeFileSync(path.join(folder('keys'), 'livekit.json'), '{"key":');
    const none = { LIVEKIT_API_KEY: '', LIVEKIT_API_SECRET: '' };
    expect(await failing({ DATA_DIR: folder('keys'), ...none })).toMatch(
      /livekit\.json cannot be read: [^\n]*\n$/,
    );
  });

  it('where the folder may not be written or the disk is full [HS19]', async () => {
    expect(startFailure(system('ENOSPC', 'write'), config)).toMatch(
      /disk of the data folder \/the\/folder is full/,
    );
    expect(startFailure(system('EROFS', 'mkdir'), config)).toMatch(/cannot be written/);
    expect(startFailure(system('EACCES', 'open'), config)).toMatch(/cannot be written/);
    expect(startFailure(system('EACCES', 'listen'), config)).toMatch(/may not listen on port 80/);
    expect(startFailure(system('EADDRNOTAVAIL', 'listen'), config)).toMatch(/HOST is no address/);
    // An earlier program's folder needs room to be taken over.
    const disk = smallDisk();
    const old = oldData('data-1');
    cpSync(old.dir, disk.dir, { recursive: true });
    old.clean();
    disk.fill();
    expect(await failing({ DATA_DIR: disk.dir })).toMatch(
      disk.once === 'full'
        ? /^The disk of the data folder \S+ is full: [^\n]*\n$/
        : /^The data folder \S+ cannot be written: [^\n]*\n$/,
    );
  });

  it('comes up on a full disk where the folder was made before, and is not ready [HS19, HT14]', async () => {
    const disk = smallDisk();
    const first = await startChild(disk.dir);
    first.process.kill('SIGTERM');
    await first.gone;
    disk.fill();
    const second = await startChild(disk.dir);
    expect(await (await fetch(`${second.url}/readyz`)).json()).toMatchObject({ ok: false, log: false });
    second.process.kill('SIGTERM');
    expect(await second.gone).toBe(0);
  });

  it('and with its stack where nobody foresaw it [HS19]', () => {
    expect(startFailure(new TypeError('no such thing'), config)).toMatch(
      /^The server cannot start. TypeError: no such thing\n +at /,
    );
  });
});
