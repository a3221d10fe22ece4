// Proof: a browser opens one WebSocket to an address at a time, and yet the page's own line never waits for the media server.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

/** Milliseconds: some ten times what is seen, for a busy machine; the gateway keeps the other one waiting for thirty seconds. */
const OPENS = 3_000;

let stack: Stack;
let browser: Browser;
beforeAll(async () => {
  stack = await startPages();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

test('[RC22] while LiveKit is away and a page waits for it, the line to us opens at once', async () => {
  const session = await openSession(stack.url, { Ada: 'leader' });
  const { url, token } = await (await session.enter('Ada')).media();
  const page = await (await browser.newContext()).newPage();
  await page.goto(stack.url);
  await stack.livekit.kill();
  const took = await page.evaluate(
    async ([signal, own]) => {
      const waits = new WebSocket(signal);
      const began = performance.now();
      const line = new WebSocket(own);
      await new Promise((resolve) => (line.onopen = resolve));
      const opened = performance.now() - began;
      waits.close();
      line.close();
      return opened;
    },
    [
      `${url}/rtc?access_token=${token}`,
      `${stack.url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`,
    ] as const,
  );
  console.info(`the page's own line, beside one that waits for LiveKit, opened after ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(OPENS);
});
