// Proof: two sites of several people at one camera each. Whoever must be silent silences their site, but where the presenter sits
// apart, or has gone on with a device of their own.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  askToComeIn,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  newActor,
  openRoom,
  press,
  pressNext,
} from './cast.ts';
import { mustHear } from './hearing.ts';
import { soundSent } from './page-ears.ts';
import { startPages } from './pages.ts';
import { askTogether, sitsDown } from './site-cast.ts';
import type { Stack } from './stack.ts';

/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;

/** Each camera is called by the last of those who sit there: so the circle names who is heard. */
type Camera = 'Ada' | 'Kofi' | 'Rob' | 'Claire';

describe('two sites of several people', () => {
  let stack: Stack;
  let browser: Browser;
  let open: string;
  let ada: Actor;
  let york: Actor;
  let leeds: Actor;
  let own: Actor | null = null;
  const everybody = (): readonly Actor[] => [ada, york, leeds, ...(own ? [own] : [])];

  /** Two at one camera, whom a leader lets in as a whole. */
  const comeTogether = async (called: Camera, site: string, first: string): Promise<Actor> => {
    const actor = await askTogether(browser, open, site, [first, called]);
    await ada.page.getByRole('button', { name: `Let in ${first} and ${called}`, exact: true }).click();
    await sitsDown(actor);
    return actor;
  };

  /** Measures who is heard by everybody else. */
  const heard = async (when: string, ...speakers: readonly Camera[]): Promise<void> => {
    await Promise.all(
      everybody().map(({ views }) => views.until('a confirmed right', (view) => view.you.confirmed)),
    );
    await pause(ON_ITS_WAY);
    const names = everybody().map(({ name }) => name);
    const wanted = Object.fromEntries(
      names.map((name) => [name, speakers.filter((one) => one !== name).sort()]),
    );
    await mustHear(everybody(), wanted, when);
  };
  const pressed = (actor: Actor, name: string | RegExp) =>
    actor.page.getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    browser = await launchBrowser();
    ada = await newActor(browser, 'Ada');
    const links = await openRoom(ada, stack.url, { leader: 'Ada', members: ['Ben'], protectStory: true });
    ({ open } = links);
    await comeIn(ada, links.leader);
    york = await comeTogether('Kofi', 'York', 'Claire');
    leeds = await comeTogether('Rob', 'Leeds', 'Amina');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[SI30] five people are heard by three microphones, and one floor opens that of its site', async () => {
    expect(ada.views.room().ears).toHaveLength(5);
    await goOn(ada, 'call');
    await choosePresenter(ada, 'Claire');
    await goOn(ada, 'presentation');
    await everybodyIn(everybody(), 'presentation');
    await heard('presentation', 'Ada', 'Kofi');
    await press(leeds, /Raise my hand/);
    await pressed(leeds, 'Raise the hand of Rob');
    await pressed(ada, 'Give the floor to Rob');
    await leeds.views.until('the floor', ({ you }) => you.may.microphone);
    await heard('the floor of Rob', 'Ada', 'Kofi', 'Rob');
  });

  test('[SI30] a site is told, and silent in push-back; it is heard while its presenter sits apart', async () => {
    await goOn(ada, 'questions');
    await york.page.getByText('When Claire sits back, the microphone of York rests').waitFor();
    await heard('questions', 'Ada', 'Kofi', 'Rob');
    const { turn } = ada.views.room().course;
    await pressed(ada, /^Next: /);
    expect(await ada.page.getByRole('dialog').textContent()).toContain('share one microphone');
    await pressed(ada, 'Go on to Push-back');
    await ada.views.until('push-back', ({ course }) => course.turn > turn);
    await everybodyIn(everybody(), 'pushBack');
    await york.page.getByText('Nobody can hear any of you.').first().waitFor();
    expect(await york.page.getByRole('button', { name: /Open my microphone/ }).count()).toBe(0);
    await heard('push-back', 'Ada', 'Rob');
    await pressed(ada, 'Claire sits apart…');
    await pressed(ada, 'Yes, Claire sits apart');
    await york.views.until('a right to speak', ({ you }) => you.may.microphone);
    await press(york, /Open my microphone/);
    await heard('push-back, Claire apart', 'Ada', 'Kofi', 'Rob');
    await pressed(ada, 'York listens after all');
    await york.views.until('silence', ({ you }) => !you.may.microphone);
    await heard('push-back, York listening', 'Ada', 'Rob');
  });

  test('[SI30] a presenter with a device of their own is silent, their site speaks, and both do after the return', async () => {
    const comer = await newActor(browser, 'Claire');
    await askToComeIn(comer, open);
    await ada.page
      .getByRole('button', { name: 'Let in as Claire of York, with a device of their own' })
      .click();
    await comer.views.until('a place in the circle', (view) => view.you.media !== null);
    own = comer;
    await york.views.until('a right to speak', ({ you }) => you.may.microphone && you.seats.length === 1);
    await press(york, /Open my microphone/);
    await heard('push-back, Claire at a device of her own', 'Ada', 'Kofi', 'Rob');
    expect(await soundSent(own.page)).toBe(0);
    expect(await own.page.getByRole('button', { name: /Open my microphone/ }).count()).toBe(0);
    await pressNext(ada);
    await goOn(ada, 'return');
    await press(own, /Open my microphone/);
    await heard('return', 'Ada', 'Claire', 'Kofi', 'Rob');
    expect(everybody().flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
