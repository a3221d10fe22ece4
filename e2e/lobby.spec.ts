// What is seen and pressed before the room: the first page, the lobby, the door.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, askToComeIn, comeIn, linkTo, newActor, newWindow, openRoom } from './cast.ts';
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

/** What people press, and what the browser is asked for, on every page of a device from now on. */
type Counted = { presses: string[]; asked: string[] };
const count = (device: BrowserContext): Promise<unknown> =>
  device.addInitScript(() => {
    const counted: Counted = { presses: [], asked: [] };
    Object.assign(globalThis, { counted });
    addEventListener(
      'click',
      ({ isTrusted, detail, target }) => {
        // The click that a label hands on to its tick has no press of its own.
        if (isTrusted && detail > 0) counted.presses.push((target as HTMLElement).textContent ?? '');
      },
      true,
    );
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wish) => {
      counted.asked.push(
        Object.keys(wish ?? {})
          .sort()
          .join(),
      );
      return real(wish);
    };
  });
const countedOn = (page: Page): Promise<Counted> =>
  page.evaluate(() => (globalThis as unknown as { counted: Counted }).counted);

const LISTS = ['Microphone', 'Camera'] as const;
const PROMISES = { name: 'What we promise' } as const;
const ASK = { name: 'Ask to come in' } as const;
const SHARED = { name: 'This is a shared computer' } as const;

describe('before the room', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  /** The open link of another session. */
  let open: string;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member', Eve: 'member' });
    leader = await newActor(browser, 'Ada', LOW);
    await comeIn(leader, link('Ada'));
    const other = { leader: 'Ruth', members: [], protectStory: true };
    ({ open } = await openRoom(await newActor(browser, 'Ruth', LOW), stack.url, other));
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
    const forms = await page.getByRole('group', { name: 'The course' }).getByRole('radio').all();
    expect(forms).toHaveLength(12);
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

  test('[LB10, LB11, LB12, LB15] the first time takes five clicks, the next one two, and one question for both devices', async () => {
    const eve = await newActor(browser, 'Eve', LOW);
    const { page } = eve;
    await count(eve.device);
    const come = async (): Promise<Counted> => {
      await page.getByRole('button', ASK).click();
      const counted = await countedOn(page);
      await page.getByText('You are at the door').waitFor();
      return counted;
    };
    await page.goto(link('Eve'));
    // Written on the link, and changed by writing.
    await page.getByRole('textbox', { name: 'Your name' }).fill('Eve Lund');
    await page.getByRole('textbox', { name: 'Profession' }).fill('Nursing');
    const ticks = page.getByRole('group', PROMISES).getByRole('checkbox');
    await ticks.last().waitFor();
    for (const tick of await ticks.all()) await tick.click();
    for (const list of LISTS) {
      const choice = page.getByRole('combobox', { name: list });
      await until(`a ${list}`, async () => (await choice.locator('option').count()) > 1);
    }
    const first = await come();
    expect(first).toMatchObject({ presses: { length: 5 }, asked: ['audio,video'] });
    const microphone = await page
      .getByRole('combobox', { name: 'Microphone' })
      .locator('option')
      .nth(2)
      .getAttribute('value');
    await page.getByRole('combobox', { name: 'Microphone' }).selectOption(microphone);
    await page.getByRole('button', { name: 'Go away again' }).click();
    await page.getByRole('heading', { name: 'You are at the door' }).waitFor({ state: 'detached' });
    await page.close();

    // Another evening: a new session, its open link, a new window.
    const later = await newWindow('Eve', eve.device);
    await later.page.goto(open);
    const field = (name: string) => later.page.getByRole('textbox', { name });
    await later.page.getByRole('button', ASK).waitFor();
    expect(await field('Your name').inputValue()).toBe('Eve Lund');
    expect(await field('Profession').inputValue()).toBe('Nursing');
    const list = later.page.getByRole('combobox', { name: 'Microphone' });
    await until('the microphone of last time', async () => (await list.inputValue()) === microphone);
    // One question for both, not one after the other.
    expect((await countedOn(later.page)).asked).toEqual(['audio,video']);
    const one = later.page.getByRole('group', PROMISES).getByRole('checkbox');
    expect(await one.count()).toBe(1);
    await one.click();
    await later.page.getByRole('button', ASK).click();
    expect((await countedOn(later.page)).presses).toHaveLength(2);
    await later.page.getByText('You are at the door').waitFor();
  });

  test('[LB2, LB12] at a shared computer nothing is remembered, and what is missing is said at its line', async () => {
    const dan = await newActor(browser, 'Dan', LOW);
    const { page } = dan;
    await askToComeIn(dan, open);
    await page.getByText('You are at the door').waitFor();
    const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await stored()).toContain('Dan');
    await page.getByRole('button', { name: 'Go away again' }).click();

    const again = await newWindow('Dan', dan.device);
    await again.page.goto(open);
    await again.page.getByRole('checkbox', SHARED).click();
    expect(await again.page.evaluate(() => ({ ...localStorage }))).toEqual({
      'tele-balint:you': '{"shared":true}',
    });
    await again.page.getByRole('button', ASK).click();
    await again.page.getByText('Please agree to all four.').waitFor();
    const one = again.page.getByRole('group', PROMISES).getByRole('checkbox');
    expect(await one.evaluate((tick) => document.activeElement === tick)).toBe(true);
    await one.check();
    await again.page.getByRole('button', ASK).click();
    await again.page.getByText('You are at the door').waitFor();
    await again.page.reload();
    await again.page.getByText('You are at the door').waitFor();

    const stranger = await newWindow('Fay', dan.device);
    await stranger.page.goto(open);
    await stranger.page.getByRole('button', ASK).click();
    await stranger.page.getByText('Please write your name').waitFor();
    await stranger.page.getByRole('textbox', { name: 'Your name' }).fill('Fay');
    await stranger.page.getByRole('button', ASK).click();
    await stranger.page.getByText('Please agree to this one.').waitFor();
    expect(await stranger.page.getByRole('group', PROMISES).getByRole('checkbox').count()).toBe(4);
    expect(await stranger.page.getByRole('checkbox', SHARED).isChecked()).toBe(true);
  });

  test('[DR7, RC1] a link opened twice in one browser: the second lobby leads to the place of the first, which loses nothing', async () => {
    const first = await newActor(browser, 'Gil', LOW);
    const second = await newWindow('Gil', first.device);
    const [door, gaveWay] = ['You are at the door', 'Your place is open in another window'];
    await second.page.goto(open);
    await second.page.getByRole('button', ASK).waitFor();
    await askToComeIn(first, open);
    await first.page.getByText(door).waitFor();
    await second.page.getByText(gaveWay).waitFor();
    await first.page.reload();
    await first.page.getByText(door).waitFor();
    // One question: no second one follows where the first window holds the place.
    await second.page.getByRole('button', { name: 'Sit here instead' }).click();
    await second.page.getByText(door).waitFor();
    await first.page.getByText(gaveWay).waitFor();
    await second.page.close();
    await first.page.reload();
    await first.page.getByText(door).waitFor();
  });
});
