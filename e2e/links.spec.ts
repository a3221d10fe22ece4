// The links of a room: they outlive a reload of the page that made them, and only whole ones open anything.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkInMail, newActor, newWindow, openRoom } from './cast.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const COPYING = {
  viewport: { width: 1024, height: 768 },
  permissions: ['clipboard-read', 'clipboard-write', 'microphone', 'camera'],
};
/** Milliseconds: an end is announced a minute before. */
const ENDED_WITHIN = 90_000;

describe('links', () => {
  let stack: Stack;
  let browser: Browser;
  let actor: Actor;
  let links: Awaited<ReturnType<typeof openRoom>>;
  const setUp = { leader: 'Ada', members: ['Ben'], protectStory: true };
  const pressed = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();
  const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  /** The links that the page shows now. */
  const shown = async (page: Page): Promise<readonly string[]> => {
    await page.getByRole('heading', { name: 'The room is open' }).waitFor();
    const mails = await page.getByRole('link', { name: /^Mail the link to / }).all();
    return Promise.all(mails.map(async (mail) => linkInMail((await mail.getAttribute('href')) ?? '')));
  };
  const isKept = ({ page }: Actor, link: string): Promise<boolean> =>
    page.evaluate(
      (secret) => JSON.stringify({ ...sessionStorage }).includes(secret),
      (link.split('#')[1] ?? '').split('.')[0] ?? '',
    );
  /** Whether the page asks before it is left. */
  const asksBeforeLeaving = async ({ page }: Actor): Promise<boolean> =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    actor = await newActor(browser, 'Ada', COPYING);
    links = await openRoom(actor, stack.url, setUp);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[ST13] a reload of "The room is open" shows the same links', async () => {
    const { page } = actor;
    const before = await shown(page);
    expect(before).toContain(links.leader);
    await page.reload();
    expect(await shown(page)).toEqual(before);
  });

  test('[ST13] all links are copied at once; until then the page asks before it is left', async () => {
    const { page } = actor;
    expect(await asksBeforeLeaving(actor)).toBe(true);
    await pressed(page, 'Copy the link for Ben');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Ben' })
      .getByText('Copied', { exact: true })
      .first()
      .waitFor();
    await page.reload();
    // What was copied stays ticked, and one link is not all.
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Ben' })
      .getByText('Copied', { exact: true })
      .waitFor();
    expect(await asksBeforeLeaving(actor)).toBe(true);
    await pressed(page, 'Copy all links');
    await until('all links', async () => {
      const text = await copied(page);
      return [links.leader, links.open, links.of('Ben')].every((link) => text.includes(link));
    });
    await until('no question', async () => !(await asksBeforeLeaving(actor)));
  });

  test('[ST13] back leads to the form, forward to the links, and a second room stands beside the first', async () => {
    const { page } = actor;
    const first = await shown(page);
    await page.goBack();
    await page.getByRole('button', { name: 'Open a room' }).waitFor();
    await page.goForward();
    expect(await shown(page)).toEqual(first);
    await pressed(page, 'Open another room');
    await page.getByRole('textbox', { name: 'Your name, as leader' }).fill('Ada');
    await pressed(page, 'Open a room');
    const second = await shown(page);
    expect(second.filter((link) => first.includes(link))).toEqual([]);
    await page.reload();
    expect(await shown(page)).toEqual(second);
    // The form has the way to both.
    await pressed(page, 'Open another room');
    await page.getByRole('button', { name: 'Show its links' }).nth(1).click();
    expect(await shown(page)).toEqual(first);
    await page.goBack();
    await page.getByRole('button', { name: 'Show its links' }).first().click();
    expect(await shown(page)).toEqual(second);
    // And so has the address typed in another page of the tab.
    await page.goto('about:blank');
    await page.goto(stack.url);
    await page.getByRole('button', { name: 'Show its links' }).first().click();
    expect(await shown(page)).toEqual(second);
  });

  test('[ST1] a link that is cut off opens nothing, also where the tab has a whole one', async () => {
    const dot = links.open.lastIndexOf('.');
    // To its dot, before it, a few letters behind it, and with something behind it all.
    const cut = [dot, dot + 1, dot + 9].map((end) => links.open.slice(0, end)).concat(`${links.open}.x`);
    const guest = await newActor(browser, 'Guest', COPYING);
    const opensNothing = async (link: string): Promise<void> => {
      await guest.page.goto('about:blank');
      await guest.page.goto(link);
      await guest.page.getByText('This link is not whole').waitFor();
      expect(await guest.page.getByRole('textbox', { name: 'Your name' }).count()).toBe(0);
    };
    for (const link of cut) await opensNothing(link);
    await guest.page.goto(links.open);
    await guest.page.getByRole('textbox', { name: 'Your name' }).waitFor();
    for (const link of cut) await opensNothing(link);
    await guest.device.close();
  });

  test(
    '[ST13, SC5] once the session is over its links leave the tab, and those of the other stay',
    { timeout: ENDED_WITHIN + 60_000 },
    async () => {
      const { page, device } = actor;
      await pressed(page, 'Open another room');
      await page.getByRole('button', { name: 'Show its links' }).nth(1).click();
      const [own = ''] = await shown(page);
      expect(await isKept(actor, own)).toBe(true);
      const leading = await newWindow('Ada', device);
      await comeIn(leading, own);
      await pressed(leading.page, 'End…');
      await pressed(leading.page, 'End in 60 seconds');
      // It never began: there is nothing to thank for.
      await leading.page.getByText('The session has ended').waitFor({ timeout: ENDED_WITHIN });
      await page.getByText('The session that you opened here is over.').waitFor();
      await until('no link that is kept', async () => !(await isKept(actor, own)));
      await page.getByRole('button', { name: 'Show its links' }).click();
      const [other = ''] = await shown(page);
      expect(other).not.toBe(own);
      expect(await isKept(actor, other)).toBe(true);
    },
  );

  test('[ST13] no page broke its own rules on the way', () => {
    expect(actor.complaints).toEqual([]);
  });
});
