// Proof: a normal evening of a hospital, two leaders and three sites of four. Who hears whom in each step of a case.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  chooseMore,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  later,
  linkTo,
  newActor,
  press,
} from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { startPages } from './pages.ts';
import { openSession } from './people.ts';
import { askTogether, sitsDown } from './site-cast.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;

/** Their links are each in one person's name; the circle names who is heard by the last of a camera. */
const SITES = {
  York: ['Claire', 'Kofi', 'Elena', 'Sam'],
  Leeds: ['Amina', 'Rob', 'Sunita', 'Noor'],
  Hull: ['Max', 'Ines', 'Tom', 'Jo'],
} as const;

describe('two leaders and three sites of four', () => {
  let stack: Stack;
  let browser: Browser;
  let ada: Actor;
  let bo: Actor;
  let york: Actor;
  let leeds: Actor;
  let hull: Actor;
  const everybody = (): readonly Actor[] => [ada, bo, york, leeds, hull];

  const heard = async (when: string, ...speakers: readonly Actor[]): Promise<void> => {
    await Promise.all(
      everybody().map(({ views }) => views.until('a confirmed right', (view) => view.you.confirmed)),
    );
    await pause(ON_ITS_WAY);
    const names = (actors: readonly Actor[]) => actors.map(({ name }) => name);
    await mustHear(everybody(), hearingOf(names(everybody()), names(speakers)), when);
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, {
      Ada: 'leader',
      Bo: 'coLeader',
      Claire: 'member',
      Amina: 'member',
      Max: 'member',
    });
    const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
    ada = await newActor(browser, 'Ada');
    bo = await newActor(browser, 'Bo');
    for (const leader of [ada, bo]) await comeIn(leader, link(leader.name));
    const comes = async (site: keyof typeof SITES): Promise<Actor> => {
      const actor = await askTogether(browser, link(SITES[site][0]), site, SITES[site]);
      await sitsDown(actor);
      return actor;
    };
    york = await comes('York');
    leeds = await comes('Leeds');
    hull = await comes('Hull');
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[SI1, SI3, SI5] fourteen people are counted, each by name, at five cameras', async () => {
    const { places, ears } = ada.views.room();
    expect(ears).toHaveLength(14);
    expect(places.map(({ name }) => name).sort()).toEqual(
      ['Ada', 'Bo', ...Object.values(SITES).flat()].sort(),
    );
    await goOn(ada, 'call');
    await heard('the call', ...everybody());
    // One more is asked for at York, and taken back before a leader has answered.
    await chooseMore(york, /at this camera/);
    const dialog = york.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name of another person' }).fill('Ola');
    await dialog.getByRole('button', { name: 'Ask for this person' }).click();
    await ada.views.until('the request', ({ leader }) => leader?.beside.length === 1);
    // Where the dialog has grown, a press at once would count for the one before.
    await later(york, 1_100);
    await dialog.getByRole('button', { name: 'No longer ask for Ola' }).click();
    await ada.views.until('no request', ({ leader }) => leader?.beside.length === 0);
    await until('the focus in the dialog', () =>
      dialog
        .getByRole('textbox', { name: 'Name of another person' })
        .evaluate((field) => field.matches(':focus')),
    );
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  });

  test('[SI30] the story is told from one site, and a floor opens the microphone of another', async () => {
    await choosePresenter(ada, 'Claire');
    await goOn(ada, 'presentation');
    await everybodyIn(everybody(), 'presentation');
    await heard('the presentation', ada, bo, york);
    await press(leeds, /Raise my hand/);
    await leeds.page.getByRole('button', { name: 'Raise the hand of Rob', exact: true }).click();
    await bo.page.getByRole('button', { name: 'Give the floor to Rob', exact: true }).click();
    await leeds.views.until('the floor', ({ you }) => you.may.microphone);
    await heard('the floor of Rob', ada, bo, york, leeds);
  });

  test('[SI30] in push-back the presenter’s site is heard by nobody, and the two others by everybody', async () => {
    await goOn(ada, 'questions');
    await heard('questions', ...everybody());
    const { turn } = ada.views.room().course;
    await ada.page.getByRole('button', { name: /^Next: / }).click();
    await ada.page.getByRole('button', { name: 'Go on to Push-back', exact: true }).click();
    await ada.views.until('push-back', ({ course }) => course.turn > turn);
    await everybodyIn(everybody(), 'pushBack');
    await heard('push-back', ada, bo, leeds, hull);
    await goOn(ada, 'return');
    await everybodyIn(everybody(), 'return');
    await york.views.until('a right to speak', ({ you }) => you.may.microphone);
    await press(york, /Open my microphone/);
    await heard('the return', ...everybody());
    expect(everybody().flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
