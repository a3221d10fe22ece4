// Kilobytes, gzipped, that a browser loads for the start page, and for the room as a member and as a leader: everything
// from our server but sockets and the answers of the API. The font, which all share, is counted apart.

import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { comeIn, linkTo, newActor } from '../cast.ts';
import { openSession } from '../people.ts';
import { startPages } from '../pages.ts';
import { CONTROLS, LEADERS_BAR } from '../parts.ts';
import { judge } from './aims.ts';

const stack = await startPages();
const browser = await launchBrowser();

/** Counts each address once: the second page of a visit comes out of the browser's own store. */
const counting = (page: Page) => {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    if (origin === stack.url && !pathname.startsWith('/api/') && answer.ok())
      bodies.set(pathname, answer.body());
  });
  const isFont = (name: string): boolean => name.endsWith('.woff2');
  return async (fonts = false): Promise<number> => {
    const counted = [...bodies].filter(([name]) => isFont(name) === fonts);
    const sizes = await Promise.all(counted.map(async ([, body]) => gzipSync(await body).length));
    return sizes.reduce((sum, size) => sum + size, 0) / 1000;
  };
};

const visitor = await newActor(browser, 'Ada');
const start = counting(visitor.page);
await visitor.page.goto(stack.url, { waitUntil: 'networkidle' });
const startSize = await start();

const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
/** What somebody's browser loads until they sit in the circle and see all that is theirs. */
const roomOf = async (name: string, whole: string) => {
  const actor = await newActor(browser, name);
  const room = counting(actor.page);
  await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(name)));
  await actor.page.getByRole('heading', { name: 'Arriving' }).waitFor();
  await actor.page.locator(whole).waitFor();
  return { size: await room(), font: await room(true) };
};
const leaders = await roomOf('Ada', LEADERS_BAR);
const members = await roomOf('Ben', CONTROLS);

await browser.close();
await stack.stop();
console.log(
  `members' room ${members.size.toFixed(1)} kB, leaders' room ${leaders.size.toFixed(1)} kB, ` +
    `start ${startSize.toFixed(1)} kB, font ${leaders.font.toFixed(1)} kB`,
);
judge('size', {
  "members' room in kB": members.size,
  "leaders' room in kB": leaders.size,
  'font in kB': leaders.font,
});
