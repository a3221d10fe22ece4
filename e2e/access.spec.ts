// For everybody: no barrier that axe knows of, in both looks, and the whole way without a mouse.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriersOn } from './axe.ts';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  askToComeIn,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  linkTo,
  newActor,
} from './cast.ts';
import { focusIs, tabTo } from './keyboard.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 } };

describe('the pages, for everybody', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let presenter: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member' });
    leader = await newActor(browser, 'Ada', DESK);
    presenter = await newActor(browser, 'Ben', PHONE);
    member = await newActor(browser, 'Cleo', DESK);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[PG10, LE63] from the link into the circle and to the next phase, without a mouse', async () => {
    const { page } = leader;
    await page.goto(link('Ada'));
    const name = page.getByRole('textbox', { name: 'Your name' });
    await name.waitFor();
    await tabTo(leader, name);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Ada');
    for (const promise of await page
      .getByRole('group', { name: 'What we promise' })
      .getByRole('checkbox')
      .all()) {
      await tabTo(leader, promise);
      await page.keyboard.press('Space');
    }
    await tabTo(leader, page.getByRole('button', { name: 'Ask to come in' }));
    await page.keyboard.press('Enter');
    await leader.views.until('the circle', ({ you }) => you.seats[0].leads && you.media !== null);
    await focusIs(leader, 'Thursday group');
    const begin = page.getByRole('button', { name: 'Begin', exact: true });
    await begin.waitFor();
    await tabTo(leader, begin);
    await page.keyboard.press('Enter');
    await leader.views.until('the beginning', (view) => view.session.begun && view.leader?.rests === false);
    // The button becomes Next, and keeps its owner.
    await page.getByRole('button', { name: /^Next: /, disabled: false }).waitFor();
    await focusIs(leader, 'Next: ');
    await page.keyboard.press('Enter');
    await leader.views.until('the next phase', ({ course }) => course.kind === 'call');
  });

  test('[PG11] start and lobby: nothing that keeps people out, light and dark', async () => {
    const visitor = await newActor(browser, 'Eve', DESK);
    await visitor.page.goto(stack.url);
    await visitor.page.getByRole('button', { name: 'Open a room' }).waitFor();
    expect(await barriersOn(visitor.page)).toEqual([]);
    await visitor.page.goto(link('Dan'));
    await visitor.page.getByRole('button', { name: 'Ask to come in' }).waitFor();
    expect(await barriersOn(visitor.page)).toEqual([]);
  });

  test('[PG11, PG10] the circle and the door: nothing that keeps people out, and the focus where it belongs', async () => {
    await comeIn(presenter, link('Ben'));
    await comeIn(member, link('Cleo'));
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'discussion');
    const actors = [leader, presenter, member];
    await everybodyIn(actors, 'discussion');
    await presenter.page.getByRole('button', { name: 'I need to come in' }).click();
    const waiting = await newActor(browser, 'Dan', DESK);
    await askToComeIn(waiting, link('Dan'));
    await waiting.page.getByText('You are at the door').waitFor();
    await leader.page.getByText('Ben asks to come in.').first().waitFor();
    for (const { name, page } of [...actors, waiting]) expect(await barriersOn(page), name).toEqual([]);
    await focusIs(waiting, 'You are at the door');

    await leader.page.getByRole('button', { name: 'Hold', exact: true }).focus();
    await leader.page.keyboard.press('Enter');
    await leader.views.until('the hold', ({ course }) => typeof course.clock?.held === 'number');
    await focusIs(leader, 'Resume');
    await leader.page.getByRole('button', { name: 'Seen', exact: true }).focus();
    await leader.page.keyboard.press('Enter');
    await focusIs(leader, 'Ben asks to come in.');
    await leader.page.getByRole('button', { name: 'Let in Dan', exact: true }).focus();
    await leader.page.keyboard.press('Enter');
    await focusIs(leader, 'At the door');
    await focusIs(waiting, 'Thursday group');
  });

  test('[PG10] the presenter’s focus goes to the state line when the microphone’s button goes', async () => {
    await goOn(leader, 'return');
    await presenter.page.getByRole('button', { name: /Open my microphone/ }).focus();
    await leader.page.getByRole('button', { name: 'Back', exact: true }).click();
    await presenter.views.until('sitting back', ({ you }) => you.seats[0].comeIn !== null);
    await focusIs(presenter, 'You are');
  });

  test('[PG10] who leaves is led to the last page, and back', async () => {
    await member.page.getByRole('button', { name: 'Leave', exact: true }).click();
    await member.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await focusIs(member, 'You have left the circle');
    await member.page.getByRole('button', { name: 'Come back' }).click();
    await focusIs(member, 'Thursday group');
  });

  test('[HT13] nothing on the way broke the page’s own rules', () => {
    expect([leader, presenter, member].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
