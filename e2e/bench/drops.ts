// A presenter whose line breaks at any instant of push-back, and whose program sends its sound again the moment it is back.

import { setTimeout as pause } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { openCase } from '../case.ts';
import { listen } from '../ears.ts';
import { goOnTo, goTo, type Person } from '../people.ts';
import { type Rude, rudeClient } from '../rude.ts';
import { startStack } from '../stack.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { percentile, spread } from './figures.ts';

const DROPS = Number(process.argv[2] ?? 50);
/** Milliseconds, at most, from one return to the next break, and from a break to the return. */
const [STAYS, AWAY] = [1_500, 2_500];
/** Milliseconds for which is listened after a return: longer than the enforcer needs for its round. */
const LISTENED = 1_500;
/** Milliseconds after which nothing said before is on its way any more. */
const ON_ITS_WAY = 1_000;
const BREAKS = ['page', 'sound', 'both'] as const;

const any = (most: number): number => Math.random() * most;

const stack = await startStack();
const { leader, presenter: first, member, all } = await openCase(stack.url);
const ears = await listen(await member.media());

let presenter: Person = first;
/** A client that publishes as soon as it is there; whether it is taken is the server's to say. */
const joined = async (): Promise<Rude> => rudeClient(await presenter.media());
const sends = (client: Rude): void => void client.publish().catch(() => undefined);

let rude = await joined();
await until('the right to speak', () => rude.granted());
await rude.publish();
await until('the presenter to be heard in the questions', () => ears.heardFor() > 0);
await goOnTo(leader, 'discussion');
await leader.until('everything confirmed', (view) => view.you.confirmed);
await pause(ON_ITS_WAY);

const before = ears.heardFor();
const back: number[] = [];
for (let drop = 1; drop <= DROPS; drop += 1) {
  await pause(any(STAYS));
  const which = BREAKS[drop % BREAKS.length];
  if (which !== 'sound') presenter.close();
  if (which !== 'page') await rude.leave();
  await pause(any(AWAY));
  const from = performance.now();
  if (which !== 'sound') presenter = await presenter.newWindow();
  // A new window is another stay: what its browser had before has ended.
  if (which === 'page') await rude.leave();
  rude = await joined();
  sends(rude);
  await presenter.until('the place again', (view) => view.you.confirmed);
  back.push(performance.now() - from);
  await pause(LISTENED);
  if (drop % 10 === 0) console.log(`  … ${drop} of ${DROPS}, heard ${ears.heardFor() - before} ms`);
}
const heard = ears.heardFor() - before;

// That nothing was heard means something only if these ears still hear.
await goTo(leader, 'questions');
await until('the right to speak again', () => rude.granted());
await rude.withdraw();
await rude.publish();
await until('the presenter to be heard again', () => ears.heardFor() > before + heard);

await rude.leave();
await ears.leave();
for (const person of [...all, presenter]) person.close();
await stack.stop();
await dispose();
console.log(`back: ${spread(back)}`);
const p95 = percentile(back, 0.95);
console.log(`${DROPS} drops in push-back, heard ${Math.round(heard)} ms, back p95 ${p95.toFixed(0)} ms`);
judge('drops', { 'heard in ms': heard, 'back p95 in ms': p95 });
