// Proof: at the gateway alone, with nobody to correct anything, no sound comes under a camera's name.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEars } from './bare-ears.ts';
import { launchBrowser } from './browser.ts';
import { tryWay, type Way } from './disguise-ways.ts';
import { beginToListen, soundsSince } from './page-ears.ts';
import { type SmallStack, startSmallStack } from './small-stack.ts';

/** Milliseconds for which a try goes on. */
const HOLD = 4_000;

describe('sound under a camera’s name that no offer names', () => {
  let stack: SmallStack;
  let browser: Browser;
  let ears: Page;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startSmallStack(), launchBrowser()]);
    ears = await bareEars(browser, stack.origin, { url: stack.url, token: await stack.token('ears') });
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const isHeardNowhere = async (way: Way): Promise<void> => {
    const { url, origin } = stack;
    await beginToListen(ears);
    const trying = tryWay(browser, origin, { url, token: await stack.token(way), way, hold: HOLD });
    await stack.give(way, { microphone: false, camera: true });
    const { packets, offers } = await trying;
    expect(offers.length, 'offers that were sent').toBeGreaterThan(1);
    expect(packets, 'packets of sound that were sent').toBeGreaterThan(0);
    expect(await soundsSince(ears)).toEqual({ heard: {}, arrived: 0 });
  };

  test('[GW50] is heard nowhere where a source of sound is moved under it', () => isHeardNowhere('source'));
  test('[GW52] is heard nowhere where it comes as packets of sound among pictures', () =>
    isHeardNowhere('program'));
});
