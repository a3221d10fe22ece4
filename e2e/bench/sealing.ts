// What sealing costs, by turns with a server that does not seal: gaps at new keys, how long somebody who was put out opens
// what is sent, how much later somebody who comes hears the others, and processor time. One room at a time: two take each other's.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../browser.ts';
import { type Actor, askToComeIn, comeIn, everybodyIn, linkTo, newActor, press } from '../cast.ts';
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

const PEOPLE = { Bo: 'leader', Ada: 'member', Ben: 'member' } as const;
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

/** A room of pages who stay, a program that leads, and links for all who will come. */
const roomOf = async ({ stack, media }: Awaited<ReturnType<typeof serverOf>>, stay: readonly string[]) => {
  const browser = await launchBrowser();
  const session = await openSession(stack.url, {
    ...PEOPLE,
    ...Object.fromEntries(comers.map((name) => [name, 'member' as const])),
  });
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const bo = await session.enter('Bo');
  await must(bo, { type: 'begin' });
  const pages: Actor[] = [];
  for (const name of stay) {
    const actor = await newActor(browser, name);
    await singsOn(actor.page, PITCHES[0]);
    await tapWorkers(actor.page);
    await comeIn(actor, link(name));
    pages.push(actor);
  }
  await everybodyIn(pages, 'arrive');
  const [ben, ada] = pages as [Actor, Actor | undefined];
  if (ada) await (await tunesIn(ada.page, PITCHES)).hears(identityOf(ben), 0);
  const stop = async (): Promise<void> => {
    bo.close();
    await browser.close();
    await stack.stop();
    media.close();
  };
  return { media, browser, link, ben, pages, bo, stop };
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
  await askToComeIn(comer, link(name));
  const circle = comer.views.until('a place in the circle', (view) => view.you.media !== null);
  const began = circle.then(() => performance.now());
  // The ears are there before the circle is: what sounds at once counts as at once.
  const tunes = await tunesIn(comer.page, PITCHES);
  await circle;
  await tunes.hears(identityOf(ben), 0, 1);
  return { comer, took: performance.now() - (await began) };
};

/** Is put out, and goes on listening; milliseconds until the last frame that its worker opened. */
const putOut = async ({ media, bo }: Room, comer: Actor): Promise<number> => {
  const seat = comer.views.room().you.seats[0].seat;
  media.keep(identityOf(comer));
  // A page that waits for an answer runs nothing, and takes no processor time from the others as one that runs in a circle would.
  const asked = comer.page.waitForEvent('dialog');
  const deaf = comer.page.evaluate(() => alert('Deaf until this is answered.'));
  const dialog = await asked;
  const at = wallClock();
  await must(bo, { type: 'remove', seat });
  await pause(DEAF);
  await dialog.accept();
  await deaf;
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

/** Somebody comes, one after the other, to somebody who sends sound alone: several pictures on two processors hold up everything. */
const joinsIn = async (seals: boolean, names: readonly string[]): Promise<readonly number[]> => {
  const room = await roomOf(await serverOf(seals), ['Ben']);
  await press(room.ben, /Turn my camera off/);
  const joins: number[] = [];
  for (const name of names) {
    const { comer, took } = await come(room, name);
    joins.push(took);
    // Whose page is only closed is waited for, a second at each new key.
    await must(room.bo, { type: 'remove', seat: comer.views.room().you.seats[0].seat });
    await comer.device.close();
  }
  await room.stop();
  console.log(`${seals ? 'sealed' : 'not sealed'}: heard after ${spread(joins)}`);
  return joins;
};

/** Processor time of two who stay, with cameras, and what becomes of keys where somebody comes and is put out. */
const stayIn = async (seals: boolean, names: readonly string[]) => {
  const room = await roomOf(await serverOf(seals), ['Ben', 'Ada']);
  const before = await cpuOf(room.browser);
  await pause(STEADY);
  const used = (await cpuOf(room.browser)) - before;
  const leaves: number[] = [];
  const flows: Flow[] = [];
  if (seals) {
    for (const name of names) leaves.push(await putOut(room, (await come(room, name)).comer));
    for (const { page } of room.pages) flows.push(...(await flowsIn(page)));
  }
  await room.stop();
  const share = `cpu ${((used / STEADY) * 100).toFixed(0)} % of a core`;
  console.log(seals ? `sealed: ${share}; opened until ${spread(leaves)}` : `not sealed: ${share}`);
  return { leaves, used, flows };
};

const joins = { sealed: [] as number[], plain: [] as number[] };
const stays = {
  sealed: [] as Awaited<ReturnType<typeof stayIn>>[],
  plain: [] as Awaited<ReturnType<typeof stayIn>>[],
};
for (let turn = 0; turn < TURNS; turn += 1) {
  const names = comers.filter((_, at) => at % TURNS === turn);
  // What grows with the time that the machine has run falls on both.
  for (const seals of turn % 2 === 0 ? [true, false] : [false, true]) {
    joins[seals ? 'sealed' : 'plain'].push(...(await joinsIn(seals, names)));
    stays[seals ? 'sealed' : 'plain'].push(await stayIn(seals, names));
  }
}
const used = (of: typeof stays.sealed): number => of.reduce((sum, one) => sum + one.used, 0);
const flows = stays.sealed.flatMap((one) => one.flows);
const leaves = stays.sealed.flatMap((one) => one.leaves);
const gaps = flows.reduce((sum, one) => sum + one.gaps, 0);

console.log(`leave to last decodable: ${spread(leaves)}`);
console.log(`from the circle to the first sound, sealed: ${spread(joins.sealed)}`);
console.log(`the same, not sealed: ${spread(joins.plain)}`);
console.log(`keys one after the other: ${Math.max(...flows.map((one) => one.slots.length))}`);
const figures = {
  'rekey gaps': gaps,
  'leave p99 in ms': percentile(leaves, 0.99),
  'join later in ms': percentile(joins.sealed, 0.5) - percentile(joins.plain, 0.5),
  'cpu ratio': used(stays.sealed) / used(stays.plain),
};
console.log(
  `rekey gaps ${gaps}, leave to last decodable p99 ${figures['leave p99 in ms'].toFixed(0)} ms, join ${figures['join later in ms'] < 0 ? '' : '+'}${figures['join later in ms'].toFixed(0)} ms, cpu ratio ${figures['cpu ratio'].toFixed(2)}`,
);
judge('sealing', figures);
