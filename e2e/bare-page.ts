// A page of our origin with LiveKit's own client in it and nothing of ours.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as LivekitClient from 'livekit-client';
import type { Browser, Page } from 'playwright-core';
import { newDevice } from './browser.ts';

/** Where the client stands in such a page. */
export type WithLivekit = { readonly LivekitClient: typeof LivekitClient };

/**
 * @param origin of ours: our gateway answers no other page
 * @param before done to the page before it opens anything
 */
export const barePage = async (
  browser: Browser,
  origin: string,
  before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> => {
  const page = await (await newDevice(browser, { bypassCSP: true })).newPage();
  await before(page);
  await page.goto(origin);
  const client = createRequire(import.meta.url).resolve('livekit-client');
  await page.evaluate(await readFile(client, 'utf8'));
  return page;
};
