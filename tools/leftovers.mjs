import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { output } from './run.mjs';
import { waitFor } from './wait.mjs';

const fileIn = (dataDir) => path.join(dataDir, 'running.json');

/**
 * Keeps a record of what this start runs: a start that is killed can end nothing any more.
 * @param {string} dataDir
 */
export function recordRunning(dataDir) {
  const starter = { pid: process.pid, mark: path.basename(process.argv[1] ?? '') };
  const programs = {};
  return {
    /** @param {string} mark what stands in the program's command line and in no other one's */
    started(name, pid, mark) {
      programs[name] = { pid, mark };
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      writeFileSync(fileIn(dataDir), JSON.stringify({ starter, programs }), { mode: 0o600 });
    },
    ended: () => rmSync(fileIn(dataDir), { force: true }),
  };
}

/**
 * Ends what an earlier start left behind in a data folder; refuses to go on where that start still runs.
 * @param {string} dataDir
 */
export async function endLeftovers(dataDir) {
  const { starter, programs } = read(fileIn(dataDir));
  if (starter !== undefined && ![process.pid, process.ppid].includes(starter.pid) && runs(starter)) {
    throw new Error(
      `The room of this data folder runs already: process ${starter.pid} (${starter.mark}) started it. ` +
        'End that one first, or take another DATA_DIR and other ports.',
    );
  }
  for (const [name, program] of Object.entries(programs)) {
    if (!runs(program)) continue;
    console.log(`Ending the ${name} (process ${program.pid}) that an earlier start left behind.`);
    // The server takes leave of its pages within 5 s; LiveKit would wait for its guests for ever.
    if (name === 'Server') await gone(program, 'SIGTERM', 7_000).catch(() => {});
    await gone(program, 'SIGKILL', 5_000);
  }
}

/** Sends a signal and waits until the process is not there any more. */
async function gone(program, signal, deadline) {
  if (!runs(program)) return;
  process.kill(program.pid, signal);
  await waitFor(`Process ${program.pid} did not end`, () => !runs(program), { deadline });
}

/** The record, or one of nothing. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { programs: {} };
  }
}

/** Whether a process is still the one that was recorded: numbers are given again, command lines tell them apart. */
function runs({ pid, mark }) {
  return commandLine(pid).includes(mark);
}

/** The command line of a process; empty if there is none of this number. */
function commandLine(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  if (process.platform !== 'win32') return output('ps', ['-ww', '-o', 'command=', '-p', String(pid)]) ?? '';
  const ask = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${Number(pid)}').CommandLine`;
  return output('powershell.exe', ['-NoProfile', '-Command', ask]) ?? '';
}
