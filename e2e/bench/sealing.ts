// What sealing costs, by turns with a server that does not seal: gaps at new keys, how long somebody who was put out opens
// what is sent, how much later somebody who comes hears the others, and processor time. One room at a time: two take each other's.

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
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { percentile, spread, wallClock } from './figures.ts';

const ROUNDS = Number(process.argv[2] ?? 20);
/** Hertz: who stays, and who comes and goes. */
const PITCHES = [450, 700] as const;
/** Milliseconds for which the page of whoever is put out does nothing of what it is told, so that its worker goes on. */
const DEAF = 3_000;
/** Rooms of each kind, and milliseconds in each in which processor time is measured. */
const TURNS = 2;
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
  // A page that is held by its debugger takes no processor time from the others, as one that runs in a circle would.
  const debug = await comer.device.newCDPSession(comer.page);
  await debug.send('Debugger.enable');
  const held = new Promise((resolve) => debug.once('Debugger.paused', resolve));
  await debug.send('Debugger.pause');
  await held;
  const at = wallClock();
  await must(bo, { type: 'remove', seat });
  await pause(DEAF);
  await debug.send('Debugger.resume');
  const flows = await until('what the worker of who was put out opened', async () => {
    const opened = (await flowsIn(comer.page)).filter(({ kind, left }) => kind === 'decode' && left > 0);
    return opened.length > 0 ? opened : null;
  });
  await comer.device.close();
  const lastCame = Math.max(...flows.map((one) => one.lastCame)) - at;
  if (lastCame < DEAF / 2) throw new Error(`nothing came from ${lastCame.toFixed(0)} ms after the leave on`);
  return Math.max(...flows.map(({ last }) => last)) - at;
};

/** Milliseconds of processor time that all processes of a browser have used. */
const cpuOf = async (browser: Browser): Promise<number> => {
  const asking = await browser.newBrowserCDPSession();
  const { processInfo } = await asking.send('SystemInfo.getProcessInfo');
  await asking.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
};

/** One room from its opening to its end, with its share of those who come. */
const roomWith = async (seals: boolean, names: readonly string[]) => {
  const room = await roomOf(await serverOf(seals));
  const [joins, leaves]: [number[], number[]] = [[], []];
  for (const name of names) {
    const { comer, took } = await come(room, name);
    joins.push(took);
    if (seals) leaves.push(await putOut(room, comer));
    else await comer.device.close();
  }
  const before = await cpuOf(room.browser);
  await pause(STEADY);
  const used = (await cpuOf(room.browser)) - before;
  const flows: Flow[] = [];
  if (seals) for (const { page } of [room.ada, room.ben]) flows.push(...(await flowsIn(page)));
  await room.stop();
  const told = `${seals ? 'sealed' : 'not sealed'}: heard after ${spread(joins)}; cpu ${((used / STEADY) * 100).toFixed(0)} % of a core`;
  console.log(leaves.length > 0 ? `${told}; left until ${spread(leaves)}` : told);
  return { joins, leaves, used, flows };
};
type Measured = Awaited<ReturnType<typeof roomWith>>;

const all = { sealed: [] as Measured[], plain: [] as Measured[] };
for (let turn = 0; turn < TURNS; turn += 1) {
  const names = comers.filter((_, at) => at % TURNS === turn);
  // What grows with the time that the machine has run falls on both.
  for (const seals of turn % 2 === 0 ? [true, false] : [false, true])
    all[seals ? 'sealed' : 'plain'].push(await roomWith(seals, names));
}
const joined = (of: readonly Measured[]): number[] => of.flatMap(({ joins }) => joins);
const used = (of: readonly Measured[]): number => of.reduce((sum, one) => sum + one.used, 0);
const flows = all.sealed.flatMap((one) => one.flows);
const gaps = flows.reduce((sum, one) => sum + one.gaps, 0);
const leaves = all.sealed.flatMap((one) => one.leaves);

console.log(`leave to last decodable: ${spread(leaves)}`);
console.log(`from the circle to the first sound, sealed: ${spread(joined(all.sealed))}`);
console.log(`the same, not sealed: ${spread(joined(all.plain))}`);
console.log(`keys one after the other: ${Math.max(...flows.map((one) => one.slots.length))}`);
const figures = {
  'rekey gaps': gaps,
  'leave p99 in ms': percentile(leaves, 0.99),
  'join later in ms': percentile(joined(all.sealed), 0.5) - percentile(joined(all.plain), 0.5),
  'cpu ratio': used(all.sealed) / used(all.plain),
};
console.log(
  `rekey gaps ${gaps}, leave to last decodable p99 ${figures['leave p99 in ms'].toFixed(0)} ms, join ${figures['join later in ms'] < 0 ? '' : '+'}${figures['join later in ms'].toFixed(0)} ms, cpu ratio ${figures['cpu ratio'].toFixed(2)}`,
);
judge('sealing', figures);
