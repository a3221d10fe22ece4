// What only leaders see comes apart from the room: for whom, when, and what a page does where it does not come.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor } from './cast.ts';
import { startPages } from './pages.ts';
import { CONTROLS, LEADERS_BAR, NOTICES, SEAT, STAGE } from './parts.ts';
import { must, openSession, type OpenedSession } from './people.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const PARTS = '**/assets/Leading-*';
const DESK = { viewport: { width: 1280, height: 800 } };
/** Milliseconds until a backup leads on, and some for a busy machine. */
const LEADS_ON = 60_000;

/** Whether the parts were asked for. */
const asking = (page: Page): (() => boolean) => {
  let asked = false;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/assets/Leading-')) asked = true;
  });
  return () => asked;
};
const keepAway = (device: BrowserContext): Promise<unknown> => device.route(PARTS, (route) => route.abort());

describe('what only leaders see', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const bar = ({ page }: Actor) => page.locator(LEADERS_BAR);
  const failed = ({ page }: Actor) => page.locator(NOTICES).getByText('What leaders need did not load.');

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Bo: 'coLeader', Cy: 'coLeader', Ben: 'member' });
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LE52] comes while a leader is in the lobby, and their first sight of the room is whole, also after a reload', async () => {
    const leader = await newActor(browser, 'Ada', DESK);
    const asked = asking(leader.page);
    await leader.page.addInitScript(
      ([stage, bar]) => {
        new MutationObserver(() => {
          const half = document.querySelector(`${stage}[data-layout]`) && !document.querySelector(bar);
          if (half) document.documentElement.dataset['half'] = '';
        }).observe(document, { subtree: true, childList: true });
      },
      [STAGE, LEADERS_BAR] as const,
    );
    const whole = () => leader.page.evaluate(() => document.documentElement.dataset['half'] === undefined);
    await leader.page.goto(link('Ada'));
    await leader.page.getByRole('textbox', { name: 'Your name' }).waitFor();
    await until('the leaders’ parts', asked);
    await comeIn(leader, link('Ada'));
    await bar(leader).waitFor();
    expect(await whole()).toBe(true);
    // Later than the first view, and well within the room's patience.
    const before = leader.views.last().at;
    await leader.device.route(PARTS, async (route) => {
      await until('the first view', () => leader.views.last().at > before);
      await route.continue();
    });
    await leader.page.reload();
    await bar(leader).waitFor();
    expect(await whole()).toBe(true);
    await leader.page.close();
  });

  test('[LE53] where it does not come the circle stands, the page says so, and one press brings it', async () => {
    const leader = await newActor(browser, 'Bo', DESK);
    await keepAway(leader.device);
    await comeIn(leader, link('Bo'));
    await failed(leader).waitFor();
    await leader.page.locator(SEAT).first().waitFor();
    await leader.page
      .locator(CONTROLS)
      .getByRole('button', { name: /^Microphone/ })
      .waitFor();
    await leader.device.unroute(PARTS);
    await leader.page.getByRole('button', { name: 'Try again' }).click();
    await bar(leader).waitFor();
    expect(await failed(leader).count()).toBe(0);
    expect(leader.views.room().you.seats[0].leads).toBe(true);
    await leader.page.close();
  });

  test('[LE52] comes to a backup when they lead on, and to no member before', async () => {
    const ben = await newActor(browser, 'Ben', DESK);
    const asked = asking(ben.page);
    await comeIn(ben, link('Ben'));
    const leader = await session.enter('Cy');
    await must(leader, { type: 'nameBackup', seat: ben.views.room().you.seats[0].seat });
    await ben.page.getByRole('button', { name: 'Yes, I would' }).click();
    await ben.views.until('a backup who has agreed', ({ you }) => you.seats[0].standsIn === 'agreed');
    expect(asked()).toBe(false);
    await keepAway(ben.device);
    leader.close();
    await failed(ben).waitFor({ timeout: LEADS_ON });
    await ben.page.locator(SEAT).first().waitFor();
    await ben.device.unroute(PARTS);
    await ben.page.getByRole('button', { name: 'Load the page again' }).click();
    await bar(ben).waitFor();
  });
});
