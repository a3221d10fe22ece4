import { afterEach, describe, expect, it, vi } from 'vitest';
import { supervise } from './supervise.mjs';
import { waitFor } from './wait.mjs';

const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); process.stdout.write("up");';
const running = [];

/** Supervises a small program. */
function start(program) {
  const one = supervise({ name: 'Program', command: process.execPath, args: ['-e', program], quiet: true });
  running.push(one);
  return one;
}

/** Whether a process lives. */
function lives(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGKILL')));
  vi.restoreAllMocks();
});

describe('a supervised program', () => {
  it('is started again when it is killed [SU6]', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const program = start('setInterval(() => {}, 1000)');
    const first = program.pid();
    process.kill(first, 'SIGKILL');
    await waitFor('It did not come back', () => program.pid() !== first && lives(program.pid()), {
      deadline: 2_000,
    });
    expect(program.deaths).toBe(1);
  });

  it('is gone after the end, even if it does not want to [SU6]', async () => {
    const program = start(stubborn);
    const pid = program.pid();
    await program.end('SIGTERM', 100);
    expect(lives(pid)).toBe(false);
    expect(program.deaths).toBe(0);
  });
});
