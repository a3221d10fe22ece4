// What sealing costs, by turns with a server that does not seal: gaps at new keys, how long somebody who was put out opens
// what is sent, how much later somebody who comes hears the others, and processor time.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../browser.ts';
import { type Actor, begin, comeIn, everybodyIn, linkTo, newActor } from '../cast.ts';
import { type Flow, flowsIn, tapWorkers } from '../frame-tap.ts';
import { type LyingMedia, lyingMedia } from '../lying-media.ts';
import { startPages } from '../pages.ts';
import { must, openSession } from '../people.ts';
import { singsOn } from '../singing.ts';
import { tunesIn } from '../tunes.ts';
import { judge } from './aims.ts';
import { percentile, spread, wallClock } from './figures.ts';

const ROUNDS = Number(process.argv[2] ?? 20);
/** Hertz: who stays, and who comes and goes. */
const PITCHES = [450, 700] as const;
/** Milliseconds for which the page of whoever is put out does nothing of what it is told, so that its worker goes on. */
const BUSY = 3_000;
/** Milliseconds in which processor time is measured. */
const STEADY = 15_000;

const PEOPLE = { Ada: 'leader', Bo: 'coLeader', Ben: 'member' } as const;
const comers = Array.from({ length: ROUNDS }, (_, round) => `Comer ${round}`);

/** A server behind a media server that can be made to keep whom it should put out. */
const serverOf = async (sealed: boolean) => {
  let media: LyingMedia | undefined;
  const stack = await startPages({ SEALING: String(sealed) }, async (livekit) => {
    media = await lyingMedia(livekit);
    return media.url;
  });
  return { stack, media: media as unknown as LyingMedia };
};

/** A room of two pages who stay, a program that leads, and links for all who will come. */
const roomOf = async ({ stack, media }: Awaited<ReturnType<typeof serverOf>>) => {
  const browser = await launchBrowser();
  const session = await openSession(stack.url, {
    ...PEOPLE,
    ...Object.fromEntries(comers.map((name) => [name, 'member' as const])),
  });
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const [ada, ben] = (await Promise.all(['Ada', 'Ben'].map((name) => newActor(browser, name)))) as [
    Actor,
    Actor,
  ];
  for (const { page } of [ada, ben]) {
    await singsOn(page, PITCHES[0]);
    await tapWorkers(page);
  }
  for (const actor of [ada, ben]) await comeIn(actor, link(actor.name));
  await begin(ada);
  await everybodyIn([ada, ben], 'arrive');
  const bo = await session.enter('Bo');
  await (await tunesIn(ada.page, PITCHES)).hears(identityOf(ben), 0);
  const stop = async (): Promise<void> => {
    bo.close();
    await browser.close();
    await stack.stop();
    media.close();
  };
  return { media, browser, link, ada, ben, bo, stop };
};
type Room = Awaited<ReturnType<typeof roomOf>>;

const identityOf = ({ views }: Actor): string => views.room().you.media?.identity ?? '';

/** Somebody comes; milliseconds from the circle to the first sound of somebody in it. */
const come = async ({ browser, link, ben }: Room, name: string) => {
  const comer = await newActor(browser, name);
  await singsOn(comer.page, PITCHES[1]);
  // A program of their own: its worker outlives everything.
  await comer.page.addInitScript(() => (Worker.prototype.terminate = () => undefined));
  await tapWorkers(comer.page);
  await comeIn(comer, link(name));
  const began = performance.now();
  const tunes = await tunesIn(comer.page, PITCHES);
  await tunes.hears(identityOf(ben), 0, 1);
  return { comer, took: performance.now() - began };
};

/** Is put out, and goes on listening; milliseconds until the last frame that its worker opened. */
const putOut = async ({ media, bo }: Room, comer: Actor): Promise<number> => {
  const seat = comer.views.room().you.seats[0].seat;
  media.keep(identityOf(comer));
  const busy = comer.page.evaluate((ms) => {
    for (const end = performance.now() + ms; performance.now() < end;);
  }, BUSY);
  const at = wallClock();
  await must(bo, { type: 'remove', seat });
  await busy;
  const flows = (await flowsIn(comer.page)).filter(({ kind }) => kind === 'decode');
  await comer.device.close();
  if (!flows.some(({ lastCame }) => lastCame > at + BUSY / 2))
    throw new Error('nothing came after the leave');
  return Math.max(...flows.map(({ last }) => last)) - at;
};

/** Milliseconds of processor time that all processes of a browser have used. */
const cpuOf = async (browser: Browser): Promise<number> => {
  const asking = await browser.newBrowserCDPSession();
  const { processInfo } = await asking.send('SystemInfo.getProcessInfo');
  await asking.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
};

// Both servers before any page: pages take the processors.
const servers = [await serverOf(true), await serverOf(false)] as const;
const [sealed, plain] = [await roomOf(servers[0]), await roomOf(servers[1])];
const [joins, bareJoins, leaves]: [number[], number[], number[]] = [[], [], []];
for (const [round, name] of comers.entries()) {
  // One page more or less is a part of two processors.
  for (const room of round % 2 === 0 ? [sealed, plain] : [plain, sealed]) {
    const { comer, took } = await come(room, name);
    if (room === sealed) {
      joins.push(took);
      leaves.push(await putOut(room, comer));
    } else {
      bareJoins.push(took);
      await comer.device.close();
    }
  }
}
const flows: Flow[] = [];
for (const { page } of [sealed.ada, sealed.ben]) flows.push(...(await flowsIn(page)));
const gaps = flows.reduce((sum, one) => sum + one.gaps, 0);
const slots = Math.max(...flows.map((one) => one.slots.length));

const before = [await cpuOf(sealed.browser), await cpuOf(plain.browser)] as const;
await pause(STEADY);
const used = [(await cpuOf(sealed.browser)) - before[0], (await cpuOf(plain.browser)) - before[1]] as const;
await sealed.stop();
await plain.stop();

console.log(`leave to last decodable: ${spread(leaves)}`);
console.log(`from the circle to the first sound, sealed: ${spread(joins)}`);
console.log(`the same, not sealed: ${spread(bareJoins)}`);
console.log(
  `keys one after the other: ${slots}; cpu ${used.map((ms) => ((ms / STEADY) * 100).toFixed(0)).join(' and ')} % of a core`,
);
const figures = {
  'rekey gaps': gaps,
  'leave p99 in ms': percentile(leaves, 0.99),
  'join later in ms': percentile(joins, 0.5) - percentile(bareJoins, 0.5),
  'cpu ratio': used[0] / used[1],
};
console.log(
  `rekey gaps ${gaps}, leave to last decodable p99 ${figures['leave p99 in ms'].toFixed(0)} ms, join ${figures['join later in ms'] < 0 ? '' : '+'}${figures['join later in ms'].toFixed(0)} ms, cpu ratio ${figures['cpu ratio'].toFixed(2)}`,
);
judge('sealing', figures);
