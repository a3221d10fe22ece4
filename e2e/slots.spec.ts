// Nothing moves under a finger, and what calls for its owner is told: state line, own controls, leaders' buttons.

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  openRoom,
  press,
} from './cast.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import { CONTROLS, DRAWER, LEADERS_BAR, NOTICES, STATE } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { forgetWords, rememberWords, wordsSeen } from './words-seen.ts';

const DESK = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const;
const SIZES = [
  '1366x768',
  '1280x720',
  '1024x768',
  '820x1180',
  '390x844',
  '320x640',
  '844x390',
  '667x375',
] as const;
/** Where the state line has two lines and no more. */
const TWO_LINES = ['1366x768', '1280x720', '1024x768', '820x1180'] as const;
const MICROPHONE = '[data-control="microphone"]';
/** 60 letters without a space. */
const LONG = 'Wilhelmina'.repeat(6);

const sized = async ({ page }: Actor, size: string): Promise<void> => {
  const [width, height] = size.split('x').map(Number) as [number, number];
  await page.setViewportSize({ width, height });
  await page.waitForFunction((wide) => innerWidth === wide, width);
};

/** Where each button stands, by its icon or words: its middle, and from where to where, in px. */
const slotsIn = ({ page }: Actor, part: string): Promise<Readonly<Record<string, readonly number[]>>> =>
  page.evaluate((selector) => {
    const slots: Record<string, readonly number[]> = {};
    for (const button of document.querySelectorAll<HTMLElement>(`${selector} button`)) {
      if (!button.checkVisibility({ visibilityProperty: true })) continue;
      const name = button.dataset['control'] ?? button.textContent.trim().split(/[\s:]/)[0] ?? '';
      const { left, top, width, height } = button.getBoundingClientRect();
      slots[name] = [left, top, width, height].map(Math.round);
    }
    return slots;
  }, part);

describe('slots, and words that call', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let presenter: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const actor = async (name: string, options: BrowserContextOptions = DESK): Promise<Actor> => {
    const one = await newActor(browser, name, options);
    await rememberWords(one.page, [STATE]);
    await comeIn(one, link(name));
    return one;
  };
  const reads = ({ page }: Actor, part: string, words: string): Promise<void> =>
    page.locator(part).getByText(words).first().waitFor();

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    leader = await actor('Ada');
    presenter = await actor('Ben');
    member = await actor('Cleo');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[CO12] whoever is chosen to present is told, and nobody else', async () => {
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await reads(presenter, NOTICES, 'You have been chosen');
    await presenter.page
      .getByText('You have been chosen: you present the case.')
      .nth(1)
      .waitFor({ state: 'attached' });
    await goOn(leader, 'presentation');
    await presenter.page.locator(NOTICES).getByText('You have been chosen').waitFor({ state: 'detached' });
    expect(await member.page.locator('body').innerText()).not.toContain('You have been chosen');
  });

  test('[VO1] a resting microphone that is pressed shows why beside it, by button and by key', async () => {
    await reads(member, STATE, 'is telling the case.');
    const marked = member.page.locator(`${STATE}[data-marked]`);
    expect(await marked.count()).toBe(0);
    await member.page.locator(MICROPHONE).click({ force: true });
    await marked.getByText('is telling the case. Raise a hand if you need to.').waitFor();
    await marked.waitFor({ state: 'detached' });
    await member.page.keyboard.press('Alt+KeyM');
    await marked.waitFor();
  });

  test('[VO15] a microphone that opens by itself says so, and one that its owner opens does not', async () => {
    await goOn(leader, 'questions');
    await reads(member, `${STATE}[data-marked]`, 'Your microphone is open');
    await member.page.getByText('Your microphone is open.').waitFor({ state: 'attached' });
    await reads(member, STATE, 'You may speak');
    await forgetWords(member.page);
    await press(member, /Close my microphone/);
    await reads(member, STATE, 'You closed it.');
    await press(member, /Open my microphone/);
    await reads(member, STATE, 'You may speak');
    expect((await wordsSeen(member.page, STATE)).join()).not.toContain('Your microphone is open');
  });

  test('[LE62] no control moves where another comes or goes, at any size; the state line has two lines', async () => {
    const before = new Map<string, Awaited<ReturnType<typeof slotsIn>>>();
    const stays = async (who: Actor, what: string): Promise<void> => {
      for (const size of SIZES) {
        await sized(who, size);
        const now = await slotsIn(who, CONTROLS);
        const known = before.get(size + who.name) ?? now;
        before.set(size + who.name, { ...known, ...now });
        for (const [name, slot] of Object.entries(now)) {
          const [left, top, width] = slot;
          const [x = left, y = top, wide = width] = known[name] ?? [];
          expect([name, left, top, width], `${who.name}, ${what}, ${size}`).toEqual([name, x, y, wide]);
        }
        if (!TWO_LINES.some((one) => one === size)) continue;
        const height = await who.page
          .locator(`${STATE} > div`)
          .evaluate((it) => it.getBoundingClientRect().height);
        expect(height, `${who.name}, ${what}, ${size}`).toBeLessThan(44);
      }
      await sized(who, '1280x720');
    };
    await stays(presenter, 'questions');
    await stays(member, 'questions');
    await leader.page.getByRole('button', { name: 'Back', exact: true }).click();
    await everybodyIn([presenter, member], 'presentation');
    await stays(presenter, 'presentation');
    await stays(member, 'presentation');
    await goOn(leader, 'discussion');
    await reads(presenter, STATE, 'You can simply listen.');
    await stays(presenter, 'sitting back');
    await presenter.page.getByRole('button', { name: 'I need to come in' }).click();
    await presenter.page.getByRole('button', { name: 'Take it back' }).waitFor();
    await stays(presenter, 'called');
    await stays(leader, 'discussion');
    await goOn(leader, 'return');
    await press(presenter, /Open my microphone/);
    await reads(presenter, STATE, 'You may speak');
    await stays(presenter, 'back again');
  });

  test('[LE61, LE62] closing has a main action in the place of "Next", which asks; no button of the bar moves', async () => {
    const before = await slotsIn(leader, LEADERS_BAR);
    await goOn(leader, 'closing');
    const end = leader.page.locator(LEADERS_BAR).getByRole('button', { name: 'End the session…' });
    await end.waitFor();
    await leader.views.until('the end of the rest', (view) => view.leader?.rests === false);
    const now = await slotsIn(leader, LEADERS_BAR);
    for (const name of ['Back', 'Hold', '2']) expect(now[name], name).toEqual(before[name]);
    expect(now['End']).toEqual(before['Next']);
    await end.click();
    await leader.page.getByRole('dialog').getByRole('button', { name: 'End in 60 seconds' }).click();
    await reads(member, NOTICES, 'The session ends in');
    await end.waitFor({ state: 'detached' });
  });

  test('[PG20, LE60] one press lets in all who stand there, and long names push no button out', async () => {
    await Promise.all([leader, presenter, member].map(({ device }) => device.close()));
    const links = await (async () => {
      leader = await newActor(browser, 'Ada', DESK);
      const room = { leader: 'Ada', members: [], protectStory: true };
      const opened = await openRoom(leader, stack.url, room);
      await comeIn(leader, opened.leader);
      return opened;
    })();
    const guests: Actor[] = [];
    for (const name of [LONG, 'Zoe', 'Wim']) {
      const guest = await newActor(browser, name, DESK);
      guests.push(guest);
      await askToComeIn(guest, links.open);
      await leader.page.getByRole('button', { name: `Let in ${name}`, exact: true }).waitFor();
    }
    for (const size of ['1280x720', '1366x768']) {
      await sized(leader, size);
      const out = await leader.page.locator(DRAWER).evaluate((drawer) => {
        const { left, right } = drawer.getBoundingClientRect();
        return [...drawer.querySelectorAll('button')]
          .filter(
            (one) => one.getBoundingClientRect().right > right || one.getBoundingClientRect().left < left,
          )
          .map((one) => one.textContent);
      });
      expect(out, size).toEqual([]);
    }
    await leader.page.getByRole('button', { name: `Let all in: ${LONG}, Zoe, and Wim`, exact: true }).click();
    await leader.views.until('all three', ({ places }) => places.length === 4);
    await until('three answers', () => leader.views.sent.filter((type) => type === 'admit').length === 3);
    await leader.page.locator(DRAWER).getByText('Let all in').first().waitFor({ state: 'detached' });
  });
});
