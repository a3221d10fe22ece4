// Proof: the end with time to stay in real browsers: two rooms, words of how long, five minutes more, each its own last page.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, linkTo, newActor } from './cast.ts';
import { mustHear } from './hearing.ts';
import { startPages } from './pages.ts';
import { CENTRE, CONTROLS, NOTICES, SEAT } from './parts.ts';
import { openSession } from './people.ts';
import type { Stack } from './stack.ts';

const NAMES = ['Ada', 'Bo', 'Cleo', 'Dan'] as const;
const ROLES = { Ada: 'leader', Bo: 'coLeader', Cleo: 'member', Dan: 'member' } as const;
const LINE = 'Go gently. What we heard tonight may keep working for a while.';
/** Milliseconds from the announcement to the end, with time to spare. */
const ENDED_WITHIN = 90_000;

describe('the end with time to stay', () => {
  let stack: Stack;
  let browser: Browser;
  let ada: Actor;
  let bo: Actor;
  let cleo: Actor;
  let dan: Actor;

  const all = (): Actor[] => [ada, bo, cleo, dan];
  const seats = ({ page }: Actor): Promise<number> => page.locator(SEAT).count();
  const button = ({ page }: Actor, name: string | RegExp) => page.getByRole('button', { name });

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, ROLES, { closingLine: LINE });
    const actors: Actor[] = [];
    for (const name of NAMES) {
      const actor = await newActor(browser, name);
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(name)));
      actors.push(actor);
    }
    [ada, bo, cleo, dan] = actors as [Actor, Actor, Actor, Actor];
    await begin(ada);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LV1] leaders offer it, all are told, and then members and leaders are in rooms of their own', async () => {
    await button(ada, 'End…').click();
    await button(ada, 'With ten minutes to stay').click();
    await cleo.page.locator(NOTICES).getByText('Then you may stay and talk for about 10 minutes.').waitFor();
    // Whoever is not yet put out by the media server stands where they can hear, until they are.
    const two = (what: 'debrief' | 'leaving', those: readonly Actor[]) =>
      those.map(({ views }) =>
        views.until(
          `${what} for two`,
          ({ course, places }) => course.kind === what && places.length === 2,
          ENDED_WITHIN,
        ),
      );
    await Promise.all([...two('debrief', [ada, bo]), ...two('leaving', [cleo, dan])]);
    await ada.page.locator(CENTRE).getByText('Members do not hear you, and you do not hear them.').waitFor();
    await cleo.page.locator(CENTRE).getByText('About ten minutes more.').waitFor();
    expect([await seats(ada), await seats(cleo)]).toEqual([2, 2]);
  });

  test('[LV6] each hears their own space and nothing of the other', async () => {
    const wanted = { Ada: ['Bo'], Bo: ['Ada'], Cleo: ['Dan'], Dan: ['Cleo'] };
    await mustHear(all(), wanted, 'after the end');
  });

  test('[PG11, PG10] neither page keeps anybody out', async () => {
    for (const actor of [ada, cleo]) expect(await barriersOn(actor.page), actor.name).toEqual([]);
    await ada.page.keyboard.press('F2');
    expect(await ada.page.locator(`${CONTROLS} button:focus`).count()).toBe(1);
  });

  test('[LV3] anybody who stays asks for five minutes more, once for all', async () => {
    await button(dan, /Ask for five minutes more/).click();
    await cleo.page.locator(CENTRE).getByText('Somebody asked for five more already.').waitFor();
    await button(cleo, /Ask for five minutes more/).waitFor({ state: 'detached' });
  });

  test('[LV4, FW3] leaders end their debrief for themselves, and who says goodbye is thanked', async () => {
    await button(bo, 'End the debrief…').click();
    await button(bo, 'End the debrief').last().click();
    for (const { page } of [ada, bo]) {
      await page.getByRole('heading', { name: 'Thank you for today.' }).waitFor();
      await page.getByText('Ada and Bo led.').waitFor();
    }
    expect(await seats(cleo)).toBe(2);
    await button(cleo, 'Say goodbye').click();
    await cleo.page.getByText(LINE).waitFor();
    await cleo.page.getByText('Nothing that was said was kept').click();
    await cleo.page.getByText('who was given the floor, and when').waitFor();
    expect(await barriersOn(cleo.page)).toEqual([]);
    // The last who stays closes the circle behind them.
    await button(dan, 'Say goodbye').click();
    await dan.page.getByText('Kept sealed until').waitFor({ state: 'attached' });
  });

  test('[HT13] no page broke its own rules on the way', () => {
    expect(all().flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual([]);
  });
});
