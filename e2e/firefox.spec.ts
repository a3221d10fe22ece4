// Proof: Firefox, which seals with transforms of another kind and fails open where its worker is dead, sends nothing unsealed either.

import type { Browser as Firefox, Page as FirefoxPage } from 'puppeteer-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, linkTo, newActor } from './cast.ts';
import { askToComeInWithFirefox, launchFirefox, newFirefoxPage } from './firefox.ts';
import type { WithEars } from './ears-in-page.ts';
import { hearsAll, isSending, soundSent } from './page-ears.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import { type Listener, listenForTone } from './singing.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { workersOf } from './workers.ts';

/** Four seconds of sound, in pieces of 40 ms. */
const ENOUGH = 100;
/** Of 1: what ciphertext that is played as sound has of the tone at most. */
const NOTHING = 0.05;
/** Milliseconds in which a page whose worker is gone has ended what it sends. */
const ENDED_WITHIN = 8_000;

/** Energy of a second of somebody who speaks, as its statistics count it: far more than none at all. */
const LOUD = 0.001;

/** What it has opened and decoded so far. It has no sound card, so that its own statistics have to tell. */
const openedBy = (page: FirefoxPage): Promise<{ readonly energy: number; readonly frames: number }> =>
  page.evaluate(async () => {
    const { connections } = (globalThis as unknown as WithEars).ears;
    const reports = await Promise.all(connections.map((one) => one.getStats()));
    const inbound = reports
      .flatMap((report) => [...report.values()] as Record<string, unknown>[])
      .filter(({ type }) => type === 'inbound-rtp');
    const sum = (what: string): number => inbound.reduce((all, one) => all + Number(one[what] ?? 0), 0);
    return { energy: sum('totalAudioEnergy'), frames: sum('framesDecoded') };
  });

describe('Firefox in a sealed room', () => {
  let stack: Stack;
  let browser: Browser;
  let firefox: Firefox;
  let session: OpenedSession;
  let ada: Actor;
  let ben: FirefoxPage;
  let keyless: Listener;

  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const bens = (): string => ada.views.room().places.find(({ name }) => name === 'Ben')?.media.identity ?? '';

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    [browser, firefox] = await Promise.all([launchBrowser(), launchFirefox()]);
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member' });
    ada = await newActor(browser, 'Ada');
    await comeIn(ada, link('Ada'));
    ben = await newFirefoxPage(firefox);
    await askToComeInWithFirefox(ben, 'Ben', link('Ben'));
    await ada.views.until('Ben', () => bens() !== '', 30_000);
    await begin(ada);
    const cleo = await session.enter('Cleo');
    const { url, token } = await cleo.media();
    keyless = await listenForTone({ url, token });
  });
  afterAll(async () => {
    await keyless?.leave();
    await firefox?.close();
    await browser?.close();
    await stack?.stop();
  });

  test('[EE12, EE13] it is heard by whoever has the link, and a program without it gets noise', async () => {
    await hearsAll(ada.page, [bens()]);
    expect(await keyless.toneOf(bens(), ENOUGH)).toBeLessThan(NOTHING);
  });

  test('[EE13] it opens the sound and the pictures of whoever has the link', async () => {
    const { energy, frames } = await openedBy(ben);
    await until('sound and pictures', async () => {
      const now = await openedBy(ben);
      return now.energy > energy + LOUD && now.frames > frames + 10;
    });
  });

  test('[EE12] whose worker is dead sends nothing, and is heard again once it has one', async () => {
    const workers = workersOf(ben);
    await workers.kill();
    await until('the end of its microphone', async () => !(await isSending(ben)), ENDED_WITHIN);
    const before = await soundSent(ben);
    expect(await soundSent(ben)).toBe(before);
    await workers.allow();
    // It asks the dead one for ten seconds, and begins anew after that.
    await until('it to send again', () => isSending(ben), 40_000);
    await hearsAll(ada.page, [bens()], 30_000);
    expect(await keyless.toneOf(bens(), ENOUGH)).toBeLessThan(NOTHING);
  });

  test('[EE14] without a worker it is not let in, and asked for no device', async () => {
    const dan = await newFirefoxPage(firefox);
    await dan.evaluateOnNewDocument(() => {
      globalThis.Worker = new Proxy(globalThis.Worker, {
        construct() {
          throw new DOMException('kept away', 'SecurityError');
        },
      });
    });
    await dan.goto(link('Dan'), { waitUntil: 'domcontentloaded' });
    await dan.locator('::-p-xpath(//*[@role="alert"][contains(., "did not start")])').wait();
    expect(await workersOf(dan).devicesAsked()).toBe(0);
  });
});
