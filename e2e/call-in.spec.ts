// "I need to come in", by hurried hands: what a second tap does, and how it is taken back.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor } from './cast.ts';
import { goOnTo, must, openSession, type Person } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 320, height: 640 },
];
const [DESK] = SIZES;

describe('the presenter’s call', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Person;
  let presenter: Actor;
  const call = (): Locator => presenter.page.getByRole('button', { name: 'I need to come in' });
  const undo = (): Locator => presenter.page.getByRole('button', { name: 'Take it back' });
  const stands = (): boolean => leader.room().leader?.ask !== null;
  const calls = (standing: boolean): Promise<unknown> =>
    leader.until(standing ? 'the call' : 'no call', () => stands() === standing);
  /** A view that comes later than every frame which the page has sent until now. */
  const upToNow = async (): Promise<void> => {
    const { version, course } = presenter.views.room();
    await must(leader, { type: course.clock?.held === null ? 'hold' : 'resume' });
    await presenter.views.until('a later view', (view) => view.version > version);
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    leader = await session.enter('Ada');
    presenter = await newActor(browser, 'Ben', { viewport: DESK! });
    await comeIn(presenter, linkTo(stack.url, session.id, session.secretOf('Ben')));
    await goOnTo(leader, 'call');
    await must(leader, { type: 'choosePresenter', seat: presenter.views.room().you.seats[0].seat });
    await goOnTo(leader, 'discussion');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test.each(SIZES)(
    '[PR7] a double tap and a late second tap leave it standing; "Take it back" stands apart, at $width px',
    async (viewport) => {
      const { page } = presenter;
      await page.setViewportSize(viewport);
      const before = presenter.views.sent.length;
      const box = (await call().boundingBox())!;
      const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
      await page.mouse.dblclick(...at);
      await calls(true);
      await page.getByText('The leaders have been told.').filter({ visible: true }).first().waitFor();
      await undo().waitFor();
      await page.mouse.click(...at);
      await page.mouse.click(...at);
      await upToNow();
      expect(presenter.views.sent.slice(before)).toEqual(['askToComeIn']);
      expect(stands()).toBe(true);
      const other = (await undo().boundingBox())!;
      const apart =
        other.x + other.width <= box.x ||
        other.x >= box.x + box.width ||
        other.y + other.height <= box.y ||
        other.y >= box.y + box.height;
      expect(apart, JSON.stringify({ box, other })).toBe(true);
      await page.mouse.dblclick(other.x + other.width / 2, other.y + other.height / 2);
      await calls(false);
      await call().waitFor();
      await upToNow();
      expect(presenter.views.sent.slice(before)).toEqual(['askToComeIn', 'withdrawAsk']);
      expect(await page.getByRole('dialog').count()).toBe(0);
    },
  );

  test('[PR7] Alt+I and Enter, pressed twice, leave it standing too, and the second says what stands', async () => {
    const { page } = presenter;
    await page.keyboard.press('Alt+KeyI');
    await calls(true);
    await page.getByText('The leaders have been told.').filter({ visible: true }).first().waitFor();
    await page.keyboard.press('Alt+KeyI');
    await upToNow();
    expect(stands()).toBe(true);
    await must(leader, { type: 'seeAsk' });
    await page.getByText('The leaders have seen it.').filter({ visible: true }).first().waitFor();
    await undo().focus();
    await page.keyboard.press('Enter');
    await calls(false);
    await call().focus();
    await page.keyboard.press('Enter');
    await calls(true);
    await page.keyboard.press('Enter');
    await upToNow();
    expect(stands()).toBe(true);
  });
});
