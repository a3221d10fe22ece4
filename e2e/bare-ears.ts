// A page without any door of ours: LiveKit's own client, which plays whatever comes in the element of its label.

import type { Browser, Page } from 'playwright-core';
import { barePage, type WithLivekit } from './bare-page.ts';
import { beginToListen, giveEars } from './page-ears.ts';

/** Joins and plays everything; it runs in the page. */
const playAll = async ([url, token]: readonly [string, string]): Promise<void> => {
  const { Room } = (globalThis as unknown as WithLivekit).LivekitClient;
  const room = new Room({ adaptiveStream: false, dynacast: false });
  room.on('trackSubscribed', (track, { kind }, { identity }) => {
    const element = document.createElement(kind === 'video' ? 'video' : 'audio');
    element.muted = kind === 'video';
    element.dataset['identity'] = identity;
    document.body.append(element);
    track.attach(element);
  });
  room.on('trackUnsubscribed', (track) => track.detach().forEach((element) => element.remove()));
  await room.connect(url, token);
};

/**
 * A listening page that knows no rule of ours. What it hears is what the server let through.
 * @param origin of ours: our gateway answers no other page
 */
export const bareEars = async (
  browser: Browser,
  origin: string,
  { url, token }: { readonly url: string; readonly token: string },
): Promise<Page> => {
  const page = await barePage(browser, origin, giveEars);
  await page.evaluate(playAll, [url, token] as const);
  await beginToListen(page);
  return page;
};
