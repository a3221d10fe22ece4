// What everybody can reach: with a screen reader, with keys, on a small screen, in forced colours, with odd devices.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, choosePresenter, comeIn, goOn, linkTo, newActor } from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import { CENTRE, FACTS, LEADERS_BAR, STAGE, STATE, TILE } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const SMALL = { viewport: { width: 320, height: 640 } };
const ZOOMED = { viewport: { width: 683, height: 384 } };
/** The soft clock in a grid. */
const BAR = `${CENTRE} > div`;
const LONG = 'Thursday group of the practices along the river, every month';

const isFocused = (page: Page, name: RegExp | string): Promise<boolean> =>
  page.getByRole('button', { name }).evaluate((button) => button === document.activeElement);

describe('what everybody can reach', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));

  beforeAll(async () => {
    stack = await startPages();
    // A browser as people have it: sound waits for a gesture.
    browser = await launchBrowser({ flags: ['--autoplay-policy=document-user-activation-required'] });
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' }, { group: LONG });
    leader = await newActor(browser, 'Ada', DESK);
    member = await newActor(browser, 'Ben', PHONE);
    await comeIn(leader, link('Ada'));
    await comeIn(member, link('Ben'));
    await begin(leader);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LB6] the level moves before any gesture', async () => {
    const { page } = await newActor(browser, 'Cleo', DESK);
    // The page tells it by itself: whatever Playwright evaluates counts as a gesture.
    await page.addInitScript(() => {
      setInterval(() => {
        const level = Number(document.querySelector('[role="meter"]')?.getAttribute('aria-valuenow'));
        if (level > 0)
          console.log(`a level, ${navigator.userActivation.hasBeenActive ? 'touched' : 'untouched'}`);
      }, 100);
    });
    const level = page.waitForEvent('console', (message) => message.text().startsWith('a level'));
    await page.goto(link('Cleo'));
    expect((await level).text()).toBe('a level, untouched');
    await page.close();
  });

  test('[LB6] a device that is gone or taken leaves a choice', async () => {
    const { page } = await newActor(browser, 'Cleo', DESK);
    await page.addInitScript(() => {
      sessionStorage.setItem(
        'tele-balint:devices',
        JSON.stringify({ microphoneId: 'gone', cameraOn: false }),
      );
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const { audio } = wish ?? {};
        if (audio && (typeof audio === 'boolean' || audio.deviceId === undefined))
          throw new DOMException('in use', 'NotReadableError');
        return real(wish);
      };
    });
    await page.goto(link('Cleo'));
    await page.getByText('We cannot hear your microphone').waitFor();
    const choice = page.getByRole('combobox', { name: 'Microphone' });
    expect(await choice.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Choose another' }).click();
    expect(await choice.evaluate((list) => list === document.activeElement)).toBe(true);
    await choice.selectOption({ index: 2 });
    await page.getByText('We cannot hear your microphone').waitFor({ state: 'detached' });
    await page.close();
  });

  test('[PG10] a control says thing, state and what pressing does, on a desk and on a phone', async () => {
    for (const { page } of [leader, member]) {
      const mine = page.getByRole('region', { name: 'Your place' });
      for (const name of [
        /^Microphone ?, open ?\. Close my microphone$/,
        /^Camera ?, on ?\. Turn my camera off$/,
      ])
        await mine.getByRole('button', { name }).waitFor();
    }
  });

  test('[MO1, PG10] the menu of the own controls is worked with keys, and moves none of them', async () => {
    const { page } = member;
    const more = page.getByRole('button', { name: 'More' });
    const slots = () =>
      page
        .locator('[data-control]')
        .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const at = async (item: RegExp): Promise<void> => {
      const focused = page.getByRole('menuitem', { name: item });
      await focused.waitFor();
      await until(`the focus at ${String(item)}`, () =>
        focused.evaluate((one) => one === document.activeElement),
      );
    };
    await page.setViewportSize(SMALL.viewport);
    const before = await slots();
    await more.press('Enter');
    await at(/^Devices$/);
    expect(await slots()).toEqual(before);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('ArrowUp');
    await at(/^Call a leader for help$/);
    await page.keyboard.press('h');
    await at(/^Hide my picture/);
    await page.keyboard.press('Home');
    await at(/^Devices$/);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await isFocused(page, 'More')).toBe(true);
    await more.press('ArrowUp');
    await at(/^Call a leader for help$/);
    for (const { x, y, right, bottom, height } of await page
      .getByRole('menuitem')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))) {
      expect(height).toBeGreaterThanOrEqual(44);
      expect([x >= 0, y >= 0, right <= SMALL.viewport.width, bottom <= SMALL.viewport.height]).not.toContain(
        false,
      );
    }
    await page.keyboard.press('Enter');
    await leader.views.until('a call for help', (view) => view.leader?.helps.length === 1);
    expect(await isFocused(page, 'More')).toBe(true);
    await more.press('ArrowUp');
    await at(/^The leaders know that you need help\.$/);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.setViewportSize(PHONE.viewport);
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Take it back' }).click();
    await leader.views.until('no call for help', (view) => view.leader?.helps.length === 0);
  });

  test('[PG10] a dialog gives the focus back', async () => {
    const { page } = member;
    for (const opener of [/can hear$/, 'Keys', 'Leave']) {
      await page.getByRole('button', { name: opener }).press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await isFocused(page, opener), String(opener)).toBe(true);
    }
  });

  test('[KY1] the tick turns the keys off, also after a reload', async () => {
    const { page } = leader;
    const next = /^Next: /;
    const alt = async (): Promise<boolean> => {
      await page.getByRole('button', { name: 'Keys' }).focus();
      await page.keyboard.press('Alt+KeyN');
      return isFocused(page, next);
    };
    const tick = async (on: boolean): Promise<void> => {
      await page.getByRole('button', { name: 'Keys' }).click();
      await page.getByRole('checkbox', { name: 'Use keys' }).setChecked(on);
      await page.getByRole('button', { name: 'Close', exact: true }).click();
    };
    expect(await alt()).toBe(true);
    await tick(false);
    expect(await alt()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: next }).waitFor();
    expect(await alt()).toBe(false);
    await tick(true);
    expect(await alt()).toBe(true);
  });

  test('[PG11] forced colours: borders, voices, levels, the time, and the rim in words', async () => {
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'questions');
    const { page } = leader;
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize(PHONE.viewport);
    await page.locator(BAR).waitFor();
    const seen = await page.evaluate(
      ([tile, level, step, bar, rim]) => {
        const look = (selector: string) => {
          const element = document.querySelector(selector);
          return element === null ? null : getComputedStyle(element);
        };
        const { width = 0, height = 0 } = document.querySelector(rim)?.getBoundingClientRect() ?? {};
        return {
          tile: look(tile)?.borderTopWidth,
          bar: look(level)?.borderTopWidth,
          step: look(step)?.borderImageSource,
          words: width > 50 && height > 10,
          // Browsers draw no gradient there otherwise.
          time: look(bar)?.forcedColorAdjust,
        };
      },
      [TILE, `${STATE} b`, `${LEADERS_BAR} [aria-current]`, BAR, `${CENTRE} > span`] as const,
    );
    await page.emulateMedia({ forcedColors: null });
    await page.setViewportSize(DESK.viewport);
    expect(seen).toEqual({ tile: '2px', bar: '1px', step: 'none', words: true, time: 'none' });
  });

  test('[PG20] a long name pushes nothing out; at 200 % zoom the faces have most of the window', async () => {
    const { page } = member;
    for (const { viewport } of [SMALL, ZOOMED, PHONE]) {
      await page.setViewportSize(viewport);
      const inside = await page.evaluate(
        (facts) => ({
          page: document.documentElement.scrollWidth <= innerWidth,
          facts: [...document.querySelectorAll(facts)].every(
            (fact) => fact.getBoundingClientRect().right <= innerWidth,
          ),
        }),
        FACTS,
      );
      expect(inside, `${viewport.width}`).toEqual({ page: true, facts: true });
    }
    await page.setViewportSize(ZOOMED.viewport);
    const { height } = (await page.locator(STAGE).boundingBox())!;
    expect(height).toBeGreaterThan(ZOOMED.viewport.height / 2);
    await page.setViewportSize(PHONE.viewport);
  });
});
