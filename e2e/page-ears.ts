// What a page really plays: the energy in everything there that can make a sound, per speaker.

import type { Page } from 'playwright-core';
import type { Runs } from './workers.ts';
import { growEars, type Piece, type Sounds, type WithEars } from './ears-in-page.ts';

/** Milliseconds. The fake microphones never pause, so a short window is enough. */
const WINDOW = 1_200;
/** Peak, of 1, from which a sample counts as heard. */
export const HEARD = 0.01;

/** Gives a page its ears; before it opens our address. */
export const giveEars = (page: Page): Promise<unknown> => page.addInitScript(growEars, HEARD);

/**
 * Begins to listen, for as long as it takes.
 * @param pitches in hertz, each looked for in what is played
 */
export const beginToListen = (page: Page, pitches: readonly number[] = []): Promise<void> =>
  page.evaluate((wanted) => (globalThis as unknown as WithEars).ears.begin(wanted), pitches);

/** What was played and what arrived since the beginning. */
export const soundsSince = (page: Page): Promise<Sounds> =>
  page.evaluate(() => (globalThis as unknown as WithEars).ears.take());

/** What was played of each since the beginning, in pieces of 40 ms. */
export const piecesSince = (page: Page): Promise<Readonly<Record<string, readonly Piece[]>>> =>
  page.evaluate(() => (globalThis as unknown as WithEars).ears.pieces());

/**
 * Listens for one window, or until all the wanted were heard, and gives the identities that were heard. What sounds
 * without a name is told as what it is, so that it is never taken for nobody.
 */
export const heardIn = async (
  page: Page,
  window = WINDOW,
  wanted: readonly string[] = [],
): Promise<readonly string[]> =>
  page.evaluate(
    async ({ window, wanted }) => {
      const { ears } = globalThis as unknown as WithEars;
      await ears.begin();
      const end = performance.now() + window;
      const missing = (): boolean => wanted.some((one) => ears.take().heard[one] === undefined);
      while (performance.now() < end && (wanted.length === 0 || missing()))
        await new Promise((resolve) => setTimeout(resolve, 20));
      const { heard } = ears.take();
      await ears.end();
      return Object.keys(heard);
    },
    { window, wanted },
  );

/** Waits until all these identities are heard, one after the other or together, from now on. */
export const hearsAll = async (
  page: Page,
  identities: readonly string[],
  deadline = 20_000,
): Promise<void> => {
  const heard = await heardIn(page, deadline, identities);
  const missing = identities.filter((identity) => !heard.includes(identity));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not heard within ${deadline} ms`);
};

/** Packets of sound that this page, of either browser, has sent so far, over all its connections. */
export const soundSent = (page: Runs): Promise<number> =>
  page.evaluate(async () => {
    const { connections } = (globalThis as unknown as WithEars).ears;
    const reports = await Promise.all(
      connections.filter((one) => one.connectionState !== 'closed').map((one) => one.getStats()),
    );
    return reports
      .flatMap((report) => [...report.values()])
      .filter((one) => one.type === 'outbound-rtp' && one.kind === 'audio')
      .reduce((sum, one) => sum + Number(one.packetsSent), 0);
  });

/** Whether any of its connections has something to send. */
export const isSending = (page: Runs): Promise<boolean> =>
  page.evaluate(() => {
    const { connections } = (globalThis as unknown as WithEars).ears;
    const open = connections.filter(({ connectionState }) => connectionState !== 'closed');
    return open.flatMap((one) => one.getSenders()).some(({ track }) => track?.readyState === 'live');
  });
