// A Firefox whose microphone is a pure tone: a sender that seals with the other kind of transform. It may have no sound card, and
// then its own ears are deaf: what it sends is measured at others.

import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { growEars } from './ears-in-page.ts';
import { HEARD } from './page-ears.ts';
import { growWorkers } from './workers.ts';
import { ensureFirefox } from '../tools/firefox.mjs';

/** As `singing.ts` looks for it, in hertz. */
const PITCH = 450;
/** Milliseconds that one action on a page may take before the test says which. */
const PATIENCE = 30_000;

const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.audio.fake_frequency': PITCH,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  // It sees this machine's own addresses, as the other browser of the tests does.
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.link_local': true,
};

export const launchFirefox = async (): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['FIREFOX_PATH'] ?? (await ensureFirefox()),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
  });

/**
 * Runs in the page. Our page refuses a Firefox on the media server's own machine, which reaches no loopback address as it comes;
 * this one does. LiveKit's client reads the name in whatever letters.
 */
const pass = (): void => {
  const { userAgent } = navigator;
  Object.defineProperty(Navigator.prototype, 'userAgent', {
    get: () => userAgent.replace('Firefox/', 'firefox/'),
  });
};

/** A page on a device of its own. */
export const newFirefoxPage = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.createBrowserContext()).newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.evaluateOnNewDocument(pass);
  await page.evaluateOnNewDocument(growEars, HEARD);
  await page.evaluateOnNewDocument(growWorkers);
  return page;
};

/** Opens the link, says who they are, promises what we promise each other, and asks. */
export const askToComeInWithFirefox = async (page: Page, name: string, link: string): Promise<void> => {
  await page.goto(link, { waitUntil: 'domcontentloaded' });
  await page
    .locator(
      '::-p-xpath(//input[@id=//label[starts-with(., "Your name")]/@for] | //label[starts-with(., "Your name")]//input)',
    )
    .fill(name);
  for (const box of await page.$$(`::-p-xpath(//fieldset[legend[starts-with(., "What we promise")]]//input)`))
    await box.click();
  await page.locator('::-p-xpath(//button[normalize-space()="Ask to come in"])').click();
};
