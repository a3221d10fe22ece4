// A real LiveKit on free ports of this machine.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { livekitConfig } from '../tools/livekit-config.mjs';
import { freePort, freeUdpPort } from '@tele-balint/server/testing/free-port';
import { type Program, programOf } from './program.ts';
import { answers } from './until.ts';

export type LiveKit = Pick<Program, 'kill' | 'start' | 'freeze' | 'thaw' | 'output'> & {
  readonly url: string;
  readonly port: number;
  readonly key: string;
  readonly secret: string;
  /** Ends it and forgets its files. */
  stop(): Promise<void>;
};

/** The binary is named by LIVEKIT_SERVER_BIN. Restarts keep ports and keys. */
export async function startLiveKit(): Promise<LiveKit> {
  const command = process.env['LIVEKIT_SERVER_BIN'] ?? 'livekit-server';
  const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-sfu-'));
  const [port, udpPort] = [await freePort(), await freeUdpPort()];
  const [key, secret] = [`TB${randomBytes(6).toString('hex')}`, randomBytes(32).toString('base64url')];
  const config = path.join(folder, 'livekit.yaml');
  await writeFile(config, livekitConfig({ port, udpPort, key, secret }), { mode: 0o600 });
  const url = `http://127.0.0.1:${port}`;
  const program = programOf({
    name: 'LiveKit',
    command,
    args: ['--config', config],
    env: process.env,
    ready: () => answers(url),
    within: 20_000,
  });
  const stop = async (): Promise<void> => {
    await program.kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await program.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...program, url, port, key, secret, stop };
}
