// Proof: a microphone that ends or is changed in the midst of speaking is heard again, also where our server was away
// meanwhile; the gateway takes none of that for dishonest, and leaders are told of nobody.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, chooseMore, comeIn, linkTo, newActor, press } from './cast.ts';
import type { WithEars } from './ears-in-page.ts';
import { hearsAll } from './page-ears.ts';
import { goOnTo, must, openSession, type Person } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds until somebody is heard again, on a busy machine. */
const HEARD_WITHIN = 20_000;

/** What our server says where it asks a page to come anew. */
const ANEW = 'a stay from before our start';

/** The microphone's tracks that a page sends now. */
const sent = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    (globalThis as unknown as WithEars).ears.connections
      .filter((one) => one.connectionState !== 'closed')
      .flatMap((one) => one.getSenders())
      .flatMap(({ track }) => (track?.kind === 'audio' && track.readyState === 'live' ? [track.id] : [])),
  );

/** How many connections for sound and pictures a page has ever made: none is added where it goes on over those that it has. */
const made = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as WithEars).ears.connections.length);

/** Ends the microphone under the page. @param told whether the browser says so, as for a plug that is pulled */
const endMicrophone = (page: Page, told: boolean): Promise<void> =>
  page.evaluate((told) => {
    for (const one of (globalThis as unknown as WithEars).ears.connections)
      for (const { track } of one.getSenders())
        if (track?.kind === 'audio' && track.readyState === 'live') {
          track.stop();
          if (told) track.dispatchEvent(new Event('ended'));
        }
  }, told);

const chooseAnother = async (actor: Actor, index: number): Promise<void> => {
  const { page } = actor;
  await chooseMore(actor, /^Devices$/);
  const choice = page.getByRole('combobox', { name: 'Microphone' });
  await until('a list of microphones', async () => (await choice.locator('option').count()) > index);
  await choice.selectOption({ index });
  await page.getByRole('button', { name: 'Close', exact: true }).click();
};

describe('a member who has the floor', () => {
  let stack: Stack;
  let browser: Browser;
  let listener: Actor;
  let speaker: Actor;
  let leader: Person;
  /** Addresses of the signal over which something came. */
  let signals: Set<object>;

  const isHeard = (): Promise<void> =>
    hearsAll(listener.page, [speaker.views.room().you.media?.identity ?? ''], HEARD_WITHIN);
  const microphoneIsNot = async (before: readonly string[]): Promise<void> => {
    await until(
      'another track of the microphone',
      async () => (await sent(speaker.page)).some((one) => !before.includes(one)),
      HEARD_WITHIN,
    );
  };
  /**
   * A page that takes its signal up again with another microphone than before our start is asked to come anew, which is no
   * complaint: whether it takes it up at all, or comes anew by itself, depends on how busy it is. Nor is it one where a
   * busy page asks for a second place before its first one is free, is told to wait, and asks again.
   */
  const nobodyComplains = (): void => {
    expect(leader.room().leader?.disguised).toEqual([]);
    const said = linesSaid().filter((line) => !line.includes(ANEW));
    expect(said.join('\n')).not.toMatch(/"ends":true|refused|disguise|not what it is called/);
  };
  const linesSaid = (): readonly string[] => stack.server.output().split('\n');
  /** How often somebody was asked to come anew. */
  const askedAnew = (): number => linesSaid().filter((line) => line.includes(ANEW)).length;

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser({ flags: ['--use-fake-device-for-media-stream=device-count=3'] });
    const session = await openSession(stack.url, {
      Ada: 'leader',
      Bo: 'coLeader',
      Ben: 'member',
      Cleo: 'member',
    });
    const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
    listener = await newActor(browser, 'Ada');
    speaker = await newActor(browser, 'Cleo', { viewport: { width: 1024, height: 768 } });
    speaker.page.on('websocket', (socket) => {
      if (socket.url().includes('/sfu/')) socket.on('framereceived', () => signals.add(socket));
    });
    signals = new Set();
    for (const actor of [listener, speaker]) await comeIn(actor, link(actor.name));
    leader = await session.enter('Bo');
    const presenter = await session.enter('Ben');
    await goOnTo(leader, 'call');
    await must(leader, { type: 'choosePresenter', seat: presenter.room().you.seats[0].seat });
    await goOnTo(leader, 'presentation');
    await must(leader, { type: 'giveFloor', seat: speaker.views.room().you.seats[0].seat });
  });
  beforeEach(async () => {
    await speaker.views.until('the floor, confirmed', ({ you }) => you.may.microphone && you.confirmed);
    await isHeard();
    signals = new Set();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[RC25] another microphone is chosen: heard on, over the same connection', async () => {
    const [before, connections] = [await sent(speaker.page), await made(speaker.page)];
    const { identity } = speaker.views.room().you.media ?? {};
    await chooseAnother(speaker, 2);
    await microphoneIsNot(before);
    await isHeard();
    expect(speaker.views.room().you.media?.identity).toBe(identity);
    expect(await made(speaker.page), 'connections ever made').toBe(connections);
    expect(signals.size, 'connections of the signal').toBeLessThanOrEqual(1);
    nobodyComplains();
  });

  test('[RC25] its plug is pulled: heard on with the one that the browser takes', async () => {
    const [before, connections] = [await sent(speaker.page), await made(speaker.page)];
    await endMicrophone(speaker.page, true);
    await microphoneIsNot(before);
    await isHeard();
    expect(await made(speaker.page), 'connections ever made').toBe(connections);
    expect(signals.size, 'connections of the signal').toBeLessThanOrEqual(1);
    nobodyComplains();
  });

  const pulled = (): Promise<void> => endMicrophone(speaker.page, true);
  const another = (): Promise<void> => chooseAnother(speaker, 1);
  const closedAndOpened = async (): Promise<void> => {
    await press(speaker, /Close my microphone/);
    await endMicrophone(speaker.page, false);
    await press(speaker, /Open my microphone/);
  };
  test.each([
    ['the plug is pulled', pulled],
    ['another microphone is chosen', another],
    ['it is closed, ends and is opened again', closedAndOpened],
  ])(
    '[RC25] our server is killed, and before it is back %s: heard again, and nobody is accused',
    async (_, happens) => {
      const [before, connections, asked] = [await sent(speaker.page), await made(speaker.page), askedAnew()];
      await stack.server.kill();
      const killed = performance.now();
      await happens();
      await stack.server.start();
      await until('a view for the speaker', () => speaker.views.last().at > killed, HEARD_WITHIN);
      await speaker.views.until('confirmed rights', ({ you }) => you.may.microphone && you.confirmed);
      await microphoneIsNot(before);
      await isHeard();
      await until('the signal to be back', () => signals.size > 0, HEARD_WITHIN);
      await speaker.views.until('confirmed rights', ({ you }) => you.may.microphone && you.confirmed);
      await isHeard();
      // Whoever was asked to come anew has a stay that our server has seen whole: they are not asked again.
      expect(askedAnew() - asked, 'times that it was asked to come anew').toBeLessThanOrEqual(1);
      console.info(
        `came back with ${(await made(speaker.page)) - connections} new connections, asked to come anew ${askedAnew() - asked} times`,
      );
      nobodyComplains();
    },
  );

  test('[RC25, GW20] the floor is taken and given anew after that: heard again, and nobody is accused', async () => {
    const { seat } = speaker.views.room().you.seats[0];
    for (let round = 0; round < 2; round += 1) {
      await must(leader, { type: 'takeFloor', seat });
      await speaker.views.until('the end of the floor', ({ you }) => !you.may.microphone && you.confirmed);
      await until('a closed microphone', async () => (await sent(speaker.page)).length === 0, HEARD_WITHIN);
      await must(leader, { type: 'giveFloor', seat });
      await isHeard();
    }
    // A busy page whose signal came too late for it tries again.
    expect(signals.size, 'connections of the signal: the one before, and once anew').toBeLessThanOrEqual(4);
    expect(leader.room().leader?.disguised).toEqual([]);
  });
});
