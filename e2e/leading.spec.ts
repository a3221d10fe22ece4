// The leaders' buttons: each is pressed in a real page, and seen at another person's page.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomView } from '@tele-balint/shared/view/view';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  askToComeIn,
  chooseMore,
  choosePresenter,
  comeIn,
  goOn,
  later,
  linkTo,
  newActor,
  openRoom,
  press,
} from './cast.ts';
import { type OpenedSession, openSession } from './people.ts';
import { startPages } from './pages.ts';
import { DRAWER, NOTICES, SEAT } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 } };
const COPYING = { ...DESK, permissions: ['clipboard-read', 'clipboard-write'] };
/** Naming one permission takes all others away. */
const NO_COPYING = { ...DESK, permissions: ['microphone'] };
/** Milliseconds that "+ 2 min" gives. */
const TWO_MINUTES = 120_000;

const button = ({ page }: Actor, name: RegExp | string): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const pressed = (actor: Actor, name: RegExp | string): Promise<void> => button(actor, name).click();
const reads = async ({ page }: Actor, words: string): Promise<void> =>
  page.getByText(words).filter({ visible: true }).first().waitFor();
const gone = (target: Locator): Promise<void> => target.waitFor({ state: 'detached' });
/** The tile of somebody, as a screen reader reads it. */
const tile = ({ page }: Actor, words: RegExp): Locator =>
  page.locator(SEAT).filter({ has: page.locator(':scope > span', { hasText: words }) });
const hands = ({ page }: Actor): Locator => page.getByRole('region', { name: /^Hands/ });
const endOf = ({ views }: Actor): number => views.room().course.clock?.endsAt ?? 0;

describe('the leaders’ buttons', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let second: Actor;
  let presenter: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const all = (): readonly Actor[] => [leader, second, presenter, member];
  const everybody = (what: string, fits: (view: RoomView) => boolean): Promise<unknown> =>
    Promise.all(all().map(({ views }) => views.until(what, fits)));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, {
      Ada: 'leader',
      Bo: 'coLeader',
      Ben: 'member',
      Cleo: 'member',
      Dan: 'member',
      Eve: 'member',
    });
    leader = await newActor(browser, 'Ada', DESK);
    second = await newActor(browser, 'Bo', DESK);
    presenter = await newActor(browser, 'Ben', PHONE);
    member = await newActor(browser, 'Cleo', PHONE);
    for (const actor of all()) await comeIn(actor, link(actor.name));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LE10] the door closes and opens for all; "at the next phase" and "not today" reach who waits; the other leader sees the backup', async () => {
    await pressed(leader, 'Close the door');
    await reads(member, 'Door closed');
    const [dan, eve] = [await newActor(browser, 'Dan', PHONE), await newActor(browser, 'Eve', PHONE)];
    await Promise.all([dan, eve].map((guest) => askToComeIn(guest, link(guest.name))));
    await pressed(leader, 'Let in Dan at the next phase');
    await reads(dan, 'A leader has seen you and lets you in when the next phase begins.');
    await reads(second, 'comes in at the next phase');
    await pressed(leader, 'Not today for Eve');
    await reads(eve, 'The group cannot let you in today');
    await gone(button(second, 'Let in Eve'));
    await goOn(leader, 'call');
    await dan.views.until('a place', ({ you }) => you.media !== null);
    await Promise.all([dan.device.close(), eve.device.close()]);
    await pressed(leader, 'Open the door');
    await reads(member, 'Door open');
    await leader.page.getByRole('combobox', { name: /^Backup/ }).selectOption({ label: 'Cleo' });
    await pressed(leader, 'Ask Cleo to be the backup');
    await reads(second, 'Cleo has been asked to be the backup');
  });

  test('[LE10, KY1] a hand goes up and down, by button and by Alt+H, the floor is given and taken back, the members’ voice is opened and closed', async () => {
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'presentation');
    await reads(member, 'You are listening');
    await press(member, /Raise my hand/);
    await hands(second).getByText('Cleo').waitFor();
    await press(member, /Lower my hand/);
    await gone(hands(second).getByText('Cleo'));
    // The key does what the button does, so the member's own page must have seen it too.
    await member.page.getByRole('button', { name: /Raise my hand/ }).waitFor();
    await member.page.keyboard.press('Alt+KeyH');
    await hands(second).getByRole('button', { name: 'Give the floor to Cleo' }).click();
    await reads(member, 'You have the floor');
    await pressed(leader, 'Take back the floor from Cleo');
    await member.views.until('no right', ({ you }) => !you.may.microphone);
    await pressed(leader, 'Let them speak: the members');
    await member.views.until('a right', ({ you }) => you.may.microphone);
    await pressed(second, 'Close their microphones: the members');
    await member.views.until('no right', ({ you }) => !you.may.microphone);
  });

  test('[LE10] two minutes more are two minutes, hold stops the clock of all, back and a pressed step move all', async () => {
    const before = endOf(second);
    await pressed(leader, '2 min more for this phase');
    await second.views.until('a later end', () => endOf(second) !== before);
    expect(endOf(second) - before).toBe(TWO_MINUTES);
    await pressed(leader, 'Hold');
    await everybody('held', ({ course }) => typeof course.clock?.held === 'number');
    await reads(member, 'A short pause. We go on in a moment.');
    await pressed(second, 'Resume');
    await everybody('resumed', ({ course }) => course.clock?.held === null);
    await goOn(leader, 'questions');
    await pressed(leader, 'Back');
    await everybody('the step before', ({ course }) => course.kind === 'presentation');
    await leader.page
      .getByRole('list', { name: 'Go to a phase' })
      .getByRole('button', { name: /^Discussion/ })
      .click();
    await everybody('the pressed step', ({ course }) => course.kind === 'discussion');
  });

  test('[KY1] Alt+M and Alt+I do what the buttons do; a hidden picture is hidden from its owner only', async () => {
    await member.page.keyboard.press('Alt+KeyM');
    await tile(leader, /^Cleo.*microphone closed/).waitFor();
    await later(member);
    await member.page.keyboard.press('Alt+KeyM');
    await gone(tile(leader, /^Cleo.*microphone closed/));
    await presenter.page.keyboard.press('Alt+KeyI');
    await leader.views.until('the signal', (view) => view.leader?.ask?.seen === false);
    await pressed(presenter, 'Take it back');
    await leader.views.until('no signal', (view) => view.leader?.ask === null);
    await chooseMore(member, /^Hide my picture from myself$/);
    await reads(member, 'Hidden from you. The others see you.');
    await tile(leader, /^Cleo/).locator('video').waitFor();
    await later(member);
    await chooseMore(member, /^Show my picture to me$/);
    await tile(member, /^Cleo/).locator('video').waitFor();
  });

  test('[PR1] "I need to come in" stands at the leaders’ pages and nowhere else; "seen" and "bring back" reach the presenter', async () => {
    const before = member.views.room();
    await pressed(presenter, 'I need to come in');
    await Promise.all([leader, second].map((one) => reads(one, 'Ben asks to come in.')));
    await reads(presenter, 'The leaders have been told.');
    await pressed(second, 'Seen');
    await reads(presenter, 'The leaders have seen it.');
    await gone(button(leader, 'Seen'));
    expect(member.views.room()).toEqual(before);
    expect(await member.page.locator('body').textContent()).not.toContain('asks to come in');
    await pressed(leader, 'Bring Ben back');
    await member.views.until('the presenter in the ring', ({ course, places }) =>
      places.some(({ presenter: tells, sits }) => course.kind === 'return' && tells && sits === 'circle'),
    );
    await tile(member, /^Ben.*microphone closed/).waitFor();
    await button(presenter, /^Microphone ?, closed ?\. Open my microphone$/).waitFor();
  });

  test('[DR10] a link made in the room opens the lobby; a renewed one’s old link opens nothing', async () => {
    const { page } = leader;
    const fresh = page.locator(`${DRAWER} code`);
    const opened = async (address: string): Promise<Actor> => {
      const guest = await newActor(browser, 'Guest', PHONE);
      await guest.page.goto(address);
      return guest;
    };
    await page.getByText(/^Links/).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Fay');
    await pressed(leader, 'Make the link');
    await reads(leader, 'New link: Fay.');
    const made = (await fresh.textContent()) ?? '';
    const guest = await opened(made);
    const name = guest.page.getByRole('textbox', { name: 'Your name' });
    await name.waitFor();
    expect(await name.inputValue()).toBe('Fay');
    await guest.device.close();
    await pressed(leader, 'Renew the link: Fay');
    const renewed = await until('another link', async () => {
      const shown = await fresh.textContent();
      return shown !== made && shown;
    });
    await reads(await opened(made), 'This link does not open a place.');
    await (await opened(renewed)).page.getByRole('textbox', { name: 'Your name' }).waitFor();
  });

  test('[CM4] an end that one leader announced is told to all, and taken back by the other for all', async () => {
    await pressed(leader, 'End…');
    await pressed(leader, 'End in 60 seconds');
    await Promise.all(all().map((one) => reads(one, 'The session ends in')));
    await pressed(second, 'Keep the session open');
    await Promise.all(all().map(({ page }) => gone(page.locator(NOTICES).getByText('The session ends in'))));
    await everybody('no end', (view) => view.session.endsAt === null);
  });

  test('[HT13] no page broke its own rules on the way', () => {
    expect(all().flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual([]);
  });

  test('[ST6] each copy button copies exactly its own link or text, and where it may not says what to do', async () => {
    await Promise.all(all().map(({ device }) => device.close()));
    const setUp = { leader: 'Ada', members: ['Ben'], protectStory: true };
    const one = await newActor(browser, 'Ada', COPYING);
    const links = await openRoom(one, stack.url, setUp);
    const copies = async (name: string, text: string): Promise<void> => {
      await pressed(one, name);
      await until(`${name}: ${text}`, async () =>
        one.page.evaluate((wanted) => navigator.clipboard.readText().then((got) => got === wanted), text),
      );
    };
    const mail = await one.page.getByRole('textbox', { name: 'Text for a mail to the group' }).inputValue();
    expect(mail).toContain(links.open);
    await copies('Copy the link for Ada', links.leader);
    await button(one, 'Copied').waitFor();
    await copies('Copy the link for Ben', links.of('Ben'));
    await copies('Copy the open link', links.open);
    await copies('Copy the text', mail);
    const other = await newActor(browser, 'Bo', NO_COPYING);
    await openRoom(other, stack.url, setUp);
    await pressed(other, 'Copy the open link');
    await button(other, 'Select and copy by hand').waitFor();
  });
});
