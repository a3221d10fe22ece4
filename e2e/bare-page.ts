// A page of our origin with LiveKit's own client in it and nothing of ours.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as LivekitClient from 'livekit-client';
import type { Browser, Page } from 'playwright-core';
import { newDevice } from './browser.ts';

/** Where the client stands in such a page. */
export type WithLivekit = {
  readonly LivekitClient: typeof LivekitClient;
  /** A voice to send, and how it is ended. */
  readonly tone: () => { readonly track: MediaStreamTrack; readonly end: () => Promise<void> };
  /** Until somebody has the right to their camera. */
  readonly mayShow: (me: LivekitClient.LocalParticipant) => Promise<void>;
};

/** Puts into the page what those need who send what they should not; it runs there. */
const giveHands = (): void => {
  const hands: Pick<WithLivekit, 'tone' | 'mayShow'> = {
    tone: () => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: 440 });
      const out = context.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      const [track] = out.stream.getAudioTracks();
      if (track === undefined) throw new Error('no tone');
      return { track, end: () => context.close() };
    },
    mayShow: async (me) => {
      const isGiven = () => me.permissions?.canPublishSources.some((source) => Number(source) === 1) === true;
      for (const end = performance.now() + 5_000; !isGiven(); await new Promise((go) => setTimeout(go, 5)))
        if (performance.now() > end) throw new Error('no right to the camera within 5 s');
    },
  };
  Object.assign(globalThis, hands);
};

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
  await page.evaluate(giveHands);
  return page;
};
