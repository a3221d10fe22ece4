// How long until people hear each other again after the media server was killed, and until every page is current
// after our server was killed; and whether a command that was acknowledged is lost or done twice.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { choosePresenter, everybodyIn, goOn } from '../cast.ts';
import { hearsAll } from '../page-ears.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { spread } from './figures.ts';
import { NAMES, startFour } from './four.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
/** Milliseconds that the media server stays away: a restart, a slow start, a repair. */
const ABSENCES = [100, 3_000, 8_000];
/** Milliseconds between two commands, and until our server is killed amid them. */
const [BETWEEN, KILLED_AFTER] = [20, 200];

const { stack, actors, ada: leader, bo: second, stop } = await startFour();
await goOn(leader, 'call');
await choosePresenter(leader, 'Ben');
await goOn(leader, 'discussion');
await everybodyIn(actors, 'discussion');

const identities = new Map(actors.map(({ name, views }) => [name, views.room().you.media?.identity ?? '']));
/** Everybody hears every page that may be heard: all but the presenter's and their own. */
const soundForAll = (): Promise<unknown> =>
  Promise.all(
    actors.map(({ name, page }) => {
      const others = NAMES.filter((one) => one !== name && one !== 'Ben');
      return hearsAll(
        page,
        others.map((one) => identities.get(one) ?? ''),
        60_000,
      );
    }),
  );

const sfu: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const absence of ABSENCES) {
    await soundForAll();
    await stack.livekit.kill();
    await pause(absence);
    await stack.livekit.start();
    const listens = performance.now();
    await soundForAll();
    const taken = performance.now() - listens;
    console.log(`media server away for ${absence} ms: sound for all after ${taken.toFixed(0)} ms`);
    sfu.push(taken);
  }
}

/**
 * Extends the step by a minute again and again until our server has been killed. A command without an answer is sent once
 * more, as a page does that has come back. Below the limit of a flood.
 * @returns how many were acknowledged
 */
const extendUntil = async (killed: () => boolean): Promise<number> => {
  const { turn } = second.room().course;
  for (let acknowledged = 1; ; acknowledged += 1) {
    const [id, command] = [randomUUID(), { type: 'extend', minutes: 1, turn } as const];
    const answer = await second.send(command, id).catch(() => null);
    const last = answer ?? (await second.send(command, id));
    if (!last.ok) throw new Error(`extend was refused: ${last.refusal}`);
    // Between two commands the break is not felt: the next one waits for the connection, and is answered.
    if (answer === null || killed()) return acknowledged;
    await pause(BETWEEN);
  }
};
const endsAt = (): number => leader.views.room().course.clock?.endsAt ?? 0;

const server: number[] = [];
let [lost, doubled] = [0, 0];
for (let round = 0; round < ROUNDS; round += 1) {
  const before = endsAt();
  let killed = Infinity;
  const acknowledging = extendUntil(() => killed < Infinity);
  await pause(KILLED_AFTER);
  await stack.server.kill();
  killed = performance.now();
  await stack.server.start();
  const listens = performance.now();
  await until('a view for every page', () => actors.every(({ views }) => views.last().at > killed), 60_000);
  const taken = performance.now() - listens;
  const acknowledged = await acknowledging;
  // Whoever is answered has had the view that it speaks of; the other page's takes a way of its own.
  const told = second.room().course.clock?.endsAt;
  await until('the view of the last command', () => endsAt() === told);
  const done = Math.round((endsAt() - before) / 60_000);
  console.log(
    `our server killed: every page current after ${taken.toFixed(0)} ms; ${acknowledged} acknowledged, ${done} done`,
  );
  server.push(taken);
  lost += Math.max(0, acknowledged - done);
  doubled += Math.max(0, done - acknowledged);
}

await stop();
console.log(`media server: ${spread(sfu)}`);
console.log(`our server: ${spread(server)}`);
console.log(
  `recovery: sfu ${Math.max(...sfu).toFixed(0)} ms, server ${Math.max(...server).toFixed(0)} ms, lost ${lost}, doubled ${doubled}`,
);
judge('recovery', {
  'media server in ms': Math.max(...sfu),
  'our server in ms': Math.max(...server),
  lost,
  doubled,
});
