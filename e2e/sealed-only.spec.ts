// Proof: pages that were built to come in only where all is sealed refuse a server that does not seal, and ask it for no device;
// they come into one that does.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildInto } from '../tools/build.mjs';
import { launchBrowser } from './browser.ts';
import { comeIn, linkTo, newActor } from './cast.ts';
import { openSession } from './people.ts';
import { type Stack, startStack } from './stack.ts';
import { killableWorkers } from './workers.ts';

let folder: string;
let browser: Browser;
let stack: Stack;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tele-balint-sealed-only-'));
  await buildInto(folder, { SEALED_ONLY: 'true' });
  browser = await launchBrowser();
});
afterEach(() => stack.stop());
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const arrives = async (SEALING: string) => {
  stack = await startStack({ CLIENT_DIR: folder, SEALING });
  const session = await openSession(stack.url, { Ada: 'leader' });
  const ada = await newActor(browser, 'Ada');
  const { devicesAsked } = await killableWorkers(ada.page);
  return { ada, link: linkTo(stack.url, session.id, session.secretOf('Ada')), devicesAsked };
};

test('[EE17] a server that does not seal is refused in a plain sentence, before any device is asked for', async () => {
  const { ada, link, devicesAsked } = await arrives('false');
  await ada.page.goto(link);
  await ada.page.getByRole('alert').getByText('come in only where').waitFor();
  expect(await devicesAsked()).toBe(0);
  expect(await ada.page.getByRole('textbox', { name: 'Your name' }).count()).toBe(0);
});

test('[EE17] a server that seals is come into', async () => {
  const { ada, link } = await arrives('true');
  await comeIn(ada, link);
});
