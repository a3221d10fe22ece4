// Proof: whoever sends only what they announced and may send is never cut off, whatever LiveKit's clients make of it.

import { dispose, TrackSource } from '@livekit/rtc-node';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barePage } from './bare-page.ts';
import { launchBrowser } from './browser.ts';
import { type Ears, listen } from './ears.ts';
import { beHonest, type HonestPage } from './honest-page.ts';
import { type Rude, rudeClient } from './rude.ts';
import { type SmallStack, startSmallStack } from './small-stack.ts';
import { until } from './until.ts';

const ALL = { microphone: true, camera: true };
const SILENT = { microphone: false, camera: true };
const NOTHING = { microphone: false, camera: false };
const ROUNDS = 10;
/** Milliseconds to what follows from a right that was given or taken, on a busy machine. */
const HEARD_WITHIN = 30_000;
/** Milliseconds in which one pair of ears has to hear somebody, and how many pairs try. */
const [EARS_WITHIN, PAIRS] = [10_000, 3];
/** Milliseconds until a program that publishes sends its first packets, and how often it tries. */
const [SENDS_WITHIN, TRIES] = [5_000, 4];

describe('honest clients at the gateway', () => {
  let stack: SmallStack;
  let browser: Browser;
  let ears: Ears;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startSmallStack(), launchBrowser()]);
    ears = await newEars();
  });
  afterAll(async () => {
    await ears.leave();
    await browser.close();
    await stack.stop();
    await dispose();
  });

  const newProgram = async (): Promise<Rude> =>
    rudeClient({ url: stack.url, token: await stack.token('program') });
  const newEars = async (): Promise<Ears> => listen({ url: stack.url, token: await stack.token('ears') });
  /**
   * Waits until somebody is heard. On a busy machine rtc-node sometimes joins and takes no sound, for ever, and does not even
   * come to an end of its leaving: then other ears take its place. Who cut anybody off is told in `complaints`.
   */
  const isHeard = async (identity: string): Promise<void> => {
    for (let pair = 1; ; pair += 1) {
      const fate = await ears.hears(identity, EARS_WITHIN).catch((error: unknown) => error);
      if (fate === undefined) return;
      if (pair === PAIRS) throw fate;
      void ears.leave().catch(() => undefined);
      ears = await newEars();
    }
  };
  const asked = <K extends keyof HonestPage>(page: Page, what: K): Promise<ReturnType<HonestPage[K]>> =>
    page.evaluate(
      (name) => (globalThis as unknown as { honest: HonestPage }).honest[name](),
      what,
    ) as Promise<ReturnType<HonestPage[K]>>;
  /** LiveKit's own list of somebody's tracks: kind and source. */
  const sent = async (identity: string): Promise<string> =>
    ((await stack.find(identity))?.tracks ?? [])
      .map(({ kind, source }) => `${kind} ${source}`)
      .sort()
      .join(', ');

  /** The program with a right to speak, and what became of its sound: `null` where it sends some. */
  const speaks = async (client: Rude): Promise<string | null> => {
    await stack.give('program', ALL);
    await until('the right to speak', () => client.granted());
    try {
      await client.publish(TrackSource.SOURCE_MICROPHONE);
      const before = await client.soundSent();
      await until('packets of sound', async () => (await client.soundSent()) > before, SENDS_WITHIN);
      return null;
    } catch (error) {
      return String(error);
    }
  };
  /**
   * On a busy machine rtc-node sometimes publishes a track and offers it in no section; it never makes up for that, and the
   * place of a microphone is taken. Then the program comes anew, as its user would. Who cut it off is told in `complaints`.
   */
  const speakAnew = async (before: Rude): Promise<Rude> => {
    const fates: string[] = [];
    for (let client = before; ; client = await newProgram()) {
      const fate = await speaks(client);
      if (fate === null) return client;
      fates.push(fate);
      if (fates.length === TRIES) throw new Error(`the program could not speak: ${fates.join('; ')}`);
      await client.leave();
    }
  };

  test('[GW24] a page in Chromium speaks anew in each of ten rounds, and comes back after its line was cut', async () => {
    const page = await barePage(browser, stack.origin);
    await page.evaluate(beHonest, [stack.url, await stack.token('page')] as const);
    for (let round = 0; round < ROUNDS; round += 1) {
      await stack.give('page', ALL);
      await until(
        `both tracks in round ${round}`,
        async () => (await sent('page')) === 'audio microphone, video camera',
        HEARD_WITHIN,
      );
      await isHeard('page');
      if (round % 3 === 1) {
        const before = await asked(page, 'resumed');
        await asked(page, 'cut');
        await until('the page to be back', async () => (await asked(page, 'resumed')) > before, HEARD_WITHIN);
        await isHeard('page');
      }
      const rights = round % 2 === 0 ? SILENT : NOTHING;
      await stack.give('page', rights);
      const left = rights.camera ? ['camera'] : [];
      await until(
        'the page to take it back',
        async () => (await asked(page, 'published')).join() === left.join(),
        HEARD_WITHIN,
      );
    }
    // A busy machine may let a line go quiet by itself; what counts is that we never ended one.
    expect(await asked(page, 'resumed')).toBeGreaterThanOrEqual(3);
    expect(stack.complaints).toEqual([]);
    await page.context().close();
  });

  test('[RC25, GW20] a page whose gateway begins anew while it speaks goes on with what LiveKit knows of it, and is not accused', async () => {
    const page = await barePage(browser, stack.origin);
    await page.evaluate(beHonest, [stack.url, await stack.token('speaker')] as const);
    await stack.give('speaker', { microphone: true, camera: false });
    await until('its microphone', async () => (await sent('speaker')) === 'audio microphone', HEARD_WITHIN);
    await isHeard('speaker');
    const stay = (await stack.find('speaker'))?.stay;
    const resumed = await asked(page, 'resumed');
    stack.renew();
    await until('the page to be back', async () => (await asked(page, 'resumed')) > resumed, HEARD_WITHIN);
    await isHeard('speaker');
    expect((await stack.find('speaker'))?.stay, 'another stay: it came anew').toBe(stay);
    expect(stack.complaints).toEqual([]);
    await page.context().close();
  });

  test('[GW24] a program of another make (rtc-node) speaks anew in each of ten rounds', async () => {
    let client = await newProgram();
    for (let round = 0; round < ROUNDS; round += 1) {
      client = await speakAnew(client);
      await isHeard('program');
      await stack.give('program', NOTHING);
      // Else the next round would begin with the right of this one.
      await until('the right to go', () => !client.granted(), HEARD_WITHIN);
      await until('the track to go', async () => (await sent('program')) === '');
      await client.withdraw();
    }
    expect(client.connected()).toBe(true);
    expect(stack.complaints).toEqual([]);
    await client.leave();
  });
});
