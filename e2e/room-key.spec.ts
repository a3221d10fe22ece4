// What browsers hold of the room's secret: a member's a key that gives no bytes back, a leader's what links are made of.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, newActor, openRoom } from './cast.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { stored } from './stored.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1280, height: 800 }, permissions: ['microphone', 'camera'] };
/** Milliseconds: an end is announced a minute before. */
const ENDED_WITHIN = 90_000;

describe('the room secret in browsers', () => {
  let stack: Stack;
  let browser: Browser;
  let [leader, ben]: Actor[] = [];
  let links: Awaited<ReturnType<typeof openRoom>>;
  const secretOf = (link: string): string => link.slice(link.lastIndexOf('.') + 1);
  /** In which spellings the secret of all links stands in this text. */
  const found = (text: string): readonly string[] => {
    const secret = secretOf(links.open);
    const bytes = Buffer.from(secret, 'base64url');
    const spellings = [secret, bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];
    return spellings.filter((one) => text.includes(one));
  };
  const rows = (text: string): readonly string[] =>
    text.split('\n').filter((line) => line.includes('/room-keys/'));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    leader = await newActor(browser, 'Ada', DESK);
    links = await openRoom(leader, stack.url, { leader: 'Ada', members: ['Ben'], protectStory: true });
    await comeIn(leader, links.leader);
    ben = await newActor(browser, 'Ben', DESK);
    await comeIn(ben, links.of('Ben'));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[ST24] a member’s holds no byte of it, but one key that gives none, and a reload keeps the place', async () => {
    for (const when of ['before', 'after']) {
      const text = await stored(ben!);
      expect(found(text), when).toEqual([]);
      expect(rows(text), when).toHaveLength(1);
      expect(rows(text)[0], when).toContain('key false refused refused');
      await ben!.page.reload();
      await ben!.page.getByRole('button', { name: 'Leave' }).waitFor();
    }
    expect(new URL(ben!.page.url()).hash).toBe('');
  });

  test('[ST24] a leader’s makes links after a reload, and they are whole', async () => {
    await leader!.page.reload();
    await leader!.page
      .getByText(/^Links/)
      .first()
      .click();
    const name = leader!.page.getByRole('textbox', { name: 'Name' }).last();
    await name.fill('Cleo');
    await leader!.page.getByRole('button', { name: 'Make the link' }).click();
    const made = await leader!.page.locator('code').innerText();
    expect(secretOf(made)).toBe(secretOf(links.open));
    const cleo = await newActor(browser, 'Cleo', DESK);
    await comeIn(cleo, made);
    expect(found(await stored(cleo))).toEqual([]);
    await cleo.device.close();
  });

  test('[ST24] where nothing can be kept the page works until a reload, which asks for the link', async () => {
    const guest = await newActor(browser, 'Guest', DESK);
    await guest.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await guest.page.goto(links.open);
    await guest.page.getByRole('textbox', { name: 'Your name' }).waitFor();
    await guest.page.reload();
    await guest.page.getByText('This link is not whole').waitFor();
    await guest.device.close();
  });

  test(
    '[SC5] after the end nothing of it is left, also in the browser of who leads',
    { timeout: ENDED_WITHIN + 30_000 },
    async () => {
      await leader!.page.getByRole('button', { name: 'End…' }).click();
      await leader!.page.getByRole('button', { name: 'End in 60 seconds' }).click();
      for (const actor of [ben!, leader!]) {
        await actor.page.getByText('The session has ended').waitFor({ timeout: ENDED_WITHIN });
        await until('no key is kept', async () => rows(await stored(actor)).length === 0);
      }
      expect(found(await stored(ben!))).toEqual([]);
    },
  );
});
