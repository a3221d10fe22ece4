// Every word that a part of a page has shown since it loaded, also for a moment: a false one is often gone at once.

import type { Page } from 'playwright-core';

type Seen = { readonly wordsSeen: Map<string, string[]> };

/** Begins to write down what these parts show; to be called before the page opens our address. */
export const rememberWords = (page: Page, parts: readonly string[]): Promise<unknown> =>
  page.addInitScript((selectors) => {
    const seen = new Map<string, string[]>(selectors.map((selector) => [selector, []]));
    Object.defineProperty(globalThis, 'wordsSeen', { value: seen });
    const look = (): void => {
      for (const [selector, words] of seen) {
        for (const element of document.querySelectorAll(selector)) {
          const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
          if (text !== '' && words.at(-1) !== text && !words.slice(-20).includes(text)) words.push(text);
        }
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  }, parts);

/** What one part has shown, in order. */
export const wordsSeen = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate((part) => [...((globalThis as unknown as Seen).wordsSeen.get(part) ?? [])], part);

/** Forgets what was shown until now. */
export const forgetWords = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const words of (globalThis as unknown as Seen).wordsSeen.values()) words.length = 0;
  });
