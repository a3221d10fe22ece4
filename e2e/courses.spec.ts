// Proof: courses of other forms than the usual one, in real browsers. At each step that differs it is named here who speaks;
// nothing is read from the table, which would be wrong with the code that reads it.

import { setTimeout as pause } from 'node:timers/promises';
import type { CourseId } from '@tele-balint/shared/protocol/steps';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  type Actor,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  linkTo,
  newActor,
  press,
  pressNext,
} from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { startPages } from './pages.ts';
import { openSession } from './people.ts';
import type { Stack } from './stack.ts';

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan'] as const;
type Name = (typeof NAMES)[number];
const ROLES = { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member' } as const;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;

describe('who hears whom', () => {
  let stack: Stack;
  let browser: Browser;
  let actors: Record<Name, Actor>;

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    browser = await launchBrowser();
  });
  afterEach(() => Promise.all(Object.values(actors).map(({ device }) => device.close())));
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const gather = async (preset: CourseId): Promise<void> => {
    const session = await openSession(stack.url, ROLES, { preset });
    const come = async (name: Name): Promise<readonly [Name, Actor]> => {
      const actor = await newActor(browser, name);
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(name)));
      return [name, actor];
    };
    const first = await come('Ada');
    const others = await Promise.all(NAMES.slice(1).map(come));
    actors = Object.fromEntries([first, ...others]) as Record<Name, Actor>;
  };
  const all = (): Actor[] => NAMES.map((name) => actors[name]);
  const leader = (): Actor => actors.Ada;

  /** Everybody is in the step that runs now, and these are heard by all others; nobody else is by anybody. */
  const heard = async (...speakers: Name[]): Promise<void> => {
    const { kind } = leader().views.room().course;
    await everybodyIn(all(), kind);
    await pause(ON_ITS_WAY);
    await mustHear(all(), hearingOf(NAMES, speakers), kind);
  };
  /** From a call on: this person tells, sits back and comes back. */
  const caseOf = async (presenter: Name): Promise<void> => {
    const others = NAMES.filter((name) => name !== presenter);
    await choosePresenter(leader(), presenter);
    await goOn(leader(), 'presentation');
    await heard('Ada', presenter);
    await goOn(leader(), 'discussion');
    await heard(...others);
    await goOn(leader(), 'return');
    await heard(...others);
    await press(actors[presenter], /Open my microphone/);
    await heard(...NAMES);
  };

  test('[WS2, CM10] two cases: each has its presenter, and the first one is an ordinary member in the second', async () => {
    await gather('two90');
    await goOn(leader(), 'call');
    await caseOf('Ben');
    await goOn(leader(), 'call');
    await heard(...NAMES);
    await caseOf('Cleo');
    await goOn(leader(), 'closing');
    await heard(...NAMES);
  });

  test('[WS2] in and out: the chair moves back three times, and each time nobody hears the presenter', async () => {
    await gather('inAndOut90');
    await goOn(leader(), 'call');
    await choosePresenter(leader(), 'Ben');
    let times = 0;
    while (leader().views.room().course.kind !== 'closing') {
      await pressNext(leader());
      const { kind } = leader().views.room().course;
      if (kind === 'discussion') {
        times += 1;
        await heard('Ada', 'Cleo', 'Dan');
      }
      if (kind === 'return') {
        await everybodyIn(all(), 'return');
        await press(actors.Ben, /Open my microphone/);
        await heard(...NAMES);
      }
    }
    expect(times).toBe(3);
  });

  test('[WS2] without push-back: the presenter stays in the circle and is heard through the whole discussion', async () => {
    await gather('noPushBack90');
    await goOn(leader(), 'call');
    await choosePresenter(leader(), 'Ben');
    await goOn(leader(), 'presentation');
    await heard('Ada', 'Ben');
    await goOn(leader(), 'discussion');
    await heard(...NAMES);
  });

  test('[CM30] a return by mistake is undone: whoever had spoken again is silent as before', async () => {
    await gather('online60');
    await goOn(leader(), 'call');
    await choosePresenter(leader(), 'Ben');
    await goOn(leader(), 'discussion');
    await heard('Ada', 'Cleo', 'Dan');
    await pressNext(leader());
    await everybodyIn(all(), 'return');
    await press(actors.Ben, /Open my microphone/);
    await actors.Ben.views.until('the right to speak', ({ you }) => you.may.microphone && you.confirmed);
    await leader().page.getByRole('button', { name: /^Undo/ }).click();
    await leader().views.until('the discussion again', ({ course }) => course.kind === 'discussion');
    await heard('Ada', 'Cleo', 'Dan');
    // The wish of then does not come back with the right: nobody speaks who has not opened their microphone since.
    await goOn(leader(), 'return');
    await heard('Ada', 'Cleo', 'Dan');
  });
});
