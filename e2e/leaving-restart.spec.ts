// Proof: our server is killed while members stay after the end and leaders are in their debrief. Everybody finds themselves where
// they were, nobody is heard in the other space meanwhile or afterwards, and the time until the members' end goes on.

import { MINUTE } from '@tele-balint/shared/vocabulary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, later, linkTo, namesOf, newActor } from './cast.ts';
import { mustHear } from './hearing.ts';
import { beginToListen, soundsSince } from './page-ears.ts';
import { startPages } from './pages.ts';
import { CENTRE, SEAT } from './parts.ts';
import { openSession } from './people.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const ROLES = { Ada: 'leader', Bo: 'coLeader', Cleo: 'member', Dan: 'member', Eve: 'member' } as const;
type Name = keyof typeof ROLES;
/** Who is whose only company after the end. Eve has said goodbye. */
const BESIDE = { Ada: 'Bo', Bo: 'Ada', Cleo: 'Dan', Dan: 'Cleo' } as const;
type Staying = keyof typeof BESIDE;
const STAYING = Object.keys(BESIDE) as Staying[];
const WANTED = Object.fromEntries(STAYING.map((name) => [name, [BESIDE[name]]]));
const MINUTES = 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);
/** Milliseconds from the announcement to the end, with time to spare. */
const ENDED_WITHIN = 90_000;
/** Milliseconds until every page is current, and everybody heard, once our server listens: some ten times the usual. */
const CURRENT = 15_000;
const SOUND_BACK = 30_000;
const THANKS = 'Thank you for today.';

describe('our server is killed while people stay after the end', () => {
  let stack: Stack;
  let browser: Browser;
  const actors = new Map<Name, Actor>();

  const actor = (name: Name): Actor => actors.get(name) ?? expect.fail(`${name} is not there`);
  const room = (name: Name) => actor(name).views.room();
  const identityOf = (name: Name): string => room(name).you.media?.identity ?? '';
  const staying = (): Actor[] => STAYING.map(actor);
  const thanked = (name: Name): Promise<void> =>
    actor(name).page.getByRole('heading', { name: THANKS }).waitFor();
  /** Who has said goodbye keeps a chair, and is not there. */
  const alone = (name: Staying): Promise<unknown> =>
    actor(name).views.until(
      `their own space, with ${BESIDE[name]} alone`,
      ({ course, places }) =>
        course.kind === (ROLES[name] === 'member' ? 'leaving' : 'debrief') &&
        places.filter(({ presence }) => presence === 'here').length === 2 &&
        places.every(
          ({ name: who, presence }) => who === name || who === BESIDE[name] || presence === 'left',
        ),
      ENDED_WITHIN,
    );
  /** What no start of the server may change, as each page was told it. */
  const whereAllAre = () =>
    Object.fromEntries(
      STAYING.map((name) => {
        const { course, places, you, session } = room(name);
        const here = places
          .map(({ seat, name: who, sits, presence }) => `${who} ${seat} ${sits} ${presence}`)
          .toSorted();
        const { seat } = you.seats[0];
        const { space, identity } = you.media ?? {};
        return [name, { kind: course.kind, here, seat, space, identity, leaving: session.leaving }];
      }),
    );

  const seatsDrawn = (): Promise<readonly number[]> =>
    Promise.all(staying().map(({ page }) => page.locator(SEAT).count()));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, ROLES);
    for (const name of Object.keys(ROLES) as Name[]) {
      const comer = await newActor(browser, name);
      await comeIn(comer, linkTo(stack.url, session.id, session.secretOf(name)));
      actors.set(name, comer);
    }
    await begin(actor('Ada'));
    const { page } = actor('Ada');
    await page.getByRole('button', { name: 'End…' }).click();
    await later(actor('Ada'), 1_100);
    await page.getByRole('button', { name: 'With ten minutes to stay' }).click();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[LV1, LV6] before that each hears who stays in their own space', async () => {
    const eve = actor('Eve');
    await eve.views.until('the time to stay', ({ course }) => course.kind === 'leaving', ENDED_WITHIN);
    await eve.page.getByRole('button', { name: 'Say goodbye' }).click();
    await thanked('Eve');
    await actor('Dan')
      .page.getByRole('button', { name: /Ask for five minutes more/ })
      .click();
    await Promise.all(STAYING.map(alone));
    await until('five minutes more', () => room('Cleo').session.leaving?.more === true);
    await mustHear(staying(), WANTED, 'before the kill');
  });

  test('[LV5] everybody finds themselves where they were, and the end stands at the same instant', async () => {
    const [before, drawn] = [whereAllAre(), await seatsDrawn()];
    expect(before['Cleo']?.leaving?.endsAt).toBeGreaterThan(Date.now());
    await Promise.all(staying().map(({ page }) => beginToListen(page)));
    await stack.server.kill();
    for (const { page } of staying()) await page.getByText('Your line has broken').first().waitFor();
    // A page may be told before we notice that the server is ready.
    const starts = performance.now();
    await stack.server.start();
    await until(
      'a view for everybody',
      () => staying().every(({ views }) => views.last().at > starts),
      CURRENT,
    );
    await Promise.all(STAYING.map(alone));
    await until('their media server', () => STAYING.every((name) => room(name).you.confirmed), CURRENT);
    expect(whereAllAre()).toEqual(before);
    expect(await seatsDrawn()).toEqual(drawn);
  });

  test('[LV6] each is heard again in their own space, and nobody was in the other, meanwhile neither', async () => {
    const heardOf = async (name: Staying): Promise<number> =>
      (await soundsSince(actor(name).page)).heard[identityOf(BESIDE[name])] ?? 0;
    for (const name of STAYING) {
      const before = await heardOf(name);
      await until(`${BESIDE[name]} at ${name}`, async () => (await heardOf(name)) > before, SOUND_BACK);
    }
    for (const name of STAYING) {
      const { heard } = await soundsSince(actor(name).page);
      const names = namesOf(actor(name));
      expect(
        Object.keys(heard).map((who) => names.get(who) ?? who),
        name,
      ).toEqual([BESIDE[name]]);
    }
    await mustHear(staying(), WANTED, 'after the start');
  });

  test('[LV3] members read the rest of their time, and that five more were asked for', async () => {
    const { page } = actor('Cleo');
    await page.locator(CENTRE).getByText('Somebody asked for five more already.').waitFor();
    expect(await page.getByRole('button', { name: /Ask for five minutes more/ }).count()).toBe(0);
    const endsAt = room('Cleo').session.leaving?.endsAt ?? 0;
    await until('the minutes that are left', async () => {
      const left = MINUTES[Math.round((endsAt - Date.now()) / MINUTE) - 2];
      return (await page.locator(CENTRE).textContent())?.includes(`About ${left} minutes more.`);
    });
  });

  test('[LV4] who has said goodbye stays gone, on their own page, too', async () => {
    await thanked('Eve');
    const eve = room('Cleo').places.filter(({ name }) => name === 'Eve');
    expect(eve.map(({ presence }) => presence)).toEqual(['left']);
  });

  test('[HT13] no page broke its own rules on the way', () => {
    expect(
      [...actors.values()].flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`)),
    ).toEqual([]);
  });
});
