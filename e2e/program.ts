// A real program as a child process: started, killed, started again, and never left behind.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { endWithUs } from '@tele-balint/server/testing/end-with-us';
import { until } from './until.ts';

export type Program = {
  /**
   * Starts it (again) and waits until it is ready.
   * @param env settings of this start alone; `undefined` takes one away
   */
  start(env?: NodeJS.ProcessEnv): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Stops it without ending it, as a network that swallows everything would; `thaw` lets it go on. */
  freeze(): Promise<void>;
  thaw(): void;
  /** The signal that ended it; `null` while it runs, and where it ended by itself. */
  endedBy(): NodeJS.Signals | null;
  /** Its output so far. */
  output(): string;
};

/** Bytes of output in the message of a failure. */
const TOLD = 16_384;

/** Whether no thread of a process goes on: the signal takes a moment until it has reached them all. */
const standsStill = (pid: number): boolean => {
  const tasks = `/proc/${pid}/task`;
  if (existsSync(tasks))
    return readdirSync(tasks).every((task) => /\) [Tt] /.test(readFileSync(`${tasks}/${task}/stat`, 'utf8')));
  return /^T/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
};

/**
 * @param options.ready asked until it says so
 * @param options.within milliseconds until it has to be ready
 */
export function programOf(options: {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly ready: () => Promise<boolean>;
  readonly within: number;
}): Program {
  let child: ChildProcess | null = null;
  let output = '';
  const remember = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  return {
    output: () => output,
    async start(env = {}) {
      const own = spawn(options.command, options.args, {
        env: { ...options.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = own;
      endWithUs(own);
      own.stdout.on('data', remember);
      own.stderr.on('data', remember);
      own.once('error', (error) => remember(Buffer.from(String(error))));
      const ready = async (): Promise<boolean> => {
        if (own.exitCode !== null)
          throw new Error(`${options.name} ended with ${own.exitCode}:\n${output.slice(-TOLD)}`);
        return options.ready();
      };
      await until(`${options.name} to be ready`, ready, options.within).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${output.slice(-TOLD)}`);
      });
    },
    endedBy: () => child?.signalCode ?? null,
    async freeze() {
      const pid = child?.pid;
      if (pid === undefined) throw new Error(`${options.name} does not run`);
      child?.kill('SIGSTOP');
      await until(`${options.name} to stand still`, () => standsStill(pid));
    },
    thaw: () => void child?.kill('SIGCONT'),
    async kill() {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
