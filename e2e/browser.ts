// One Chromium; every person has a context of their own, as on a device of their own.

import { rmSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { ensureBrowser } from '../tools/browser.mjs';
import { writeVoice } from './voice-file.ts';

/** Says yes by itself where a browser would ask for microphone and camera. */
const ASKS_NOBODY = '--use-fake-ui-for-media-stream';
/** What no browser of a newcomer has: it sees this machine's own addresses, loopback too, as it comes up. */
const SEES_LOOPBACK = [
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];
/** Plays sound before anybody has clicked. */
const PLAYS_AT_ONCE = '--autoplay-policy=no-user-gesture-required';
const FLAGS = [
  '--use-fake-device-for-media-stream',
  ASKS_NOBODY,
  ...SEES_LOOPBACK,
  PLAYS_AT_ONCE,
  // It calls nobody but us.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Small pages: media tests look at sound, and two cores draw all of them. */
const SMALL = { width: 320, height: 180 };
/** Milliseconds that one action on a page may take before the test says which. */
const PATIENCE = 30_000;

/**
 * @param options.flags besides ours
 * @param options.asks asks for microphone and camera, as browsers do
 * @param options.ordinary connects and plays as a browser does that nobody has set up for tests
 */
export const launchBrowser = async ({
  flags = [],
  asks = false,
  ordinary = false,
}: { flags?: readonly string[]; asks?: boolean; ordinary?: boolean } = {}): Promise<Browser> => {
  // Root may not use the sandbox, and containers mostly have nobody else.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const left = [...(asks ? [ASKS_NOBODY] : []), ...(ordinary ? [...SEES_LOOPBACK, PLAYS_AT_ONCE] : [])];
  const usual = FLAGS.filter((flag) => !left.includes(flag));
  const executablePath = process.env['CHROME_PATH'] ?? (await ensureBrowser());
  const voice = await writeVoice();
  const forget = () => rmSync(voice.folder, { recursive: true, force: true });
  try {
    const speaks = `--use-file-for-fake-audio-capture=${voice.file}`;
    const browser = await chromium.launch({ executablePath, args: [...usual, speaks, ...sandbox, ...flags] });
    return browser.once('disconnected', forget);
  } catch (error) {
    forget();
    throw error;
  }
};

/** A device of one person. */
export const newDevice = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: SMALL, locale: 'en-GB', ...options });
  context.setDefaultTimeout(PATIENCE);
  return context;
};

/** What a page says against its own rules: breaches of the content security policy, and errors nobody caught. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/content security policy|requires 'trusted/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
};
