// A thousand people of full rooms whose server was killed all come back at once: until the last one is current, and how
// long anybody else waits for an answer meanwhile. The media server is there and knows none of them.

import { setTimeout as pause } from 'node:timers/promises';
import type { View } from '@tele-balint/shared/view/view';
import type { Role } from '@tele-balint/shared/vocabulary';
import { openSession, type Person } from '../people.ts';
import { startStack } from '../stack.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { askOn } from './ask-on.ts';

const PEOPLE = Number(process.argv[2] ?? 1_000);
/** Milliseconds until the bench gives up. */
const PATIENCE = 60_000;
/** Milliseconds in which nobody is shown anything new. */
const QUIET = 1_000;
const ROOM: Readonly<Record<string, Role>> = {
  Ada: 'leader',
  Bo: 'coLeader',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`Member ${n}`, 'member' as const])),
  Ora: 'observer',
  Olu: 'observer',
};

const stack = await startStack({ REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'silent' }, '/healthz');

/** Everybody comes in one after the other, as people do. */
const fullRoom = async (): Promise<readonly Person[]> => {
  const session = await openSession(stack.url, ROOM, { agree: false });
  const people: Person[] = [];
  for (const name of Object.keys(ROOM)) people.push(await session.enter(name));
  return people;
};

const people: Person[] = [];
while (people.length < PEOPLE) people.push(...(await fullRoom()));

/** What is on its way before the kill must not count as coming back. */
const quiet = async (): Promise<void> => {
  for (let seen: readonly View[] = []; ;) {
    const now = people.map(({ view }) => view());
    if (now.every((view, n) => view === seen[n])) return;
    seen = now;
    await pause(QUIET);
  }
};
await quiet();

/** One look at everybody at a time: a timer each would take the processor from the server. */
const everybodyCurrent = async (before: readonly View[]): Promise<number> => {
  const waiting = new Set(people.keys());
  while (waiting.size > 0) {
    for (const n of waiting) if (people[n]?.view() !== before[n]) waiting.delete(n);
    await pause(5);
  }
  return Date.now();
};
const before = people.map(({ view }) => view());
await stack.server.kill();
const asking = askOn(stack.url);
await stack.server.start();
const all = await Promise.race([everybodyCurrent(before), pause(PATIENCE, null, { ref: false })]);
await until('the server to be ready', () => asking.seen().readyAt > 0, PATIENCE);
const { listensAt, readyAt, longest, longestOfNew } = asking.seen();
await asking.end();
const last = all === null ? Number.NaN : all - listensAt;
for (const person of people) person.close();
await stack.stop();

console.log(
  `crowd: ${people.length} people current after ${last.toFixed(0)} ms, ready after ${(readyAt - listensAt).toFixed(0)} ms, longest wait ${longest.toFixed(0)} ms, of newcomers ${longestOfNew.toFixed(0)} ms`,
);
judge('crowd', {
  'current in ms': last,
  'ready in ms': readyAt - listensAt,
  'longest wait in ms': longest,
  'longest wait of newcomers in ms': longestOfNew,
});
