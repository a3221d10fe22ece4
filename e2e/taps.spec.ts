// Hurried hands: a second tap hits what stands there by then.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, askToComeIn, comeIn, newActor, openRoom } from './cast.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

const DESK = { viewport: { width: 1280, height: 720 } };
/** Px between two taps of one hurried finger. */
const ASIDE = 30;

/** Taps, and taps the same spot again in the moment in which the button has gone. */
const tapTwice = (button: Locator): Promise<void> =>
  button.evaluate(async (element, aside) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const gone = new Promise<void>((resolve) => {
      const look = new MutationObserver(() => {
        if (element.isConnected) return;
        look.disconnect();
        resolve();
      });
      look.observe(document, { subtree: true, childList: true });
    });
    (element as HTMLElement).click();
    await gone;
    const there = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('button');
    if (!there) throw new Error('no button has moved up');
    // A finger's second tap is not always where the first one was.
    const at = { clientX: left + width / 2 + aside, clientY: top + height / 2 };
    there.dispatchEvent(new PointerEvent('click', { ...at, detail: 1, bubbles: true, cancelable: true }));
  }, ASIDE);

describe('a double tap', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  let links: Awaited<ReturnType<typeof openRoom>>;
  const button = (name: string): Locator => leader.page.getByRole('button', { name, exact: true });
  const waits = async (name: string): Promise<Actor> => {
    const guest = await newActor(browser, name, DESK);
    await askToComeIn(guest, links.open);
    await button(`Let in ${name}`).waitFor();
    return guest;
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    leader = await newActor(browser, 'Ada', DESK);
    links = await openRoom(leader, stack.url, { leader: 'Ada', members: [], protectStory: true });
    await comeIn(leader, links.leader);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test.each([
    ['Let in', ['Wim', 'Zoe']],
    ['Not today for', ['Ute', 'Yan']],
  ])(
    '[PG60] on "%s" answers one person, and not the next one too',
    async (words, [first = '', next = '']) => {
      const one = await waits(first);
      const other = await waits(next);
      const answered = leader.views.sent.filter((type) => type === 'admit').length;
      await tapTwice(button(`${words} ${first}`));
      // What is pressed later is answered later: by then the second tap would have been.
      await button('Close the door').click();
      await button('Open the door').click();
      await leader.views.until('the door again', ({ door }) => door === 'open');
      expect(leader.views.sent.filter((type) => type === 'admit')).toHaveLength(answered + 1);
      await button(`Let in ${next}`).waitFor();
      await button(`Not today for ${next}`).click();
      await other.page.getByText('The group cannot let you in today').waitFor();
      await Promise.all([one.device.close(), other.device.close()]);
    },
  );
});
