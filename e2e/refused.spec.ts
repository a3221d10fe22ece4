// Proof: a page that is told late, and asks to publish when its right has just gone, is heard again when the right is back.

import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor, press } from './cast.ts';
import { hearsAll } from './page-ears.ts';
import { goOnTo, goTo, must, openSession, type Person } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

let stack: Stack;
let browser: Browser;
let listener: Actor;
let speaker: Actor;
let leader: Person;
let news: News;

/** Milliseconds without a word after which a page knows everything. */
const CALM = 700;

type News = {
  /** Waits until the page has been told everything: from now on nothing came for a while. */
  calm(): Promise<unknown>;
  hold(): void;
  /** Whether LiveKit's answer to a request is among what is kept back. */
  answered(): boolean;
  bring(): void;
};

/** How a `livekit.SignalResponse` begins that answers a request: field 22, with a length. */
const ANSWER = Buffer.from([0xb2, 0x01]);

/** Lets a test keep back everything that a page is told, and bring it later in its order. */
const newsOf = async (page: Page): Promise<News> => {
  let last = performance.now();
  let kept: { readonly message: string | Buffer; tell(): void }[] | null = null;
  await page.routeWebSocket(/\/(sfu|socket\.io)\//, (route: WebSocketRoute) => {
    const server = route.connectToServer();
    server.onMessage((message) => {
      last = performance.now();
      if (kept === null) route.send(message);
      else kept.push({ message, tell: () => route.send(message) });
    });
  });
  return {
    calm: () => {
      last = performance.now();
      return until('the page to know its right', () => performance.now() - last > CALM);
    },
    hold: () => (kept = []),
    answered: () =>
      kept?.some(({ message }) => Buffer.isBuffer(message) && message.subarray(0, 2).equals(ANSWER)) === true,
    bring: () => {
      kept?.forEach(({ tell }) => tell());
      kept = null;
    },
  };
};

beforeAll(async () => {
  stack = await startPages();
  browser = await launchBrowser();
  const people = { Ada: 'leader', Bo: 'coLeader', Ben: 'member', Dan: 'member' } as const;
  const session = await openSession(stack.url, people);
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  listener = await newActor(browser, 'Ada');
  await comeIn(listener, link('Ada'));
  speaker = await newActor(browser, 'Dan');
  news = await newsOf(speaker.page);
  await comeIn(speaker, link('Dan'));
  leader = await session.enter('Bo');
  const presenter = await session.enter('Ben');
  await goOnTo(leader, 'call');
  await must(leader, { type: 'choosePresenter', seat: presenter.room().you.seats[0].seat });
});
afterAll(async () => {
  leader.close();
  await browser.close();
  await stack.stop();
});

test('[MC6] a refused microphone leaves nothing behind: the next one is heard', async () => {
  const identity = (): string => speaker.views.room().you.media?.identity ?? '';
  const media = createLiveKit(stack.livekit);
  const { token } = await leader.media();
  const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const rights = async () =>
    (await media.participants(video.room)).find((one) => one.identity === identity())?.rights;
  await goTo(leader, 'questions');
  await hearsAll(listener.page, [identity()]);
  await press(speaker, /Close my microphone/);
  // A right lost and given again leaves no track to be opened once more: the next press has to publish.
  for (const step of ['presentation', 'questions'] as const) {
    await goTo(leader, step);
    await speaker.views.until(
      'the right',
      ({ you }) => you.confirmed && you.may.microphone === (step === 'questions'),
    );
  }
  // What came over the wire reaches a busy page later: its button tells that it has.
  const place = speaker.page.getByRole('region', { name: 'Your place' });
  await place.getByRole('button', { name: /Open my microphone/ }).waitFor();
  await news.calm();
  news.hold();
  await goTo(leader, 'presentation');
  await until('the right to be gone', async () => (await rights())?.microphone === false);
  // Still believes that it may: asks, and is refused.
  await press(speaker, /Open my microphone/);
  await until('the refusal', news.answered);
  news.bring();
  await speaker.views.until('the loss', ({ you }) => !you.may.microphone);
  await goTo(leader, 'questions');
  await hearsAll(listener.page, [identity()]);
  expect((await rights())?.microphone).toBe(true);
});
