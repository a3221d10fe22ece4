// Another microphone or camera, once the lobby is behind one: at the door, in the circle, and where one has failed.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  askToComeIn,
  chooseMore,
  choosePresenter,
  comeIn,
  goOn,
  linkTo,
  newActor,
} from './cast.ts';
import type { WithEars } from './ears-in-page.ts';
import { hearsAll } from './page-ears.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const DESK = { viewport: { width: 1024, height: 768 } };

/** What a page sends of one kind: the devices that its senders capture with. */
const sendsFrom = (page: Page, kind: 'audio' | 'video'): Promise<readonly (string | undefined)[]> =>
  page.evaluate((kind) => {
    const { connections } = (globalThis as unknown as WithEars).ears;
    return connections
      .filter((one) => one.connectionState !== 'closed')
      .flatMap((one) => one.getSenders())
      .flatMap(({ track }) => (track?.kind === kind && track.readyState === 'live' ? [track] : []))
      .map((track) => track.getSettings().deviceId);
  }, kind);

/** The tracks that a page plays of somebody. */
const playedOf = (page: Page, identity: string): Promise<readonly string[]> =>
  page
    .locator(`audio[data-identity="${identity}"]`)
    .evaluateAll((all) =>
      (all as HTMLAudioElement[]).flatMap(({ srcObject }) =>
        srcObject instanceof MediaStream ? srcObject.getTracks().map(({ id }) => id) : [],
      ),
    );

/** Chooses the nth device that the list names, and gives its id. */
const chooseNth = async (page: Page, list: string, index: number): Promise<string> => {
  const choice = page.getByRole('combobox', { name: list });
  await until(`a list of ${list}s`, async () => (await choice.locator('option').count()) > index);
  return (await choice.selectOption({ index }))[0] ?? '';
};

describe('devices', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let member: Actor;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const identity = (): string => member.views.room().you.media?.identity ?? '';

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser({ flags: ['--use-fake-device-for-media-stream=device-count=3'] });
    session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    leader = await newActor(browser, 'Ada', DESK);
    member = await newActor(browser, 'Ben', DESK);
    // One device that another program holds, as soon as the test says so.
    await member.page.addInitScript(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const { busy } = globalThis as unknown as { busy?: string };
        if (busy !== undefined && JSON.stringify(wish).includes(busy))
          throw new DOMException('in use', 'NotReadableError');
        return real(wish);
      };
    });
    await comeIn(leader, link('Ada'));
    await comeIn(member, link('Ben'));
    await hearsAll(leader.page, [identity()]);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[VO11] another microphone and camera are sent as the same track, and heard', async () => {
    const { page } = member;
    const before = await playedOf(leader.page, identity());
    await chooseMore(member, /^Devices$/);
    for (const [list, kind] of [
      ['Microphone', 'audio'],
      ['Camera', 'video'],
    ] as const) {
      const wanted = await chooseNth(page, list, 2);
      await until(`${list} ${wanted}`, async () => (await sendsFrom(page, kind)).includes(wanted));
      expect(new Set(await sendsFrom(page, kind))).toEqual(new Set([wanted]));
    }
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await hearsAll(leader.page, [identity()]);
    expect(await playedOf(leader.page, identity())).toEqual(before);
  });

  test('[VO11] one that is busy is said, and another one is heard', async () => {
    const { page } = member;
    await chooseMore(member, /^Devices$/);
    const options = page.getByRole('combobox', { name: 'Microphone' }).locator('option');
    await until('a list', async () => (await options.count()) > 2);
    const busy = (await options.nth(1).getAttribute('value')) ?? '';
    await page.evaluate((busy) => Object.assign(globalThis, { busy }), busy);
    await chooseNth(page, 'Microphone', 1);
    await page.getByRole('dialog').getByText('We cannot hear your microphone').waitFor();
    await until('no sound that is sent', async () => (await sendsFrom(page, 'audio')).length === 0);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await chooseMore(member, /^Choose another$/);
    await chooseNth(page, 'Microphone', 2);
    await page.getByRole('dialog').getByText('We cannot hear your microphone').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await hearsAll(leader.page, [identity()]);
  });

  test('[VO11] at the door there is a choice; sitting back, of the camera only', async () => {
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'discussion');
    await member.views.until('sitting back', ({ you }) => you.seats[0].comeIn !== null);
    const { page } = member;
    await chooseMore(member, /^Devices$/);
    await page.getByRole('dialog').getByRole('combobox', { name: 'Camera' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Microphone' }).count()).toBe(0);

    const waiting = await newActor(browser, 'Cleo', DESK);
    await askToComeIn(waiting, link('Cleo'));
    await waiting.page.getByText('You are at the door').waitFor();
    const wanted = await chooseNth(waiting.page, 'Microphone', 2);
    expect(await waiting.page.evaluate(() => sessionStorage.getItem('tele-balint:devices'))).toContain(
      wanted,
    );
  });
});
