// How far two leaders' shown clocks are from the server's, one of them on a device whose system clock is ten minutes wrong.
// A shown second begins when its digits change; the first of many changes is the one with the least drawing delay in it.

import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { comeIn, goOn, linkTo, newActor } from '../cast.ts';
import { openSession } from '../people.ts';
import { startPages } from '../pages.ts';

/** Milliseconds by which the second device's clock is wrong. */
const WRONG = 10 * 60_000;
/** Changes of the digits that are looked at. */
const CHANGES = 20;

const stack = await startPages();
const browser = await launchBrowser();
const session = await openSession(stack.url, { Ada: 'leader', Bo: 'coLeader' }, { preset: 'online60' });
const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
const right = await newActor(browser, 'Ada');
const wrong = await newActor(browser, 'Bo');
await wrong.page.addInitScript((by) => {
  const real = Date.now.bind(Date);
  Date.now = () => real() + by;
}, WRONG);
await comeIn(right, link('Ada'));
await comeIn(wrong, link('Bo'));
await goOn(right, 'arrive');

/** By how much each shown second begins after the server's, in milliseconds. */
const delays = async (page: Page, since: number): Promise<number> => {
  const changes = await page.evaluate(
    (count) =>
      new Promise<{ readonly shown: string; readonly at: number }[]>((resolve) => {
        const found: { shown: string; at: number }[] = [];
        const clock = document.querySelector('.exact strong');
        const seen = new MutationObserver(() => {
          found.push({ shown: clock?.textContent ?? '', at: performance.timeOrigin + performance.now() });
          if (found.length < count) return;
          seen.disconnect();
          resolve(found);
        });
        if (clock !== null) seen.observe(clock, { characterData: true, subtree: true, childList: true });
      }),
    CHANGES,
  );
  const late = changes.map(({ shown, at }) => {
    const [minutes = 0, seconds = 0] = shown.split(':').map(Number);
    return at - (since + (minutes * 60 + seconds) * 1000);
  });
  return Math.min(...late);
};

const since = right.views.room().course.clock?.since ?? 0;
const apart = await Promise.all([right, wrong].map(({ page }) => delays(page, since)));
console.log(
  `right system clock: ${apart[0]?.toFixed(0)} ms, wrong by ${WRONG / 60_000} minutes: ${apart[1]?.toFixed(0)} ms`,
);
await browser.close();
await stack.stop();
console.log(`clocks apart ${Math.max(...apart.map(Math.abs)).toFixed(0)} ms`);
