// A thousand people of full rooms whose server was killed all come back at once: until the last one is current, and how
// long anybody else waits for an answer meanwhile.

import { setTimeout as pause } from 'node:timers/promises';
import type { Role } from '@tele-balint/shared/vocabulary';
import { openSession, type Person } from '../people.ts';
import { startStack } from '../stack.ts';
import { judge } from './aims.ts';

const PEOPLE = Number(process.argv[2] ?? 1_000);
/** Milliseconds between two questions whether the process lives. */
const ASKED_EVERY = 50;
/** Milliseconds until the bench gives up. */
const PATIENCE = 60_000;
const ROOM: Readonly<Record<string, Role>> = {
  Ada: 'leader',
  Bo: 'coLeader',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`Member ${n}`, 'member' as const])),
  Ora: 'observer',
  Olu: 'observer',
};

// Nobody has sound here, and a media server that knows nobody would be asked for each of them.
const stack = await startStack(
  { REQUESTS_PER_MINUTE: '1000000', LIVEKIT_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'silent' },
  '/healthz',
);

/** Everybody comes in one after the other, as people do. */
const fullRoom = async (): Promise<readonly Person[]> => {
  const session = await openSession(stack.url, ROOM);
  const people: Person[] = [];
  for (const name of Object.keys(ROOM)) people.push(await session.enter(name));
  return people;
};

const people: Person[] = [];
while (people.length < PEOPLE) people.push(...(await fullRoom()));

let killed = Infinity;
const current = people.map(async ({ view }) => {
  const before = view();
  while (killed === Infinity || view() === before) await pause(5);
  return performance.now();
});
await stack.server.kill();
killed = performance.now();
await stack.server.start();
const listens = performance.now();
let longest = 0;
let ended = false;
const asking = (async () => {
  while (!ended) {
    const asked = performance.now();
    await (await fetch(`${stack.url}/healthz`, { signal: AbortSignal.timeout(PATIENCE) })).json();
    longest = Math.max(longest, performance.now() - asked);
    await pause(ASKED_EVERY);
  }
})();
const all = await Promise.race([Promise.all(current), pause(PATIENCE, null, { ref: false })]);
ended = true;
await asking;
const last = all === null ? Number.NaN : Math.max(...all) - listens;
for (const person of people) person.close();
await stack.stop();

console.log(
  `crowd: ${people.length} people current after ${last.toFixed(0)} ms, longest wait ${longest.toFixed(0)} ms`,
);
judge('crowd', { 'current in ms': last, 'longest wait in ms': longest });
