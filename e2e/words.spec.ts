// What a page says of people and devices is so, also in the moments between: read off the page as it changes.

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Cable, newCable } from './cable.ts';
import {
  type Actor,
  choosePresenter,
  comeIn,
  goOn,
  linkTo,
  newActor,
  newWindow,
  press,
  pressNext,
} from './cast.ts';
import { hearsAll } from './page-ears.ts';
import { type OpenedSession, openSession } from './people.ts';
import { startPages } from './pages.ts';
import { CARD, CENTRE, LABELS, SEAT, STATE } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { forgetWords, rememberWords, wordsSeen } from './words-seen.ts';

const DESK = { viewport: { width: 1024, height: 768 } };
const MICROPHONE = '[data-control="microphone"]';
/** Milliseconds that a slow camera needs: longer than somebody counts as just arriving. */
const SLOW = 6_000;
/** Milliseconds until LiveKit's client gives its stay up. */
const GIVEN_UP = 60_000;
const TITLED = 'Prof. Dr. med. Anna Berg';

describe('what the pages say', () => {
  let cable: Cable;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let session: OpenedSession;
  let leader: Actor;
  let presenter: Actor;
  let member: Actor;
  const link = (name: string): string => {
    const whole = linkTo(url, session.id, session.secretOf(name));
    return name === TITLED ? whole.replace('127.0.0.1', 'localhost') : whole;
  };
  const actor = async (name: string, options: BrowserContextOptions = {}): Promise<Actor> => {
    const one = await newActor(browser, name, { ...DESK, ...options });
    await rememberWords(one.page, [STATE, MICROPHONE, CARD]);
    return one;
  };
  /** Somebody's tile. */
  const tileOf = ({ page }: Actor, name: string) => page.locator(SEAT).filter({ hasText: name });

  beforeAll(async () => {
    stack = await startPages();
    url = stack.url;
    const port = Number(new URL(url).port);
    cable = await newCable();
    cable.lead(port);
    // One name of this machine leads through the cable: only the member uses it.
    browser = await launchBrowser({
      flags: [`--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${cable.port}`],
    });
    session = await openSession(url, { Ada: 'leader', 'Dr.': 'member', [TITLED]: 'member', Dan: 'member' });
    leader = await actor('Ada');
    presenter = await actor('Dr.');
    member = await actor(TITLED);
    await comeIn(leader, link('Ada'));
    await Promise.all([comeIn(presenter, link('Dr.')), comeIn(member, link(TITLED))]);
  });
  // Also where a test failed while it was out.
  afterEach(() => cable.plug());
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    cable.close();
  });

  test('[CR8] somebody whose camera starts slowly is never said to have it off', async () => {
    const late = await actor('Dan');
    await late.page.addInitScript((slow) => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        if (wish?.video) await new Promise((resolve) => setTimeout(resolve, slow));
        return real(wish);
      };
    }, SLOW);
    await forgetWords(leader.page);
    await comeIn(late, link('Dan'));
    const tile = tileOf(leader, 'Dan');
    await tile.locator('video').waitFor({ timeout: 4 * SLOW });
    expect(await wordsSeen(leader.page, CARD)).not.toContain('Camera off');
    // Whoever turns it off is said to have done so.
    await press(late, /Turn my camera off/);
    await tile.getByText('Camera off').first().waitFor();
    await late.device.close();
  });

  test('[PG62] on the way into push-back no microphone is said to be opened', async () => {
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Dr.');
    await goOn(leader, 'questions');
    await presenter.page.locator(STATE).getByText('You may speak').waitFor();
    for (const round of [1, 2, 3]) {
      await forgetWords(presenter.page);
      await pressNext(leader);
      await presenter.page.locator(STATE).getByText('You can simply listen.').waitFor();
      const words = [
        ...(await wordsSeen(presenter.page, STATE)),
        ...(await wordsSeen(presenter.page, MICROPHONE)),
      ];
      expect(
        words.filter((one) => /opened|opening/.test(one)),
        `round ${round}`,
      ).toEqual([]);
      if (round === 3) break;
      await leader.page.getByRole('button', { name: 'Back', exact: true }).click();
      await press(presenter, /Open my microphone/);
      await presenter.page.locator(STATE).getByText('You may speak').waitFor();
    }
  });

  test('[CR26] a title is no first name, and no sentence ends twice', async () => {
    const centre = leader.page.locator(CENTRE);
    await centre.getByText('Dr. only listens now.').first().waitFor();
    expect(await leader.page.locator('body').innerText()).not.toMatch(/\w\.\.(?!\.)/);
    await tileOf(leader, 'Anna').first().waitFor();
    expect(await leader.page.locator(`${LABELS} > span:first-child`).allInnerTexts()).not.toContain('Prof.');
  });

  test('[CR8] when my own line has broken I am not told that the others are coming in', async () => {
    await forgetWords(member.page);
    cable.pull();
    const away = member.page.getByText('Picture away');
    await until(
      'the pictures to be gone',
      async () => (await member.page.locator(`${SEAT} video`).count()) === 0,
      GIVEN_UP,
    );
    const words = await wordsSeen(member.page, CARD);
    expect(words).not.toContain('Coming in');
    await away.first().waitFor();
    cable.plug();
    const identity = leader.views.room().you.media?.identity ?? '';
    await hearsAll(member.page, [identity]);
    await tileOf(member, 'Ada').locator('video').waitFor();
    expect(await wordsSeen(member.page, CARD)).not.toContain('Coming in');
  });

  test('[VO12] "Sit here instead" keeps what was open, and nobody is said to have closed what they did not', async () => {
    const { device, page } = member;
    await goOn(leader, 'closing');
    await page.locator(STATE).getByText('You may speak').waitFor();
    await press(member, /Turn my camera off/);
    const second = await newWindow(TITLED, device);
    await rememberWords(second.page, [STATE]);
    await second.page.goto(link(TITLED));
    await second.page.getByRole('button', { name: 'Sit here instead' }).click();
    await second.page.locator(STATE).getByText('You may speak').waitFor();
    await second.page.getByRole('button', { name: /Turn my camera on/ }).waitFor();
    expect((await wordsSeen(second.page, STATE)).filter((one) => one.includes('You closed it'))).toEqual([]);
    // A window that comes back by itself opens nothing, and says no more than that.
    await page.close();
    await second.page.close();
    const third = await newWindow(TITLED, device);
    await rememberWords(third.page, [STATE]);
    await third.page.goto(link(TITLED));
    await third.page.locator(STATE).getByText('Your microphone is closed').waitFor();
    expect((await wordsSeen(third.page, STATE)).filter((one) => one.includes('You closed it'))).toEqual([]);
    await press(third, /Open my microphone/);
    await third.page.locator(STATE).getByText('You may speak').waitFor();
    await press(third, /Close my microphone/);
    await third.page.locator(STATE).getByText('You closed it').waitFor();
  });

  test('[CR8] at the door a blocked camera is not said to be off beside a button that turns it off', async () => {
    const asking = await launchBrowser({ asks: true });
    try {
      const { page } = await newActor(asking, 'Dan', { ...DESK, permissions: ['microphone'] });
      await page.goto(link('Dan'));
      await page.getByText('Your browser keeps the camera closed').first().waitFor();
      const lobby = await page.locator('main').innerText();
      expect(lobby).not.toContain('Your camera is off');
      expect(lobby).not.toContain('Turn off');
    } finally {
      await asking.close();
    }
  });
});
