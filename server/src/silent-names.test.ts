import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startChild } from './testing/child.ts';
import { comeIn, openGroup } from './testing/group.ts';
import { temporary } from './testing/temporary.ts';
import { until } from './testing/until.ts';

/** Milliseconds from being asked to end. */
const ENDS = 5_000;

it('[HS2] ends within five seconds with exit code 0 where nobody answers the media server’s name', async () => {
  const dir = temporary();
  const pipe = path.join(dir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const server = await startChild(dir, {
    NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'testing', 'silent-names.ts')}`,
    SILENT_PIPE: pipe,
    LIVEKIT_URL: 'http://livekit.silent:7880',
  });
  try {
    const group = await openGroup(server.url);
    await comeIn(server.url, group, group.leader, 'Anna', 'http://localhost:1');
    const ready = await fetch(`${server.url}/readyz`);
    expect(await ready.json()).toMatchObject({ media: false });
    const asked = performance.now();
    server.process.kill('SIGTERM');
    const code = await until(
      'the end',
      () => (server.process.exitCode === null ? null : [server.process.exitCode]),
      20_000,
    );
    expect(code).toEqual([0]);
    expect(performance.now() - asked).toBeLessThan(ENDS);
  } finally {
    server.process.kill('SIGKILL');
  }
}, 60_000);
