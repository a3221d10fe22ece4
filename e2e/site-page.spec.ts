// Several people at one camera, for everybody: the lobby without a mouse, no barrier that axe knows of, and a page that says
// plainly whether their microphone rests.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, everybodyIn, goOn, newActor, openRoom } from './cast.ts';
import { comesTo, focusIs, tabTo } from './keyboard.ts';
import { startPages } from './pages.ts';
import { CENTRE, NOTICES, STATE } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1366, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 } };

describe('a site, for everybody', () => {
  let stack: Stack;
  let browser: Browser;
  let open: string;
  let ada: Actor;
  let york: Actor;

  const pressed = (name: string | RegExp) =>
    ada.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();
  const reads = (part: string, words: string | RegExp) =>
    york.page.locator(part).getByText(words).filter({ visible: true }).first().waitFor();

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    ada = await newActor(browser, 'Ada', DESK);
    york = await newActor(browser, 'Claire', PHONE);
    const links = await openRoom(ada, stack.url, { leader: 'Ada', members: ['Ben'], protectStory: true });
    ({ open } = links);
    await comeIn(ada, links.leader);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[PG10, SI21] three people write themselves down, one too many and out again, without a mouse', async () => {
    const { page } = york;
    const { keyboard } = page;
    const person = page.getByRole('textbox', { name: 'Name of another person' });
    const add = page.getByRole('button', { name: 'Add a person' });
    await page.goto(open);
    const name = page.getByRole('textbox', { name: 'Your name' });
    await name.waitFor();
    await tabTo(york, name);
    await keyboard.type('Claire');
    await tabTo(york, page.getByRole('checkbox', { name: 'More people at this camera?' }));
    await keyboard.press('Space');
    await tabTo(york, page.getByRole('textbox', { name: 'Your site' }));
    await keyboard.type('York');
    await tabTo(york, person.first());
    await keyboard.type('Kofi');
    for (const [index, other] of ['Elena', 'Somebody'].entries()) {
      await tabTo(york, add);
      await keyboard.press('Enter');
      await comesTo(york, person.nth(index + 1));
      await keyboard.type(other);
    }
    await tabTo(york, page.getByRole('textbox', { name: 'Profession of Elena' }));
    await keyboard.type('Social work');
    await tabTo(york, page.getByRole('button', { name: 'Take out Somebody' }));
    await keyboard.press('Enter');
    await comesTo(york, add);
    expect(await person.count()).toBe(2);
    expect(await barriersOn(page)).toEqual([]);
    const promises = page.getByRole('group', { name: 'What we promise' }).getByRole('checkbox');
    for (const promise of await promises.all()) {
      await tabTo(york, promise);
      await keyboard.press('Space');
    }
    await tabTo(york, page.getByRole('button', { name: 'All three ask to come in' }));
    await keyboard.press('Enter');
    await focusIs(york, 'You are at the door');
    await page.getByText('You ask together as Claire, Kofi, and Elena, at York.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await tabTo(ada, ada.page.getByRole('button', { name: 'Let in Claire, Kofi, and Elena', exact: true }));
    await ada.page.keyboard.press('Enter');
    await york.views.until('a place in the circle', (view) => view.you.media !== null);
    await focusIs(york, 'Tele-Balint');
  });

  test('[SI23, SI24] before the chair moves, and while it is back, the site reads that its microphone rests', async () => {
    await york.page.emulateMedia({ reducedMotion: 'reduce' });
    await goOn(ada, 'call');
    await choosePresenter(ada, 'Claire');
    await goOn(ada, 'questions');
    await reads(NOTICES, /^When Claire sits back, the microphone of York rests for all three of you\./);
    await pressed(/^Next: /);
    const dialog = ada.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await barriersOn(ada.page)).toEqual([]);
    await pressed('Go on to Push-back');
    await everybodyIn([ada, york], 'pushBack');
    await reads(CENTRE, 'Claire sits back');
    // Whoever wants no motion reads the new words too.
    const title = york.page.locator(`${CENTRE} h2`);
    await until('the title to be drawn', () => title.evaluate((it) => getComputedStyle(it).opacity === '1'));
    await reads(CENTRE, /^The microphone of York is closed for all three of you until Claire is back\./);
    await reads(STATE, 'York listens');
    await reads(STATE, 'Nobody can hear any of you.');
    await york.page.getByRole('button', { name: 'Claire needs to come in' }).waitFor();
    for (const { page } of [ada, york]) expect(await barriersOn(page)).toEqual([]);
  });

  test('[SI5, SI23] while the presenter sits apart, the site reads that it may speak', async () => {
    await pressed('Claire sits apart…');
    await pressed('Yes, Claire sits apart');
    await york.views.until('a right to speak', ({ you }) => you.may.microphone);
    await reads(CENTRE, 'Claire listens apart from your microphone. York may speak.');
    await york.page.getByRole('button', { name: /Open my microphone/ }).waitFor();
    await york.page.getByText('Nobody can hear any of you.').waitFor({ state: 'detached' });
    for (const { page } of [ada, york]) expect(await barriersOn(page)).toEqual([]);
    expect([...ada.complaints, ...york.complaints]).toEqual([]);
  });
});
