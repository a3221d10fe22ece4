import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fromDebian } from './debian.mjs';
import { findNode, root } from './node.mjs';
import { onPath, output, run, ticking } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Places where systems that don't use the PATH keep it. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    path.join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
];

/**
 * Finds a Chromium or Chrome for the tests, or installs one.
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser() {
  const found = await existing();
  if (found !== null) return found;
  console.log('Getting a browser for the tests (once).');
  const playwright = createRequire(path.join(root, 'e2e', 'package.json')).resolve(
    'playwright-core/package.json',
  );
  const cli = path.join(path.dirname(playwright), 'cli.js');
  // The tests start the whole browser: its little sister without windows would be a second download.
  const install = [cli, 'install', '--no-shell', 'chromium'];
  await ticking(() => run(findNode(), install, { deadline: 10 * 60_000 }));
  const fetched = await fromPlaywright();
  if (fetched !== null) return fetched;
  const debian = await fromDebian('chromium');
  if (debian !== null) return debian;
  throw new Error('The tests need a browser: install Chromium or Chrome, or set CHROME_PATH to one.');
}

/** A browser that is there already. */
async function existing() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (runs(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH is ${CHROME_PATH}, which doesn't run.`);
  }
  const installed = names.map((name) => onPath([name])).find((file) => file !== null && runs(file));
  return installed ?? places.find(runs) ?? (await fromPlaywright());
}

/** Whether it starts. (On Windows asking for the version would open a window.) */
function runs(file) {
  return existsSync(file) && (process.platform === 'win32' || output(file, ['--version']) !== null);
}

/** The browser that Playwright keeps in its own cache. */
async function fromPlaywright() {
  const { chromium } = createRequire(path.join(root, 'e2e', 'package.json'))('playwright-core');
  const file = chromium.executablePath();
  return file && runs(file) ? file : null;
}
