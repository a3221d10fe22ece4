// Opening an evening and changing its course, in a real browser: without a mouse, and with nothing that keeps people out.

import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, later, linkInMail, linkTo, newActor } from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1366, height: 768 } };
/** Presses of Tab after which a page counts as a maze. */
const MAZE = 160;

describe('an evening is opened and changed', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'coLeader' });
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const tabTo = async ({ page }: Actor, target: Locator): Promise<void> => {
    for (let presses = 0; presses < MAZE; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${String(target)} is not reached by ${MAZE} presses of Tab`);
  };
  const enter = async (actor: Actor, target: Locator): Promise<void> => {
    await tabTo(actor, target);
    await actor.page.keyboard.press('Enter');
  };

  test('[PG10, PG11, ED1] the editor: from the start page and back to it with a course of one’s own, without a mouse', async () => {
    const ada = await newActor(browser, 'Ada', DESK);
    const { page } = ada;
    await page.goto(stack.url);
    await enter(ada, page.getByRole('button', { name: 'Change steps or minutes' }));
    const minutes = page.getByRole('textbox', { name: 'Minutes for Discussion' });
    await minutes.waitFor();
    await tabTo(ada, minutes);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('34');
    // A focused row has its own controls; the row goes up with the focus in it.
    await page.keyboard.press('Alt+ArrowUp');
    const order = () =>
      page
        .getByRole('textbox', { name: /^Minutes for / })
        .evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel));
    const places = ['Minutes for Questions', 'Minutes for Discussion', 'Minutes for Push-back'];
    await until('the moved row', async () => (await order()).slice(3, 6).join() === places.join());
    expect(await minutes.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Alt+ArrowDown');
    await until('the row is back', async () => (await order())[5] === 'Minutes for Discussion');
    await enter(ada, page.getByRole('button', { name: 'Use this course' }));
    const yours = page.getByRole('radio', { name: /used last/ });
    await yours.waitFor();
    expect(await yours.isChecked()).toBe(true);
    await page.getByRole('img', { name: /64 minutes/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await ada.device.close();
  });

  test('[ST20, ST21, LB20] a date, two zones, and each link as a mail, a code and a calendar file', async () => {
    const ada = await newActor(browser, 'Ada', {
      ...DESK,
      timezoneId: 'Europe/Berlin',
      acceptDownloads: true,
    });
    const { page } = ada;
    await page.goto(stack.url);
    await page.getByRole('radio', { name: 'On a day' }).check();
    await page.getByRole('textbox', { name: 'Your name, as leader' }).fill('Ada');
    await page.getByRole('textbox', { name: /^Members/ }).fill('Cleo');
    await page.getByRole('button', { name: 'Open a room' }).click();
    await page.getByText('Please choose a day.').waitFor();
    const inAWeek = new Date(Date.now() + 7 * 86_400_000);
    await page.getByLabel('Day', { exact: true }).fill(inAWeek.toISOString().slice(0, 10));
    await page.getByLabel('Begins').fill('18:30');
    await page.getByRole('combobox', { name: /^Also named in/ }).selectOption({ label: 'London' });
    await page.getByText(/ in Berlin\. .* in London\.$/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open a room' }).click();
    await page.getByRole('heading', { name: /^The room is ready for / }).waitFor();
    const mail = page.getByRole('link', { name: 'Mail the link to Cleo' });
    const href = (await mail.getAttribute('href')) ?? '';
    expect(decodeURIComponent(href)).toMatch(/in Berlin\r\n.* in London\r\n/);

    const code = page.getByRole('button', { name: 'QR code of the link for Cleo' });
    await code.click();
    await page.getByRole('img', { name: 'The link of Cleo, to scan' }).waitFor();
    expect(await code.getAttribute('aria-expanded')).toBe('true');
    expect(await barriersOn(page)).toEqual([]);

    // Paper: cards for all but leaders, and nothing else of the page.
    await page.evaluate(() =>
      Object.assign(globalThis, { printed: 0, print: () => Object.assign(globalThis, { printed: 1 }) }),
    );
    await page.getByRole('button', { name: 'Print the QR codes' }).click();
    await page.waitForFunction(() => (globalThis as unknown as { printed: number }).printed === 1);
    await page.emulateMedia({ media: 'print' });
    const cards = page.locator('[data-sheet] > section');
    expect(await cards.locator('h3').allTextContents()).toEqual([
      'Everybody else; a leader lets each in by name',
      'Cleo',
    ]);
    expect(await cards.first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Copy all links' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await cards.first().waitFor({ state: 'detached' });

    const [cleo, early] = [await newActor(browser, 'Cleo', DESK), linkInMail(href)];
    await cleo.page.goto(early);
    await cleo.page.getByRole('heading', { name: /^We meet on / }).waitFor();
    await cleo.page.getByText(/^In \d days, your time\. Ada leads\. The door opens at /).waitFor();
    expect(await barriersOn(cleo.page)).toEqual([]);
    await enter(cleo, cleo.page.getByRole('button', { name: 'Try them' }));
    await cleo.page.locator('video').waitFor();
    // On a quick page the same button pressed again at once is one press.
    await later(cleo);
    await enter(cleo, cleo.page.getByRole('button', { name: 'Turn them off' }));
    await cleo.page.locator('video').waitFor({ state: 'detached' });
    await enter(cleo, cleo.page.getByRole('button', { name: 'Go to the door now' }));
    await cleo.page.getByRole('button', { name: 'Ask to come in' }).waitFor();
    await until('the focus at the top of the page', () =>
      cleo.page.evaluate(() => document.activeElement?.tagName === 'H2'),
    );
    await cleo.device.close();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Calendar file for Cleo' }).click(),
    ]);
    const file = (await readFile((await download.path()) ?? '', 'utf8')).replaceAll('\r\n ', '');
    expect(file).toContain(linkInMail(href));
    expect(file).toContain('BEGIN:VALARM');
    await ada.device.close();
  });

  test('[ST22, ST23, PG10, PG11] who comes is written down as tokens, a site too, without a mouse; its lobby has their names', async () => {
    const ada = await newActor(browser, 'Ada', { ...DESK, viewport: { width: 320, height: 640 } });
    const { page } = ada;
    const { keyboard } = page;
    await page.goto(stack.url);
    await tabTo(ada, page.getByRole('textbox', { name: 'Your name, as leader' }));
    await keyboard.type('Ada');
    const members = page.getByRole('textbox', { name: /^Members/ });
    await tabTo(ada, members);
    const tokens = page.getByRole('list', { name: 'Members and sites' }).getByRole('listitem');
    const stand = async (...names: readonly string[]): Promise<unknown> =>
      until(`tokens ${names.join()}`, async () => {
        const texts = await tokens.allTextContents();
        return texts.slice(0, -1).join() === names.join();
      });
    await keyboard.type('Cleo');
    await keyboard.press('Enter');
    await keyboard.insertText('Dan\nEve\nFay');
    await stand('Cleo', 'Dan', 'Eve');
    expect(await members.inputValue()).toBe('Fay');
    await keyboard.press('Enter');
    // Backspace in the empty field goes to the last one, and Delete takes it out.
    await keyboard.press('Backspace');
    await keyboard.press('Delete');
    await stand('Cleo', 'Dan', 'Eve');
    await enter(ada, page.getByRole('button', { name: 'Several at one camera' }));
    await tabTo(ada, page.getByRole('textbox', { name: 'Where they sit' }));
    await keyboard.type('York');
    await keyboard.press('Tab');
    await keyboard.type('Gus, Hal, Ida');
    expect(await barriersOn(page)).toEqual([]);
    await keyboard.press('Enter');
    await stand('Cleo', 'Dan', 'Eve', 'York Gus, Hal, Ida');
    await until('the focus in the field', () =>
      members.evaluate((field) => field === document.activeElement),
    );
    // What is still being written counts: eleven people in all.
    await keyboard.insertText('Jo\nKai\nLea\nMo');
    await page.getByText(/^11 people come: more than ten online/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await enter(ada, page.getByRole('button', { name: 'Open a room' }));
    await page.getByRole('heading', { name: 'The room is open' }).waitFor();
    await page.getByRole('link', { name: 'Mail the link to Mo' }).waitFor();
    await page.getByText('Gus, Hal, Ida').waitFor();
    // The links too: a code is opened and closed again, and the focus is where it was.
    const code = page.getByRole('button', { name: 'QR code of the link for York' });
    await enter(ada, code);
    await page.getByRole('img', { name: 'The link of York, to scan' }).waitFor();
    await enter(ada, page.getByRole('button', { name: 'Close', exact: true }));
    await tabTo(ada, page.getByRole('button', { name: 'Print the QR codes' }));
    expect(await barriersOn(page)).toEqual([]);
    const href = await page.getByRole('link', { name: 'Mail the link to York' }).getAttribute('href');
    const york = await newActor(browser, 'Gus', DESK);
    await york.page.goto(linkInMail(href ?? ''));
    await york.page.getByRole('button', { name: 'All three ask to come in' }).waitFor();
    const values = await york.page
      .getByRole('textbox')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).filter(Boolean));
    expect(values).toEqual(['Gus', 'York', 'Hal', 'Ida']);
    await Promise.all([ada, york].map(({ device }) => device.close()));
  });

  test('[PG10, PG11, ED5, ED6] what is still to come is changed in the drawer, without a mouse', async () => {
    const [ada, ben] = await Promise.all([newActor(browser, 'Ada', DESK), newActor(browser, 'Ben', DESK)]);
    for (const actor of [ada, ben]) await comeIn(actor, link(actor.name));
    const { page } = ada;
    const change = page.getByRole('button', { name: 'Change what is to come' });
    await change.waitFor();
    await page.keyboard.press('F3');
    await enter(ada, change);
    const minutes = page.getByRole('textbox', { name: 'Minutes for Discussion' });
    await minutes.waitFor();
    await tabTo(ada, minutes);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('17');
    expect(await barriersOn(page)).toEqual([]);
    await enter(ada, page.getByRole('button', { name: 'Use from now on' }));
    for (const { views } of [ada, ben])
      await views.until('the changed course', ({ course }) =>
        course.steps.some(({ kind, minutes: its }) => kind === 'discussion' && its === 17),
      );
    await ben.page.getByText(/^Changed at .*: Ada$/).waitFor();
    await until('the focus is back', () => change.evaluate((element) => element === document.activeElement));
    await Promise.all([ada, ben].map(({ device }) => device.close()));
  });
});
