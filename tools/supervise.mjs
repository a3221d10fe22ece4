import { spawn } from 'node:child_process';
import { once } from 'node:events';

const shortest = 100;
const longest = 2_000;
/** A program that lived this long was well: its next start is at once again. */
const well = 10_000;

/** Programs that are alive. Whatever way we end, none of them may be left behind. */
const alive = new Set();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/**
 * Keeps a program running: when it ends by itself it is started again, at first at once, later after up to 2 s.
 * @param {{ name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean,
 *   started?: (pid: number) => void }} what `quiet` keeps its output back and shows the last lines only when it dies;
 *   `started` is told of each new process
 */
export function supervise({
  name,
  command,
  args,
  env = process.env,
  cwd,
  quiet = false,
  started = () => {},
}) {
  let child = null;
  let timer = null;
  let ending = false;
  let pause = shortest;
  const self = { name, deaths: 0, pid: () => child?.pid, end };

  function start() {
    const began = Date.now();
    const last = [];
    // A group of its own: Ctrl-C in a terminal reaches only us, and we end the programs in the right order.
    child = spawn(command, args, {
      cwd,
      env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const mine = child;
    alive.add(mine);
    if (mine.pid !== undefined) started(mine.pid);
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (chunk) => (quiet ? remember(last, chunk) : to.write(chunk)));
    }
    child.on('error', (error) => {
      last.push(error.message);
      child.emit('exit', null);
    });
    child.once('exit', () => {
      alive.delete(mine);
      if (ending) return;
      self.deaths += 1;
      if (Date.now() - began > well) pause = shortest;
      if (last.length > 0) console.error(last.join(''));
      console.error(`${name} ended by itself.`);
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, longest);
    });
  }

  /** Ends the program for good: asks with a signal, and after the grace makes sure. */
  async function end(signal = 'SIGTERM', grace = 10_000) {
    ending = true;
    clearTimeout(timer);
    if (child === null || child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), grace);
    await gone;
    clearTimeout(late);
  }

  start();
  return self;
}

/** Keeps the last pieces of output, to be shown if the program dies. */
function remember(last, chunk) {
  last.push(String(chunk));
  if (last.length > 40) last.shift();
}
