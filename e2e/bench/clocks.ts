// How far two leaders' shown clocks are from the server's, one of them on a device whose system clock is ten minutes wrong:
// the median over many changes of the digits, and the first change of each page, since a page that has just come in is
// the one that knows the server's clock worst.

import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { comeIn, goOn, linkTo, newActor } from '../cast.ts';
import { openSession } from '../people.ts';
import { startPages } from '../pages.ts';
import { LEADERS_BAR } from '../parts.ts';
import { judge } from './aims.ts';
import { percentile, spread } from './figures.ts';

/** Milliseconds by which the second device's clock is wrong. */
const WRONG = 10 * 60_000;
/** Changes of the digits that are looked at. */
const CHANGES = Number(process.argv[2] ?? 30);

/** Keeps this machine's true clock for the measuring, and sets every clock that the page can read by this much. */
const setClock = (by: number): void => {
  const RealDate = Date;
  const { timeOrigin } = performance;
  Object.defineProperty(globalThis, 'trueNow', { value: () => timeOrigin + performance.now() });
  if (by === 0) return;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [target.now() + by] : args, self) as object,
    apply: (target) => new target(target.now() + by).toString(),
    get: (target, name) =>
      name === 'now' ? () => target.now() + by : (Reflect.get(target, name) as unknown),
  });
  Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin + by });
};

/** By how much each shown second begins after the server's, in milliseconds. */
const delays = async (page: Page, since: number): Promise<readonly number[]> => {
  const changes = await page.evaluate(
    ([count, exact]) =>
      new Promise<{ readonly shown: string; readonly at: number }[]>((resolve) => {
        const { trueNow } = globalThis as unknown as { trueNow: () => number };
        const found: { shown: string; at: number }[] = [];
        const clock = document.querySelector(exact);
        const seen = new MutationObserver(() => {
          found.push({ shown: clock?.textContent ?? '', at: trueNow() });
          if (found.length < count) return;
          seen.disconnect();
          resolve(found);
        });
        if (clock !== null) seen.observe(clock, { characterData: true, subtree: true, childList: true });
      }),
    [CHANGES, `${LEADERS_BAR} strong`] as const,
  );
  return changes.map(({ shown, at }) => {
    const [minutes = 0, seconds = 0] = shown.split(':').map(Number);
    return at - (since + (minutes * 60 + seconds) * 1000);
  });
};

const stack = await startPages();
const browser = await launchBrowser();
const session = await openSession(stack.url, { Ada: 'leader', Bo: 'coLeader' }, { preset: 'online60' });
const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
const pages = [
  { actor: await newActor(browser, 'Ada'), by: 0 },
  { actor: await newActor(browser, 'Bo'), by: WRONG },
] as const;
for (const { actor, by } of pages) {
  await actor.page.addInitScript(setClock, by);
  await comeIn(actor, link(actor.name));
  const clocks = await actor.page.evaluate(() => [Date.now(), new Date().getTime(), performance.timeOrigin]);
  const off = clocks.map((clock) => Math.round((clock - Date.now()) / 60_000));
  // The bench means nothing on a device whose clock did not go wrong.
  if (off.some((minutes) => minutes !== by / 60_000))
    throw new Error(`the clocks of ${actor.name} are off by ${off.join(', ')} minutes`);
}
const [{ actor: leader }] = pages;
await goOn(leader, 'arrive');
const since = leader.views.room().course.clock?.since ?? 0;

const medians: number[] = [];
const measured = await Promise.all(pages.map(({ actor }) => delays(actor.page, since)));
for (const [at, values] of measured.entries()) {
  const by = pages[at]?.by ?? 0;
  const median = percentile(values, 0.5);
  medians.push(median);
  console.log(
    `system clock wrong by ${by / 60_000} minutes: ${spread(values)}, first ${values[0]?.toFixed(0)} ms`,
  );
}
await browser.close();
await stack.stop();
const apart = Math.max(...medians.map(Math.abs));
console.log(`clocks apart ${apart.toFixed(0)} ms`);
judge('clocks', { 'ms apart': apart });
