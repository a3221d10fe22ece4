// Proof: the end with time to stay in real browsers: two rooms, words of how long, five minutes more, each its own last page.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, later, linkTo, newActor, newWindow } from './cast.ts';
import { mustHear } from './hearing.ts';
import { enter, focusIs } from './keyboard.ts';
import { startPages } from './pages.ts';
import { CENTRE, CONTROLS, NOTICES, SEAT } from './parts.ts';
import { openSession, type OpenedSession } from './people.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const NAMES = ['Ada', 'Bo', 'Cleo', 'Dan'] as const;
const ROLES = { Ada: 'leader', Bo: 'coLeader', Cleo: 'member', Dan: 'member', Eve: 'member' } as const;
const LINE = 'Go gently. What we heard tonight may keep working for a while.';
const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1366, height: 768 },
];
/** Milliseconds after which the press of a question's answer is no second one of the press that asked it. */
const UNASKED = 1_100;
/** Milliseconds from the announcement to the end, with time to spare. */
const ENDED_WITHIN = 90_000;

describe('the end with time to stay', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let ada: Actor;
  let bo: Actor;
  let cleo: Actor;
  let dan: Actor;

  const all = (): Actor[] => [ada, bo, cleo, dan];
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const seats = ({ page }: Actor): Promise<number> => page.locator(SEAT).count();
  const button = ({ page }: Actor, name: string | RegExp) => page.getByRole('button', { name });

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, ROLES, { closingLine: LINE });
    const actors: Actor[] = [];
    for (const name of NAMES) {
      const actor = await newActor(browser, name);
      await comeIn(actor, link(name));
      actors.push(actor);
    }
    [ada, bo, cleo, dan] = actors as [Actor, Actor, Actor, Actor];
    await begin(ada);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LV1] a leader ends it without a mouse, all are told, and then members and leaders are in rooms of their own', async () => {
    await dan.page.keyboard.press('Alt+o');
    await cleo.views.until('Dan, who has stepped out', ({ places }) => places.some(({ out }) => out));
    await enter(ada, button(ada, 'End…'));
    await later(ada, UNASKED);
    await enter(ada, button(ada, 'With ten minutes to stay'));
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
    for (const actor of [ada, cleo])
      await until(`${actor.name}: two seats`, async () => (await seats(actor)) === 2);
  });

  test('[LV2] who had stepped out when the end came is back by a press, and nobody is offered what leaders would answer', async () => {
    await enter(dan, button(dan, 'I am back'));
    await enter(dan, button(dan, /Open my microphone/));
    await cleo.views.until('Dan, who is back', ({ places }) => places.every(({ out }) => !out));
    await enter(cleo, button(cleo, /^More/));
    const menu = cleo.page.getByRole('menu', { name: 'More' });
    await menu.waitFor();
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual([
      'Devices',
      'Hide my picture from myself',
    ]);
    await cleo.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
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

  test('[LV5] a reload leads back to the own space, and a window that takes over, too; whoever comes new reads that it is over', async () => {
    for (const [actor, kind] of [
      [bo, 'debrief'],
      [cleo, 'leaving'],
    ] as const) {
      await actor.page.reload();
      const { you } = await actor.views.until(`${kind} again`, ({ course }) => course.kind === kind);
      expect(you.media?.space).toBe(kind === 'debrief' ? 'debrief' : 'circle');
      await until(`${actor.name}: two seats`, async () => (await seats(actor)) === 2);
    }
    const second = await newWindow('Dan', dan.device);
    await second.page.goto(link('Dan'));
    await button(second, 'Sit here instead').click();
    await second.views.until('the circle in another window', ({ course }) => course.kind === 'leaving');
    await dan.page.close();
    dan = second;
    const eve = await newActor(browser, 'Eve');
    await eve.page.goto(link('Eve'));
    await eve.page.getByText('The session has ended. Please ask for a new link.').waitFor();
    await eve.page.close();
  });

  test('[LV3] anybody who stays asks for five minutes more, once for all, and moves nothing by it', async () => {
    const { page } = dan;
    const bars = async () => {
      const found = [];
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        found.push(await page.locator(CONTROLS).boundingBox());
      }
      return found;
    };
    const before = await bars();
    await enter(dan, button(dan, /Ask for five minutes more/));
    await cleo.page.locator(CENTRE).getByText('Somebody asked for five more already.').waitFor();
    for (const actor of [cleo, dan])
      await button(actor, /Ask for five minutes more/).waitFor({ state: 'detached' });
    // The press took the focus's button away: the next Tab begins beside it.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    expect(await bars()).toEqual(before);
  });

  test('[LV4, FW3] leaders end their debrief for themselves, without a mouse, and are thanked', async () => {
    await enter(bo, button(bo, 'End the debrief…'));
    await later(bo, UNASKED);
    expect(await barriersOn(bo.page)).toEqual([]);
    await enter(bo, bo.page.getByRole('dialog').getByRole('button', { name: 'End the debrief' }));
    for (const { page } of [ada, bo]) {
      await page.getByRole('heading', { name: 'Thank you for today.' }).waitFor();
      await page.getByText(/^Ada and Bo led, on \w+day, /).waitFor();
    }
    await focusIs(bo, 'Thank you for today.');
    expect(await seats(cleo)).toBe(2);
  });

  test('[FW2, FW3, LV4] who says goodbye is thanked, may think better of it, and the last closes the circle', async () => {
    await enter(cleo, button(cleo, 'Say goodbye'));
    await focusIs(cleo, 'Thank you for today.');
    await cleo.page.getByText(LINE).waitFor();
    await enter(cleo, cleo.page.locator('summary'));
    await cleo.page.getByText('who was given the floor, and when').waitFor();
    expect(await barriersOn(cleo.page)).toEqual([]);
    await enter(cleo, button(cleo, 'Come back'));
    await cleo.views.until('the circle again', ({ course }) => course.kind === 'leaving');
    await button(cleo, 'Say goodbye').click();
    await focusIs(cleo, 'Thank you for today.');
    await button(dan, 'Say goodbye').click();
    await dan.page.getByText('The key to this evening is destroyed at').waitFor();
    expect(await barriersOn(dan.page)).toEqual([]);
  });

  test('[HT13] no page broke its own rules on the way', () => {
    expect(all().flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual([]);
  });
});
