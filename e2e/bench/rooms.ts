// Many rooms at once, without a browser: what a leader's move costs and how long its answer takes, what a coming in
// costs, and what a connection holds. The media server is there; nobody's sound is.

import { setTimeout as pause } from 'node:timers/promises';
import { must, openSession, type Person } from '../people.ts';
import { startStack } from '../stack.ts';
import type { Role } from '@tele-balint/shared/vocabulary';
import { judge } from './aims.ts';
import { percentile, spread } from './figures.ts';
import { INSPECTABLE, inspect } from './inspected.ts';
import { fillRooms } from './members.ts';

const ROOMS = Number(process.argv[2] ?? 300);
const PLACES = 12;
/** Moves of all leaders together, in a second, and for how many seconds. */
const MOVES = Number(process.argv[3] ?? 30);
const SECONDS = Number(process.argv[4] ?? 30);
/** How many leaders come in at a time. */
const AT_A_TIME = 4;
/** Milliseconds after which what is on its way has gone, and in which is measured what goes on by itself. */
const QUIET = 3_000;

const MEMBERS = Array.from({ length: PLACES - 2 }, (_, n) => `Member ${n}`);
const ROOM: Readonly<Record<string, Role>> = {
  Ada: 'leader',
  ...Object.fromEntries(MEMBERS.map((name) => [name, 'member' as const])),
  Bo: 'coLeader',
};

const stack = await startStack({ REQUESTS_PER_MINUTE: '10000000', ...INSPECTABLE });
const server = await inspect(stack.server.output());
const emptyHeld = await server.held();

const sessions = [];
for (let n = 0; n < ROOMS; n += 1) sessions.push(await openSession(stack.url, ROOM, { agree: false }));

const beforeJoins = await server.cpu();
const leaders: Person[] = [];
while (leaders.length < ROOMS)
  leaders.push(
    ...(await Promise.all(
      sessions.slice(leaders.length, leaders.length + AT_A_TIME).map((session) => session.enter('Ada')),
    )),
  );
const members = await fillRooms(
  stack.url,
  sessions.map(({ id, secretOf }) => ({
    id,
    people: [...MEMBERS, 'Bo'].map((name) => ({ name, secret: secretOf(name) })),
  })),
);
await pause(QUIET);
const joins = await server.cpu();
const fullHeld = await server.held();

for (const leader of leaders) {
  const room = await leader.until('everybody', ({ places }) => places.length === PLACES);
  const presenter = room.places.find(({ name }) => name === MEMBERS[0]);
  if (presenter === undefined) throw new Error('there is nobody to present');
  await must(leader, { type: 'choosePresenter', seat: presenter.seat });
}

/** To the next step of the case that runs, or to its first one. Answers with milliseconds. */
const move = async (leader: Person): Promise<number> => {
  const { steps, turn, index } = leader.room().course;
  const inCase = steps.filter((step) => step.case !== null);
  const step = inCase[(inCase.findIndex(({ id }) => id === steps[index]?.id) + 1) % inCase.length];
  if (step === undefined) throw new Error('this course has no case');
  const began = performance.now();
  await must(leader, { type: 'goTo', step: step.id, turn });
  return performance.now() - began;
};
for (const leader of leaders) await move(leader);
await pause(QUIET);
const [quietFrom, quietAt] = [await server.cpu(), performance.now()];
await pause(QUIET);
const [beforeMoves, movesAt] = [await server.cpu(), performance.now()];
const idle = (beforeMoves - quietFrom) / (movesAt - quietAt);
const waits: Promise<number>[] = [];
for (let n = 0; n < MOVES * SECONDS; n += 1) {
  const leader = leaders[n % leaders.length];
  if (leader !== undefined) waits.push(move(leader));
  await pause(Math.max(0, movesAt + ((n + 1) * 1_000) / MOVES - performance.now()));
}
const took = await Promise.all(waits);
const [afterMoves, endedAt] = [await server.cpu(), performance.now()];
server.close();
const seen = await members.end();
for (const leader of leaders) leader.close();
await stack.stop();

const byItself = idle * (endedAt - movesAt);
const p50 = percentile(took, 0.5);
const p99 = percentile(took, 0.99);
const command = (afterMoves - beforeMoves - byItself) / took.length;
const socket = (fullHeld - emptyHeld) / 1_024 / (ROOMS * PLACES);
const join = (joins - beforeJoins) / (ROOMS * PLACES);
console.log(spread(took));
console.log(
  `by itself ${(idle * 1_000).toFixed(0)} ms of cpu a second; members saw ${seen.views} views of ${(seen.bytes / seen.views / 1_024).toFixed(1)} kB`,
);
console.log(
  `rooms ${ROOMS}x${PLACES}: command p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, cpu ${command.toFixed(1)} ms a command, ${socket.toFixed(0)} kB a socket, join ${join.toFixed(1)} ms cpu`,
);
judge('rooms', {
  'p99 in ms': p99,
  'cpu a command in ms': command,
  'kB a socket': socket,
  'cpu a join in ms': join,
});
