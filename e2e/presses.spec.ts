// Hurried hands at every button: a double or triple tap, and a key held down or pressed twice, is one press.

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  askToComeIn,
  choosePresenter,
  comeIn,
  goOn,
  later,
  linkTo,
  newActor,
  pressTwice,
} from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1280, height: 720 } };
/** Milliseconds that a press of a hurried hand takes. */
const PRESS = 80;
/** Milliseconds after which two presses are two, where the first one has brought another button. */
const APART_ELSEWHERE = 1_100;
/** How often a key that is held down says so. */
const HELD = 6;

type Way = readonly [name: string, press: (button: Locator) => Promise<void>];
const WAYS: readonly Way[] = [
  ['a double click', (button) => button.dblclick({ delay: PRESS })],
  ['three taps', (button) => button.click({ clickCount: 3, delay: PRESS })],
  [
    'Enter held down',
    async (button) => {
      const { keyboard } = button.page();
      await button.focus();
      for (let time = 0; time < HELD; time++) await keyboard.down('Enter');
      await keyboard.up('Enter');
    },
  ],
  [
    'Enter pressed twice',
    async (button) => {
      await button.focus();
      await pressTwice(button.page(), 'Enter');
    },
  ],
];

describe('one press of hurried hands', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const button = ({ page }: Actor, name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    leader = await newActor(browser, 'Ada', DESK);
    member = await newActor(browser, 'Ben', DESK);
    await comeIn(leader, link('Ada'));
    await comeIn(member, link('Ben'));
    await session.enter('Cleo');
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Cleo');
    await goOn(leader, 'presentation');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test.each(WAYS)('[PG60] %s sends one command and never its opposite', async (_, press) => {
    // There and back: between the two presses of one button the others are pressed.
    const asked: readonly (readonly [Actor, string | RegExp, string])[] = [
      [leader, /^Hold$/, 'hold'],
      [leader, '2 min more for this phase', 'extend'],
      [member, /Raise my hand/, 'raiseHand'],
      [leader, 'Open the door', 'openDoor'],
      [leader, /^Resume$/, 'resume'],
      [member, /Lower my hand/, 'lowerHand'],
      [leader, 'Let them speak: the members', 'openVoice'],
      [leader, 'Close the door', 'closeDoor'],
      [leader, 'Close their microphones: the members', 'openVoice'],
    ];
    const wrong: string[] = [];
    for (const [actor, name, command] of asked) {
      const before = actor.views.sent.length;
      await press(button(actor, name));
      await until(command, () => actor.views.sent.length > before);
      await later(actor);
      const sent = actor.views.sent.slice(before);
      if (sent.join() !== command) wrong.push(`${String(name)}: ${sent.join()}`);
      // What went wrong is put right, so that the next one begins as it should.
      if (sent.length % 2 === 0 && command !== 'extend') await button(actor, name).click();
    }
    expect(wrong).toEqual([]);
  });

  test.each(WAYS)('[PG60] %s turns microphone, camera and picture once', async (_, press) => {
    const wrong: string[] = [];
    await goOn(leader, 'questions');
    await member.views.until('a voice', ({ you }) => you.may.microphone);
    const turn = async (...turns: (readonly [off: RegExp, on: RegExp])[]): Promise<void> => {
      for (const [off, on] of [...turns, ...turns.map(([a, b]) => [b, a] as const)]) {
        await button(member, off).waitFor();
        await press(button(member, off));
        await later(member);
        if (await button(member, on).isVisible()) continue;
        wrong.push(String(off));
        await button(member, off).click();
      }
    };
    await turn([/Close my microphone/, /Open my microphone/], [/Turn my camera off/, /Turn my camera on/]);
    expect(wrong).toEqual([]);
  });

  test.each(WAYS)(
    '[PG60, MO1] %s opens the menu, chooses one thing there, and opens it no more',
    async (_, press) => {
      const { page } = member;
      const more = button(member, /^More/);
      const menu = page.getByRole('menu');
      for (const [now, then] of [
        [/Hide my picture/, /Show my picture/],
        [/Show my picture/, /Hide my picture/],
      ] as const) {
        await press(more);
        await later(member, APART_ELSEWHERE);
        await press(menu.getByRole('menuitem', { name: now }));
        await later(member, APART_ELSEWHERE);
        expect([await menu.count(), await page.getByRole('dialog').count()]).toEqual([0, 0]);
        await more.click();
        await menu.getByRole('menuitem', { name: then }).waitFor();
        await page.keyboard.press('Escape');
        await later(member, APART_ELSEWHERE);
      }
    },
  );

  test('[KY1] a shortcut pressed twice in a moment turns microphone, camera or hand once', async () => {
    const { page } = member;
    const twice = async (key: string): Promise<void> => {
      await later(member);
      await pressTwice(page, key, 'Alt');
      await later(member);
    };
    await twice('KeyM');
    await button(member, /Open my microphone/).waitFor();
    await twice('KeyM');
    await button(member, /Close my microphone/).waitFor();
    await twice('KeyC');
    await button(member, /Turn my camera on/).waitFor();
    await goOn(leader, 'questions');
    await leader.page.getByRole('button', { name: 'Back', exact: true }).click();
    await member.views.until('a hand to raise', ({ course }) => course.kind === 'presentation');
    await twice('KeyH');
    await button(member, /Lower my hand/).waitFor();
    await twice('KeyC');
  });

  test.each(WAYS)('[PG60] %s on what asks a question first does not answer it', async (_, press) => {
    const wrong: string[] = [];
    for (const [actor, name, command, undo] of [
      [leader, 'End…', 'endSession', 'Keep the session open'],
      [member, 'Leave', 'leave', 'Come back'],
    ] as const) {
      const before = actor.views.sent.length;
      await press(button(actor, name));
      await later(actor, APART_ELSEWHERE);
      if (actor.views.sent.slice(before).includes(command)) {
        wrong.push(name);
        await button(actor, undo).click();
      } else {
        await actor.page.getByRole('dialog').waitFor();
        await actor.page.keyboard.press('Escape');
      }
      await button(actor, name).waitFor();
    }
    expect(wrong).toEqual([]);
  });

  test('[PG60] Enter held down in the name of a new link makes one link', async () => {
    const { page, views } = leader;
    await page.getByText(/^Links/).click();
    const before = views.sent.length;
    await page.getByRole('textbox', { name: 'Name' }).fill('Fay');
    for (let time = 0; time < HELD; time++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.getByText('New link: Fay.', { exact: true }).waitFor();
    await later(leader);
    expect(views.sent.slice(before)).toEqual(['addInvitation']);
  });

  test.each(WAYS)('[PG60] %s presses nothing of the page that it leads to', async (_, press) => {
    await button(member, 'Leave').click();
    await later(member, APART_ELSEWHERE);
    await press(member.page.getByRole('dialog').getByRole('button', { name: 'Leave' }));
    await button(member, 'Come back').waitFor();
    await later(member, APART_ELSEWHERE);
    await button(member, 'Come back').click();
    await button(member, 'Leave').waitFor();
    const guest = await newActor(browser, 'Cleo', DESK);
    await askToComeIn(guest, link('Cleo'));
    await button(guest, 'Go away again').click();
    await button(guest, 'Ask again').click();
    const ask = button(guest, 'Ask to come in');
    await ask.waitFor();
    const promises = guest.page.getByRole('group', { name: 'What we promise' }).getByRole('checkbox');
    for (const promise of await promises.all()) await promise.check();
    await press(ask);
    await button(guest, 'Go away again').waitFor();
    await later(guest, APART_ELSEWHERE);
    expect(await button(guest, 'Go away again').isVisible()).toBe(true);
    await guest.device.close();
  });
});
