// Proof: what became of a press that nobody answered is not guessed. It is asked, and never done twice.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, goOn, linkTo, newActor } from './cast.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

/** Milliseconds that "+ 2 min" gives. */
const TWO_MINUTES = 120_000;
/** Milliseconds for which the server stands still: longer than the page waits, shorter and longer than its line lasts. */
const STOPS = [12_000, 18_000];
/** Milliseconds until all that was pressed is answered, once the server goes on. */
const ANSWERED = 15_000;

describe('our server stands still amid a press', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  const end = (): number => leader.views.room().course.clock?.endsAt ?? 0;
  const extend = (): Promise<void> =>
    leader.page.getByRole('button', { name: '2 min more for this phase' }).click();
  const asking = () => leader.page.getByText('What became of that is not known yet').first();

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
    leader = await newActor(browser, 'Ada');
    await comeIn(leader, linkTo(stack.url, session.id, session.secretOf('Ada')));
    await session.enter('Ben');
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'presentation');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test.each(STOPS)(
    '[SC4] for %d ms: two minutes more, pressed again while that is not known, are two minutes more',
    async (stop) => {
      const before = end();
      await stack.server.freeze();
      const frozen = performance.now();
      try {
        await extend();
        await asking().waitFor({ timeout: 2 * stop });
        expect(await leader.page.getByText('nothing was changed').count()).toBe(0);
        await extend();
        await pause(stop - (performance.now() - frozen));
      } finally {
        stack.server.thaw();
      }
      await asking().waitFor({ state: 'detached', timeout: ANSWERED });
      await leader.views.until('the longer step', ({ course }) => (course.clock?.endsAt ?? 0) > before);
      // Whatever came twice is done by the time that a later press is.
      await leader.page.getByRole('button', { name: 'Hold', exact: true }).click();
      await leader.views.until('hold', ({ course }) => course.clock?.held !== null);
      expect(end() - before).toBe(TWO_MINUTES);
      await leader.page.getByRole('button', { name: 'Resume', exact: true }).click();
      await leader.views.until('going on', ({ course }) => course.clock?.held === null);
      expect(await leader.page.getByText('it did not work').count()).toBe(0);
    },
  );
});
