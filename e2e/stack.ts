// The real thing: LiveKit and our server as two processes that can be killed and started again.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@tele-balint/server/testing/free-port';
import { type LiveKit, startLiveKit } from './livekit.ts';
import { type Program, programOf } from './program.ts';
import { answers } from './until.ts';

export type Stack = {
  readonly livekit: LiveKit;
  readonly server: Pick<Program, 'kill' | 'start' | 'freeze' | 'thaw' | 'endedBy' | 'output'>;
  /** Our origin, without a slash at the end. */
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
};

const main = path.resolve(import.meta.dirname, '../server/src/main.ts');

/**
 * @param env settings of our server that differ from the usual
 * @param ready our route that says that it is there
 * @param door what our server takes for LiveKit; LiveKit itself unless given
 */
export async function startStack(
  env: NodeJS.ProcessEnv = {},
  ready: '/readyz' | '/healthz' = '/readyz',
  door: (livekit: string) => Promise<string> = (livekit) => Promise.resolve(livekit),
): Promise<Stack> {
  const livekit = await startLiveKit();
  const folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-'));
  const [dataDir, clientDir] = [path.join(folder, 'data'), path.join(folder, 'client')];
  await mkdir(clientDir);
  await writeFile(path.join(clientDir, 'index.html'), '<!doctype html><title>Tele-Balint</title>');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = programOf({
    name: 'the server',
    command: process.execPath,
    args: [main],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      CLIENT_DIR: clientDir,
      LIVEKIT_URL: await door(livekit.url),
      LIVEKIT_API_KEY: livekit.key,
      LIVEKIT_API_SECRET: livekit.secret,
      LOG_LEVEL: 'warn',
      // All sessions of a test file, and all their people, come from one address.
      ALLOWANCE: '100',
      // Sealing takes half as much processor time again. Proofs of it, and of who hears whom, ask for it.
      SEALING: process.env['SEALING'] ?? 'false',
      ...env,
    },
    ready: () => answers(`${url}${ready}`),
    within: 20_000,
  });
  const stop = async (): Promise<void> => {
    await server.kill();
    await livekit.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { livekit, server, url, dataDir, stop };
}
