// Proof: stepping out, calling for help, and a silence that can be trusted, in real browsers.

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, chooseMore, comeIn, linkTo, newActor, press } from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { beginToListen, soundSent, soundsSince } from './page-ears.ts';
import { startPages } from './pages.ts';
import { CENTRE, NOTICES, SEAT, STAGE } from './parts.ts';
import { must, openSession, type OpenedSession } from './people.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { forgetWords, rememberWords, wordsSeen } from './words-seen.ts';

const ROLES = { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member' } as const;
/** Those with a browser. */
const NAMES = ['Ada', 'Ben', 'Cleo'] as const;
type Name = (typeof NAMES)[number];
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;
/** Milliseconds after which a silence is told, and with time to spare. */
const QUIET = { after: 20_000, surely: 23_000, atLast: 35_000 } as const;
/** Milliseconds by which two clocks of one page may differ. */
const TICK = 50;
/** Milliseconds within which a voice that is heard ends the words of silence, on a busy machine. */
const GONE_WITHIN = 3_000;
/** Wide enough for a circle: where a grid has no small line, silence makes none. */
const DESK = { viewport: { width: 1366, height: 768 } };
const SPOKEN = '[role="status"]';
const QUIETLY = /It is quiet\./;
const ALL_QUIET = 'All three are here. It is quiet.';

describe('quiet ways', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let actors: Record<Name, Actor>;

  const all = (): Actor[] => NAMES.map((name) => actors[name]);
  const page = (name: Name) => actors[name].page;
  const button = (name: Name, words: string | RegExp) => page(name).getByRole('button', { name: words });
  const heard = async (when: string, ...speakers: Name[]): Promise<void> => {
    await Promise.all(all().map(({ views }) => views.until('a confirmed right', ({ you }) => you.confirmed)));
    await pause(ON_ITS_WAY);
    await mustHear(all(), hearingOf(NAMES, speakers), when);
  };
  /** The seats in the order in which a page draws them. */
  const seatsOn = ({ page }: Actor): Promise<(string | null)[]> =>
    page.locator(SEAT).evaluateAll((seats) => seats.map((seat) => seat.getAttribute('data-seat')));
  const seatOf = (name: Name): string => actors[name].views.room().you.seats[0].seat;
  const tileOf = (owner: Name, at: Name) => page(at).locator(`[data-seat="${seatOf(owner)}"]`);
  const quietOn = (name: Name) => page(name).locator(CENTRE).getByText(QUIETLY);
  /** Waits until everybody sees these words in the middle; its line has no height of its own, so letters are looked for. */
  const allSee = (words: string): Promise<unknown> =>
    Promise.all(
      all().map(({ page }) =>
        page.waitForFunction(
          ([centre, words]) => {
            const box = document.querySelector(centre)?.getBoundingClientRect();
            return [...document.querySelectorAll(`${centre} p`)].some((line) => {
              const letters = document.createRange();
              letters.selectNodeContents(line);
              const { height, top, bottom } = letters.getBoundingClientRect();
              const inside = box !== undefined && top >= box.top && bottom <= box.bottom;
              return line.textContent === words && height > 8 && inside;
            });
          },
          [CENTRE, words] as const,
          { timeout: QUIET.atLast },
        ),
      ),
    );

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(stack.url, ROLES);
    const come = async (name: Name): Promise<readonly [Name, Actor]> => {
      const actor = await newActor(browser, name, DESK);
      await rememberWords(actor.page, [CENTRE, STAGE, NOTICES, SPOKEN]);
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(name)));
      return [name, actor];
    };
    const first = await come('Ada');
    const others = await Promise.all(NAMES.slice(1).map(come));
    actors = Object.fromEntries([first, ...others]) as Record<Name, Actor>;
    await begin(actors.Ada);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[SO1, SO3] one press out: no sound, no picture, the tile says so, and the place is kept', async () => {
    await heard('before', ...NAMES);
    const before = await seatsOn(actors.Ada);
    const { identity } = actors.Ben.views.room().you.media!;
    await page('Ada').locator(`video[data-identity="${identity}"]`).waitFor({ state: 'attached' });
    await press(actors.Ben, /Step out/);
    await actors.Ben.views.until(
      'rest',
      ({ you }) => !you.may.microphone && !you.may.camera && you.confirmed,
    );
    for (const name of ['Ada', 'Cleo'] as const) {
      await tileOf('Ben', name)
        .getByText('Stepped out. Back soon', { exact: true })
        .filter({ visible: true })
        .waitFor();
      await page(name).locator(`video[data-identity="${identity}"]`).waitFor({ state: 'detached' });
      expect(await tileOf('Ben', name).locator('canvas:not([hidden])').count(), 'a last picture').toBe(0);
    }
    const sent = await soundSent(page('Ben'));
    await heard('while Ben is out', 'Ada', 'Cleo');
    expect(await soundSent(page('Ben')), 'packets of sound sent meanwhile').toBe(sent);
    expect(await seatsOn(actors.Ada)).toEqual(before);
  });

  test('[SO3] one press back, and nobody hears them until they open their microphone', async () => {
    await button('Ben', 'I am back').click();
    await actors.Ben.views.until('a right to speak', ({ you }) => you.may.microphone && you.confirmed);
    await button('Ben', /Open my microphone/).waitFor();
    await heard('back, and closed', 'Ada', 'Cleo');
    await press(actors.Ben, /Open my microphone/);
    await heard('back, and open', ...NAMES);
    expect(await tileOf('Ben', 'Ada').getByText('Stepped out. Back soon', { exact: true }).count()).toBe(0);
  });

  test('[HP1, HP2] a call for help reaches the leader, and nobody else sees or hears of it', async () => {
    for (const one of all()) await forgetWords(one.page);
    await chooseMore(actors.Cleo, /^Call a leader for help/);
    await page('Cleo').getByText('The leaders know that you need help.').first().waitFor();
    await button('Ada', 'I see to the trouble of Cleo').waitFor();
    await tileOf('Cleo', 'Ada')
      .getByText('Asks for help', { exact: true })
      .filter({ visible: true })
      .waitFor();
    await until('it to be said', async () =>
      (await wordsSeen(page('Ada'), SPOKEN)).some((words) => words.includes('Cleo asks for help.')),
    );
    await button('Ada', 'I see to the trouble of Cleo').click();
    await page('Cleo').getByText('A leader sees to it.').first().waitFor();
    await page('Cleo').locator(NOTICES).getByRole('button', { name: 'Take it back' }).click();
    await tileOf('Cleo', 'Ada').getByText('Asks for help', { exact: true }).waitFor({ state: 'detached' });
    const parts = [STAGE, NOTICES, SPOKEN];
    const shown = await Promise.all(parts.map((part) => wordsSeen(page('Ben'), part)));
    expect(shown.flat().filter((words) => /help/i.test(words))).toEqual([]);
    expect(JSON.stringify(actors.Ben.views.room().leader)).toBe('null');
  });

  test('[QT1, QT2] silence is told after twenty seconds, and not while one connection is unconfirmed', async () => {
    // Dan has a place, and is at no media server: nobody would hear him.
    const dan = await session.enter('Dan');
    for (const one of all()) await press(one, /Close my microphone/);
    await heard('with closed microphones');
    for (const one of all()) await forgetWords(one.page);
    const from = await page('Ada').evaluate(() => performance.now());
    await page('Ada').waitForFunction(
      ([from, ms]) => performance.now() - from > ms,
      [from, QUIET.surely] as const,
      { timeout: 2 * QUIET.surely },
    );
    for (const one of all())
      expect((await wordsSeen(one.page, CENTRE)).filter((words) => QUIETLY.test(words))).toEqual([]);
    // Before it can begin: whatever a busy machine does in between makes it longer, never shorter.
    const silent = await page('Ada').evaluate(() => performance.now());
    await must(dan, { type: 'leave' });
    await allSee(ALL_QUIET);
    const told = (await page('Ada').evaluate(() => performance.now())) - silent;
    expect(told, 'milliseconds of silence before it is told').toBeGreaterThan(QUIET.after - TICK);
    expect((await wordsSeen(page('Ada'), SPOKEN)).filter((words) => QUIETLY.test(words))).toEqual([]);
    await heard('while it is quiet');
  });

  test('[QT2] the first voice that is heard ends it', async () => {
    const { identity } = actors.Ben.views.room().you.media!;
    await beginToListen(page('Cleo'));
    await press(actors.Ben, /Open my microphone/);
    await until(
      'Ben to be heard',
      async () => (await soundsSince(page('Cleo'))).heard[identity] !== undefined,
      20_000,
    );
    await Promise.all(
      NAMES.map((name) => quietOn(name).waitFor({ state: 'detached', timeout: GONE_WITHIN })),
    );
    await heard('with one voice', 'Ben');
  });

  test('[QT1, QT2] one tick of the leaders turns it off for all', async () => {
    await press(actors.Ben, /Close my microphone/);
    await allSee(ALL_QUIET);
    const tick = page('Ada').getByRole('checkbox', { name: /The middle may say/ });
    await tick.click();
    await Promise.all(NAMES.map((name) => quietOn(name).waitFor({ state: 'detached' })));
    await Promise.all(all().map(({ views }) => views.until('no word of quiet', ({ allHere }) => !allHere)));
    expect(all().flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual([]);
  });
});
