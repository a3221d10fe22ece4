// Somebody in another session while a server is being fuzzed, as a process of its own: how long their own answers take.
// Arguments: url, session, token, origin. Ends when its input does, and says what it measured.

import { freshId, knock } from '../testing/raw-socket.ts';

/** Milliseconds between two questions: below what one line may send. */
const EVERY = 150;

const [, , url = '', session = '', token = '', origin = ''] = process.argv;
const socket = await knock(url, { session, token, origin });
const took: number[] = [];
const nobody = [freshId()];
const timer = setInterval(() => {
  const from = performance.now();
  void socket.relay(nobody, 'x').then(() => took.push(performance.now() - from));
}, EVERY);
process.stdout.write('there\n');
process.stdin.resume();
process.stdin.on('end', () => {
  clearInterval(timer);
  const sorted = took.toSorted((one, other) => one - other);
  const at = (part: number): number =>
    Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 10) / 10;
  const measured = { answers: took.length, closed: socket.closed, p50: at(0.5), p99: at(0.99), most: at(1) };
  process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0));
});
