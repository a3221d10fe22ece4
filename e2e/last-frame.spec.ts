// A picture that drops leaves its last frame, softened; one that somebody turns off leaves nothing.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor, press } from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

describe('a picture', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let member: Actor;
  let seat: string;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const frame = () => leader.page.locator(`[data-seat="${seat}"] canvas`);
  const picture = () => leader.page.locator(`[data-seat="${seat}"] video`);
  /** A frame is taken while the picture plays. */
  const isKept = () =>
    leader.page.locator(`[data-seat="${seat}"] canvas[data-kept]`).waitFor({ state: 'attached' });
  /** How many shades are in it: an empty one has one. */
  const shades = (): Promise<number> =>
    frame().evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(data).size;
    });

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
    leader = await newActor(browser, 'Ada');
    member = await newActor(browser, 'Ben');
    await comeIn(leader, link('Ada'));
    await comeIn(member, link('Ben'));
    seat = member.views.room().you.seats[0].seat;
    await isKept();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[CR33] leaves its last frame when the line breaks, until it comes back', async () => {
    expect(await frame().isVisible()).toBe(false);
    await member.page.goto('about:blank');
    await frame().waitFor();
    await leader.page
      .locator(`[data-seat="${seat}"]`)
      .getByText('Reconnecting. Place kept')
      .first()
      .waitFor();
    expect(await shades()).toBeGreaterThan(20);
    expect(await picture().count()).toBe(0);
    await member.page.goBack();
    await picture().waitFor();
    await frame().waitFor({ state: 'hidden' });
  });

  test('[CR33] leaves nothing when its owner turns the camera off', async () => {
    await isKept();
    await press(member, /Turn my camera off/);
    await leader.page.locator(`[data-seat="${seat}"]`).getByText('Camera off').first().waitFor();
    await until('nothing to be left', async () => {
      const left = await frame().evaluate((canvas: HTMLCanvasElement) => canvas.width);
      return left === 0 && !(await frame().isVisible());
    });
  });
});
