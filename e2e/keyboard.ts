// A page without a mouse.

import type { Locator } from 'playwright-core';
import type { Actor } from './cast.ts';
import { until } from './until.ts';

/** Presses of Tab after which a page counts as a maze. */
const MAZE = 60;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Tabs until this is focused. */
export const tabTo = async ({ page }: Actor, target: Locator): Promise<void> => {
  for (let presses = 0; presses < MAZE; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached by ${MAZE} presses of Tab`);
};

/** Waits until this has the focus by itself. */
export const comesTo = ({ name }: Actor, target: Locator): Promise<true> =>
  until(`${name}: the focus at ${String(target)}`, () => hasFocus(target));

/** Waits until the element with the focus begins with these words; the page as a whole, which has it where nothing has, is none. */
export const focusIs = async ({ page, name }: Actor, words: string): Promise<void> => {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement, body } = document;
      return activeElement === body ? '' : (activeElement?.textContent?.trim() ?? '');
    });
  await until(`${name}: the focus at "${words}"`, async () => (await focused()).startsWith(words));
};

/** Tabs to it, and presses Enter. */
export const enter = async (actor: Actor, target: Locator): Promise<void> => {
  await tabTo(actor, target);
  await actor.page.keyboard.press('Enter');
};
