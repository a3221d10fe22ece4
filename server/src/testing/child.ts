// The real program as a process of its own, to be killed.

import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { endWithUs } from './end-with-us.ts';
import { until } from './until.ts';

export type Child = {
  readonly url: string;
  readonly process: ChildProcess;
  /** Settles when the process is gone: its signal, or its exit code. */
  readonly gone: Promise<string | number | null>;
  output(): string;
};

const MAIN = path.join(import.meta.dirname, '..', 'main.ts');

/** Runs it with at most so many open files. */
const LIMITED = ['-c', 'ulimit -n "$1" && exec "$2" "$3"', 'sh'];

/**
 * Starts the program on a data folder and waits until it answers. No media server is there.
 * @param files how many it may open; as many as we may where nothing is said
 */
export const startChild = async (
  dataDir: string,
  env: Record<string, string> = {},
  files?: number,
): Promise<Child> => {
  const written: string[] = [];
  const [command, args] =
    files === undefined
      ? [process.execPath, [MAIN]]
      : ['sh', [...LIMITED, String(files), process.execPath, MAIN]];
  const child = spawn(command, args, {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      // Port 0 takes any free one; sockets are then let in by this public address of the machine.
      PUBLIC_URL: 'http://localhost:1',
      DATA_DIR: dataDir,
      LIVEKIT_URL: 'http://127.0.0.1:9',
      LIVEKIT_API_KEY: 'key-of-a-test',
      LIVEKIT_API_SECRET: 'a-secret-of-a-test-with-forty-characters',
      // Everybody in a test comes from one address.
      ALLOWANCE: '1000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  child.stdout.on('data', (data: Buffer) => written.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => written.push(data.toString()));
  const gone = new Promise<string | number | null>((resolve) => {
    // Not before all that it has written was read.
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  const output = (): string => written.join('');
  const port = await until(
    'the listening server',
    () => /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1],
    60_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${output()}`);
  });
  return { url: `http://127.0.0.1:${port}`, process: child, gone, output };
};
