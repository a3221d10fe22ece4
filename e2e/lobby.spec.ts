// What is seen and pressed before the room: the first page, the lobby, the door.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, askToComeIn, comeIn, linkTo, newActor } from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const LOW = { viewport: { width: 1280, height: 720 } };

/** Every picture that the page shows: whose, and whether left is right in it. */
const picturesOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('video')]
      .filter((video) => video.checkVisibility() && video.videoWidth > 0)
      .map(
        (video) =>
          `${'identity' in video.dataset ? 'another' : 'own'}: ${getComputedStyle(video).transform.split(',')[0]}`,
      )
      .sort(),
  );

describe('before the room', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    leader = await newActor(browser, 'Ada', LOW);
    await comeIn(leader, link('Ada'));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[ST17] a low screen shows the button that opens a room, whatever form is chosen', async () => {
    const { page } = await newActor(browser, 'Dan', LOW);
    await page.goto(stack.url);
    const button = page.getByRole('button', { name: 'Open a room' });
    await button.waitFor();
    const forms = await page.getByRole('radio').all();
    expect(forms).toHaveLength(4);
    for (const form of forms) {
      await form.check();
      const { y, height } = (await button.boundingBox())!;
      expect(y + height).toBeLessThan(LOW.viewport.height);
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('[LB13] the own picture is a mirror in the lobby, at the door and in the circle', async () => {
    const shows = ({ name, page }: Actor, wanted: readonly string[]): Promise<unknown> =>
      until(`${name} sees ${wanted.join()}`, async () => String(await picturesOn(page)) === String(wanted));
    const [OWN, OTHER] = ['own: matrix(-1', 'another: none'];
    const ben = await newActor(browser, 'Ben', LOW);
    await ben.page.goto(link('Ben'));
    await shows(ben, [OWN]);
    await comeIn(ben, link('Ben'));
    await shows(ben, [OTHER, OWN]);

    await leader.page.getByRole('button', { name: /^Close the door/ }).click();
    const cleo = await newActor(browser, 'Cleo', LOW);
    await askToComeIn(cleo, link('Cleo'));
    await cleo.page.getByText('You are at the door').waitFor();
    await shows(cleo, [OWN]);
  });

  test('[LB14] the default is named', async () => {
    const { page } = await newActor(browser, 'Eve', LOW);
    await page.goto(link('Cleo'));
    for (const [list, name] of [
      ['Microphone', 'Fake Default Audio Input'],
      ['Camera', 'fake_device_0'],
    ] as const) {
      const first = page.getByRole('combobox', { name: list }).locator('option').first();
      await until(`the default ${list}`, async () => (await first.textContent()) === `Default – ${name}`);
    }
  });
});
