// Proof: two rings in real browsers. Everybody sees the same two; whoever is asked out is silent and unseen as the course
// says, and is heard again after coming in; a supervisor sits outside, and everybody is told.

import { setTimeout as pause } from 'node:timers/promises';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import type { Protocol } from '@tele-balint/shared/protocol/steps';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, everybodyIn, goOn, linkTo, newActor } from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { soundSent } from './page-ears.ts';
import { startPages } from './pages.ts';
import { SEAT, STATE } from './parts.ts';
import { openSession, type OpenedSession } from './people.ts';
import { hiddenSeats, meet, seen } from './sights.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { rememberWords, wordsSeen } from './words-seen.ts';

const ROLES = {
  Ada: 'leader',
  Ben: 'member',
  Olga: 'observer',
  Sven: 'supervisor',
} as const;
type Name = keyof typeof ROLES;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;
/** Large enough for a circle, so that the outer ring stands around it. */
const DESK = { viewport: { width: 1100, height: 700 } };
const SPOKEN = '[role="status"]';

/** One where leaders may ask members out, and where the outer ring is not seen while a case is looked for. */
const course: Protocol = {
  ...protocolOf('case45', true),
  outerRing: true,
  steps: protocolOf('case45', true).steps.map((step) =>
    step.kind === 'call' ? { ...step, over: { camera: { outer: 'none' } } } : step,
  ),
};

describe('two rings', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  const actors = new Map<Name, Actor>();

  const actor = (name: Name): Actor => actors.get(name) ?? expect.fail(`${name} is not there`);
  const all = (): Actor[] => [...actors.values()];
  const come = async (name: Name): Promise<void> => {
    const comer = await newActor(browser, name, name === 'Ben' ? DESK : {});
    await rememberWords(comer.page, [SPOKEN]);
    await comeIn(comer, linkTo(stack.url, session.id, session.secretOf(name)));
    actors.set(name, comer);
  };
  const pressed = (words: string): Promise<void> =>
    actor('Ada').page.getByRole('button', { name: words, exact: true }).click();

  /** These are heard by all others, and nobody else is by anybody. */
  const heard = async (when: string, ...speakers: Name[]): Promise<void> => {
    await Promise.all(all().map(({ views }) => views.until('a confirmed right', ({ you }) => you.confirmed)));
    await pause(ON_ITS_WAY);
    await mustHear(all(), hearingOf([...actors.keys()], speakers), when);
  };
  /** Who sits in which ring as a page draws it, by name. */
  const ringsOn = ({ page, views }: Actor): Promise<{ inner: string[]; outer: string[] }> =>
    page.locator(SEAT).evaluateAll(
      (seats, names) => {
        const named = (one: Element) => names[one.getAttribute('data-seat') ?? ''] ?? 'a stranger';
        const rows = (outer: boolean) =>
          seats.filter((one) => one.hasAttribute('data-row') === outer).map(named);
        return { inner: rows(false).sort(), outer: rows(true).sort() };
      },
      Object.fromEntries(views.room().places.map(({ seat, name }) => [seat, name])),
    );
  /** The same two rings on every page. */
  const sit = async (inner: readonly Name[], outer: readonly Name[]): Promise<void> => {
    for (const one of all()) {
      let drawn = '';
      const wanted = JSON.stringify({ inner, outer });
      await until(`${one.name}: both rings`, async () => {
        drawn = JSON.stringify(await ringsOn(one));
        return drawn === wanted;
      }).catch((error: unknown) => expect.fail(`${String(error)}: ${drawn}, wanted ${wanted}`));
    }
  };
  /** How many of the others see this person's camera. */
  const watching = async (name: Name): Promise<number> => {
    const identity = actor(name).views.room().you.media?.identity;
    const others = all().filter((one) => one.name !== name);
    const found = others.map(({ page }) => page.locator(`video[data-identity="${identity}"]`).count());
    return (await Promise.all(found)).filter((count) => count > 0).length;
  };
  const isSaid = async (name: Name, words: string): Promise<void> => {
    await until(`${name} to be told: ${words}`, async () =>
      (await wordsSeen(actor(name).page, SPOKEN)).some((one) => one.includes(words)),
    );
  };

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    browser = await launchBrowser();
    session = await openSession(stack.url, ROLES, { protocol: course });
    await come('Ada');
    await Promise.all((['Ben', 'Olga'] as const).map(come));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[OR1, LD9] observers and a supervisor sit outside on every page, and everybody is told who came', async () => {
    await come('Sven');
    for (const name of ['Ada', 'Ben', 'Olga'] as const)
      await isSaid(name, 'Sven came in as supervisor and can hear.');
    await sit(['Ada', 'Ben'], ['Olga', 'Sven']);
    await heard('while people arrive', 'Ada', 'Ben', 'Olga', 'Sven');
    await goOn(actor('Ada'), 'call');
    await everybodyIn(all(), 'call');
    await heard('in the call', 'Ada', 'Ben');
  });

  test('[OR2, OR3] whoever is asked out sends no sound and no picture, sees both rings and reads where they sit', async () => {
    await until('Ben to be seen by all', async () => (await watching('Ben')) === 3);
    await actor('Ada').page.getByText('Ask somebody out').click();
    await pressed('Ask Ben out into the outer ring');
    await actor('Ben').views.until('rest', ({ you }) => !you.may.microphone && !you.may.camera);
    await sit(['Ada'], ['Ben', 'Olga', 'Sven']);
    await actor('Ben').page.locator(STATE).getByText('You sit in the outer ring and listen.').waitFor();
    for (const name of ['Ada', 'Olga', 'Sven'] as const) await isSaid(name, 'Ben sits in the outer ring.');
    await until('Ben’s picture to go everywhere', async () => (await watching('Ben')) === 0);
    await actor('Ben').views.until('a confirmed rest', ({ you }) => you.confirmed);
    const sent = await soundSent(actor('Ben').page);
    await heard('with Ben outside', 'Ada');
    expect(await soundSent(actor('Ben').page), 'packets of sound sent from outside').toBe(sent);
    const { page } = actor('Ben');
    expect(await page.getByRole('button', { name: /Turn my camera/ }).count()).toBe(0);
  });

  test('[OR3, PG20] the outer ring stands around the inner one: every face in view, none on another', async () => {
    const { page } = actor('Ben');
    await page.locator('[data-layout="ring"][data-settled]').waitFor();
    const apart = async (): Promise<boolean> => {
      const [inner, outer] = [
        await seen(page, `${SEAT}:not([data-row])`),
        await seen(page, `${SEAT}[data-row]`),
      ];
      return (
        inner.length === 1 && outer.length === 3 && !outer.some((one) => inner.some((it) => meet(one, it)))
      );
    };
    await until('the chairs to stand', apart);
    expect(await hiddenSeats(page)).toEqual([]);
  });

  test('[FL3] the outer ring is heard while leaders let it speak, and not after', async () => {
    await pressed('Let them speak: the outer ring');
    await actor('Ben').views.until('a voice', ({ you }) => you.may.microphone);
    await heard('with a voice for the outer ring', 'Ada', 'Ben', 'Olga', 'Sven');
    await pressed('Close their microphones: the outer ring');
    await actor('Ben').views.until('no voice', ({ you }) => !you.may.microphone);
    await heard('without it', 'Ada');
  });

  test('[OR1, OR2] asked in, a member is heard and seen again, and the others stay outside', async () => {
    await pressed('Ask Ben into the inner ring');
    await actor('Ben').views.until('a voice', ({ you }) => you.may.microphone && you.may.camera);
    await sit(['Ada', 'Ben'], ['Olga', 'Sven']);
    await isSaid('Olga', 'Ben sits in the inner ring.');
    await heard('with Ben inside', 'Ada', 'Ben');
    await until('Ben to be seen by all', async () => (await watching('Ben')) === 3);
    expect(all().flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual([]);
  });
});
