// Starts somebody in another session, whose answers are measured.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { endWithUs } from '../testing/end-with-us.ts';
import { enter, openGroup } from '../testing/group.ts';
import { until } from '../testing/until.ts';

/** Milliseconds, of as many answers. */
export type Measured = {
  readonly answers: number;
  readonly closed: boolean;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
};

/** @returns what ends it and tells what it measured */
export const bystander = async (
  url: string,
  origin: string,
  organiser: string,
): Promise<() => Promise<Measured>> => {
  const group = await openGroup(url, undefined, organiser);
  const token = await enter(url, group, group.leader, 'Zoe');
  const file = path.join(import.meta.dirname, 'bystander.ts');
  const child = spawn(process.execPath, [file, url, group.id, token, origin], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  endWithUs(child);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await until('somebody in another session', () => said.includes('there\n'), 60_000);
  return async () => {
    const gone = once(child, 'exit');
    child.stdin.end();
    await gone;
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Measured;
  };
};
