import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { fromDebian } from './debian.mjs';
import { root } from './node.mjs';
import { onPath, ticking } from './run.mjs';

/** Places where systems that don't use the PATH keep it. */
const places = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) =>
    path.join(process.env[name] ?? '', 'Mozilla Firefox', 'firefox.exe'),
  ),
];

/**
 * Finds a Firefox for the tests, or installs one.
 * @returns {Promise<string>} path of the program
 */
export async function ensureFirefox() {
  const { FIREFOX_PATH } = process.env;
  if (FIREFOX_PATH) {
    if (onPath([FIREFOX_PATH]) !== null) return FIREFOX_PATH;
    throw new Error(`FIREFOX_PATH is ${FIREFOX_PATH}, which doesn't run.`);
  }
  const installed = onPath(['firefox-esr', 'firefox']) ?? places.find((file) => existsSync(file));
  if (installed !== undefined) return installed;
  console.log('Getting Firefox for the tests (once).');
  const found = (await fromDebian('firefox-esr')) ?? (await fromMozilla());
  if (found !== null) return found;
  throw new Error('The tests need Firefox too: install it, or set FIREFOX_PATH to one.');
}

/** Mozilla's own build, into our cache. */
async function fromMozilla() {
  // It comes with what drives the browser.
  const driver = createRequire(path.join(root, 'e2e', 'package.json')).resolve('puppeteer-core');
  const browsers = createRequire(driver).resolve('@puppeteer/browsers');
  const { install, resolveBuildId, detectBrowserPlatform } = await import(browsers);
  const [browser, platform] = ['firefox', detectBrowserPlatform()];
  if (platform === undefined) return null;
  return ticking(async () => {
    const buildId = await resolveBuildId(browser, platform, 'stable');
    const cacheDir = path.join(cacheFolder(), 'browsers');
    return (await install({ browser, buildId, cacheDir, platform })).executablePath;
  }).catch((error) => {
    console.error(`Firefox could not be had from Mozilla: ${error.message}`);
    return null;
  });
}
