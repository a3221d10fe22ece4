// Proof: a newcomer's own browser, without any of our switches for tests, hears and is heard on one machine.

import { networkInterfaces } from 'node:os';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, everybodyIn, goOn, linkTo, newActor } from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

/** What a person allows when the browser asks. */
const ALLOWED = { permissions: ['microphone', 'camera'] };
const NAMES = ['Ada', 'Ben'] as const;

/** Whether this machine has any address besides loopback. */
const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses = []) => addresses.some(({ internal }) => !internal));

describe('browsers as people have them', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser({ asks: true, ordinary: true });
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  /** Comes in by the own link, with what the browser was allowed. */
  const inTheCall = async (permissions: readonly string[]): Promise<readonly Actor[]> => {
    const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
    const actors = await Promise.all(
      NAMES.map((name) =>
        newActor(browser, name, name === 'Ada' ? ALLOWED : { permissions: [...permissions] }),
      ),
    );
    for (const actor of actors)
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(actor.name)));
    const [leader] = actors as [Actor];
    await goOn(leader, 'call');
    await everybodyIn(actors, 'call');
    return actors;
  };

  /** Such a browser offers no loopback address: without any network on this machine it can only say so. */
  const hearOrSay = async (actors: readonly Actor[], speakers: readonly string[]): Promise<void> => {
    if (hasNetwork()) return mustHear(actors, hearingOf(NAMES, speakers), 'call');
    const said = actors.map(({ page }) => page.getByText('The sound and pictures are away').waitFor());
    await Promise.all(said);
  };

  test('[PG14] two people who allowed microphone and camera hear each other', async () => {
    await hearOrSay(await inTheCall(ALLOWED.permissions), NAMES);
  });

  test('[PG14] who allowed neither hears all the same', async () => {
    await hearOrSay(await inTheCall([]), ['Ada']);
  });

  test('[PG19] after a reload the sound waits for a click, and says so; then the others are heard', async () => {
    // Whoever opens a microphone needs no click: Chromium plays sound to a page that listens itself.
    const actors = await inTheCall([]);
    const [, listener] = actors as [Actor, Actor];
    // Playwright's own questions to a page count as clicks; these do not.
    const asking = await listener.device.newCDPSession(listener.page);
    const ask = async <T>(expression: string): Promise<T> =>
      (await asking.send('Runtime.evaluate', { expression, returnByValue: true })).result.value as T;
    const waits = (): Promise<boolean> => ask("document.body.innerText.includes('Sound is waiting for you')");
    const offered = (): Promise<{ readonly x: number; readonly y: number } | null> =>
      ask(`(() => {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find(({ innerText }) => innerText.includes('Turn the sound on'));
        if (button === undefined) return null;
        button.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = button.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
    await listener.page.reload();
    await until('the page to say that sound waits', waits, 15_000);
    // It is said aloud too, so the words may stand there before the button does.
    const at = await until('the button', offered);
    await listener.page.mouse.click(at.x, at.y);
    await until('it to say so no more', async () => !(await waits()));
    await hearOrSay(actors, ['Ada']);
  });
});
