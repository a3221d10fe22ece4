// Proof: what leaders do to one line and among themselves is true in sound at once, in real browsers.

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, everybodyIn, goOn, linkTo, newActor } from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { startPages } from './pages.ts';
import { openSession } from './people.ts';
import type { Stack } from './stack.ts';

const ROLES = { Ada: 'leader', Bo: 'coLeader', Ben: 'member', Cleo: 'member' } as const;
type Name = keyof typeof ROLES;
const NAMES = Object.keys(ROLES) as Name[];
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;

describe('leaders', () => {
  let stack: Stack;
  let browser: Browser;
  let actors: Record<Name, Actor>;

  const button = (name: Name, words: string): Locator =>
    actors[name].page.getByRole('button', { name: words, exact: true });
  const pressed = (name: Name, words: string): Promise<void> => button(name, words).click();
  const reads = (name: Name, words: string | RegExp): Promise<void> =>
    actors[name].page.getByText(words).filter({ visible: true }).first().waitFor();
  /** These are heard by all others, and nobody else is by anybody. */
  const heard = async (when: string, ...speakers: Name[]): Promise<void> => {
    const all = NAMES.map((name) => actors[name]);
    await Promise.all(all.map(({ views }) => views.until('a confirmed right', ({ you }) => you.confirmed)));
    await pause(ON_ITS_WAY);
    await mustHear(all, hearingOf(NAMES, speakers), when);
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, ROLES);
    const come = async (name: Name): Promise<readonly [Name, Actor]> => {
      const actor = await newActor(browser, name);
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(name)));
      return [name, actor];
    };
    const first = await come('Ada');
    const others = await Promise.all(NAMES.slice(1).map(come));
    actors = Object.fromEntries([first, ...others]) as Record<Name, Actor>;
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[FL10] a line that leaders close is heard by nobody, its owner reads why, and it is heard again as they free it', async () => {
    await heard('while people arrive', ...NAMES);
    await actors.Ada.page.getByText('Everybody in the circle').click();
    await pressed('Ada', 'Close the microphone of Ben for this phase: noise on the line');
    await reads('Bo', /Ada pressed “Close microphone”/);
    await heard('with a closed line', 'Ada', 'Bo', 'Cleo');
    await reads('Ben', /Leaders have closed your microphone for this phase: there was noise on your line\./);
    await pressed('Ada', 'Let Ben speak again');
    await heard('with a freed line', ...NAMES);
  });

  test('[LD6] a leader who steps down is silent where members are, and is heard again on stepping up', async () => {
    await goOn(actors.Bo, 'call');
    await choosePresenter(actors.Bo, 'Ben');
    await goOn(actors.Bo, 'presentation');
    await everybodyIn(Object.values(actors), 'presentation');
    await pressed('Ada', 'Sit as a member');
    await button('Ada', 'Lead again').waitFor();
    expect(actors.Ada.views.room().you.may.microphone).toBe(false);
    await heard('after stepping down', 'Bo', 'Ben');
    await pressed('Ada', 'Lead again');
    await heard('after stepping up', 'Ada', 'Bo', 'Ben');
  });

  test('[LD7, LE85] the last one who leads is asked before leaving, and hands over to somebody who agrees', async () => {
    await pressed('Bo', 'Leave');
    await actors.Bo.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await actors.Ada.views.until('a co-leader who has left', ({ places }) =>
      places.some(({ name, presence }) => name === 'Bo' && presence === 'left'),
    );
    await pressed('Ada', 'Leave');
    const dialog = actors.Ada.page.getByRole('dialog', { name: 'You are the last one who leads' });
    await dialog.getByRole('combobox').selectOption({ label: 'Cleo' });
    await dialog.getByRole('button', { name: 'Ask' }).click();
    await reads('Cleo', 'Ada asks you to lead in their place.');
    await pressed('Cleo', 'I lead');
    await button('Cleo', 'Hold').waitFor();
    await actors.Ada.views.until('another one who leads', ({ you }) => !you.seats[0].leads);
    expect(actors.Cleo.views.room().you.may.microphone).toBe(true);
  });
});
