// The pages around the circle: links that open nothing, places that somebody holds, and how one goes.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, askToComeIn, comeIn, letIn, linkTo, newActor, openRoom } from './cast.ts';
import { startPages } from './pages.ts';
import { begin, type Person, must, openSession } from './people.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1024, height: 768 } };
/** Milliseconds: the notice of an end is a minute, and all that is asked meanwhile takes time too. */
const ENDED_WITHIN = 90_000;

describe('the pages around the circle', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  let links: Awaited<ReturnType<typeof openRoom>>;
  let ending: { readonly leader: Person; readonly member: Actor; readonly link: string };
  const everybody: Actor[] = [];

  const person = async (name: string): Promise<Actor> => {
    const actor = await newActor(browser, name, DESK);
    everybody.push(actor);
    return actor;
  };
  const isTold = async ({ page }: Actor, sentence: string): Promise<void> =>
    page.getByText(sentence).first().waitFor();
  const opens = async (link: string): Promise<Actor> => {
    const actor = await person('Guest');
    await actor.page.goto(link);
    return actor;
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    // Its minute of notice runs while the other rules are tried.
    const session = await openSession(stack.url, { Zoe: 'leader', Yan: 'member' });
    const zoe = await session.enter('Zoe');
    const member = await person('Yan');
    const link = linkTo(stack.url, session.id, session.secretOf('Yan'));
    await comeIn(member, link);
    await begin(zoe);
    await must(zoe, { type: 'endSession' });
    ending = { leader: zoe, member, link };

    leader = await person('Ada');
    links = await openRoom(leader, stack.url, {
      leader: 'Ada',
      members: ['Ben', 'Cleo', 'Dan'],
      protectStory: true,
    });
    await comeIn(leader, links.leader);
  });
  afterAll(async () => {
    ending.leader.close();
    await browser.close();
    await stack.stop();
  });

  test('[ST1] an unknown link and half a link say what to do', async () => {
    await isTold(
      await opens(linkTo(stack.url, 'x'.repeat(24), 'y'.repeat(24))),
      'This link does not open a place. Please ask for it again.',
    );
    await isTold(await opens(links.open.split('#')[0] ?? ''), 'This link is not whole');
  });

  test('[PG18] a page whose part did not load says so, and loading it again leads on', async () => {
    const guest = await person('Guest');
    await guest.device.route('**/assets/SessionPage-*', (route) => route.abort());
    await guest.page.goto(links.open);
    await isTold(guest, 'This page could not go on');
    await guest.device.unroute('**/assets/SessionPage-*');
    await guest.page.getByRole('button', { name: 'Load again' }).click();
    await guest.page.getByRole('textbox', { name: 'Your name' }).waitFor();
  });

  test('[PG14] Firefox on the machine of the room is told so, and only Firefox', async () => {
    const other = 'Please open this link in another browser';
    const guest = await opens(links.open);
    await guest.page.getByRole('textbox', { name: 'Your name' }).waitFor();
    expect(await guest.page.getByText(other).count()).toBe(0);
    const fox = await newActor(browser, 'Fox', {
      ...DESK,
      userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/153.0',
    });
    everybody.push(fox);
    await fox.page.goto(links.open);
    await isTold(fox, other);
  });

  test('[DR10] a link that was taken back says so', async () => {
    await leader.page.getByText(/^Links/).click();
    await leader.page.getByRole('button', { name: 'Take back the link: Dan' }).click();
    await leader.page.getByText('Member, taken back').waitFor();
    await isTold(await opens(links.of('Dan')), 'This link was taken back.');
  });

  test('[LE17] a closed drawer shows one count of what calls for a leader, and stays closed', async () => {
    const { page } = leader;
    await page.getByRole('button', { name: 'Hide what only leaders see' }).click();
    const guest = await person('Kim');
    await askToComeIn(guest, links.open);
    const handle = page.getByRole('button', { name: 'Show what only leaders see. 1 calls for you' });
    await handle.waitFor();
    expect(await handle.textContent()).toBe('1');
    expect(await page.getByRole('button', { name: 'Let in Kim' }).count()).toBe(0);
    await handle.click();
    await page.getByRole('button', { name: 'Not today for Kim' }).click();
    await isTold(guest, 'The group cannot let you in today');
  });

  test('[FW1] who goes away from the door is told so, and may ask again', async () => {
    const guest = await person('Lou');
    await askToComeIn(guest, links.open);
    await guest.page.getByRole('button', { name: 'Go away again' }).click();
    await isTold(guest, 'You are no longer at the door');
    await guest.page.getByRole('button', { name: 'Ask again' }).click();
    await guest.page.getByRole('textbox', { name: 'Your name' }).waitFor();
  });

  test('[DR1, FW1] an open link waits at the door until a leader answers by name', async () => {
    const [guest, other] = [await person('Gus'), await person('Hal')];
    await askToComeIn(guest, links.open);
    await askToComeIn(other, links.open);
    await isTold(guest, 'You are at the door');
    await letIn(leader, 'Gus');
    await guest.views.until('a place', ({ you }) => you.media !== null);
    await leader.page.getByRole('button', { name: 'Not today for Hal' }).click();
    await isTold(other, 'The group cannot let you in today');
    await other.page.getByRole('button', { name: 'Ask again' }).click();
    await other.page.getByRole('textbox', { name: 'Your name' }).waitFor();
  });

  test('[DR8] who was removed is told so, and never comes in by that link again', async () => {
    const removed = await person('Cleo');
    await comeIn(removed, links.of('Cleo'));
    await leader.page.getByText('Everybody in the circle').click();
    await leader.page.getByRole('button', { name: 'Remove Cleo…' }).click();
    await leader.page.getByRole('button', { name: 'End this place' }).click();
    await isTold(removed, 'A leader has ended your place in this session');
    const again = await person('Cleo');
    await again.page.goto(links.of('Cleo'));
    await isTold(again, 'A leader has ended your place in this session');
  });

  test('[DR5] a second browser with the same leader’s link takes the place over after one question, and all are told', async () => {
    const ben = await person('Ben');
    await comeIn(ben, links.of('Ben'));
    const second = await person('Ada');
    await askToComeIn(second, links.leader);
    await second.page.getByRole('button', { name: 'Take the place over' }).click();
    await second.views.until('the place', ({ you }) => you.seats[0].leads && you.media !== null);
    await isTold(leader, 'Your place is open in another window');
    await isTold(ben, 'Ada has come in from another browser.');
    leader = second;
  });

  test('[DR11] leaving keeps the place: the same link in the same browser leads back to it', async () => {
    const ben = everybody.find(({ name }) => name === 'Ben')!;
    await ben.page.getByRole('button', { name: 'Leave' }).click();
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await isTold(ben, 'You have left the circle');
    const seat = leader.views.room().places.find(({ name }) => name === 'Ben')?.seat;
    await ben.page.goto('about:blank');
    await ben.page.goto(links.of('Ben'));
    const { you } = await ben.views.until('the place', (view) => view.you.media !== null);
    expect(you.seats[0].seat).toBe(seat);
  });

  test('[SC6, ST1] who left stays away when the network returns, and comes back by the link in the same tab', async () => {
    const ben = everybody.find(({ name }) => name === 'Ben')!;
    const isHere = (presence: string) => () =>
      leader.views.room().places.find(({ name }) => name === 'Ben')?.presence === presence;
    await ben.page.getByRole('button', { name: 'Leave' }).click();
    await ben.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await isTold(ben, 'You have left the circle');
    await until('Ben has left', isHere('left'));
    const opened: string[] = [];
    ben.page.on('websocket', (socket) => void opened.push(socket.url()));
    await ben.device.setOffline(true);
    await ben.device.setOffline(false);
    await ben.page.evaluate(() => dispatchEvent(new Event('online')));
    await isTold(ben, 'You have left the circle');
    expect(opened).toEqual([]);
    await ben.page.evaluate((link) => void (location.href = link), links.of('Ben'));
    await until('Ben is back', isHere('here'));
    expect(new URL(ben.page.url()).hash).toBe('');
  });

  test(
    '[FW2, SC5] the end says good-bye and what was kept; the link says that it is over, and is forgotten',
    { timeout: ENDED_WITHIN + 30_000 },
    async () => {
      const { page } = ending.member;
      await page.getByText('Thank you for today.').waitFor({ timeout: ENDED_WITHIN });
      await page.getByText('Nothing that was said was kept').click();
      await page.getByRole('heading', { name: 'What was never kept' }).waitFor();
      const words = await page.locator('main').innerText();
      expect(words).toContain('who was given the floor');
      expect(words).not.toContain('who spoke');
      const late = await opens(ending.link);
      await isTold(late, 'The session has ended.');
      const kept = () => late.page.evaluate(() => Object.values(sessionStorage).join());
      await until('nothing kept but that it is over', async () => (await kept()) === 'over');
    },
  );

  test('[HT13] no page broke its own rules on the way', () => {
    expect(everybody.flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual(
      [],
    );
  });
});
