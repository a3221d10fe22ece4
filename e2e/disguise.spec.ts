// Proof: sound under a camera's name is heard by nobody. Presenter sitting back, observer and member without a voice try
// it again and again, each time as a new page load and at another moment of the enforcer's rhythm.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareEars } from './bare-ears.ts';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor } from './cast.ts';
import { type Disguise, disguiseIn, type Outcome } from './disguise.ts';
import { beginToListen, soundsSince } from './page-ears.ts';
import { startPages } from './pages.ts';
import { goOnTo, must, type OpenedSession, openSession, type Person } from './people.ts';
import type { Stack } from './stack.ts';

/** Who may not be heard in this step: sits back, looks on, has no voice. */
const SILENT = ['Ben', 'Olga', 'Cleo'] as const;
/** Rounds in which each of them tries once, where all is sealed and where nothing is: a hundred tries together. */
const ROUNDS = 17;
/** The same past our gateway, where each takes longer. */
const ROUNDS_PAST = 7;
/** How often these rounds begin anew until one of their tries was heard: the first time one is nine times of ten. */
const MOST_PAST = 12;
/** Milliseconds over which their moments are spread: more than the enforcer's slowest look takes to come round. */
const RHYTHM = 1_100;
/** Milliseconds for which one try goes on. */
const HOLD = 800;
/** Milliseconds that a hundred tries may take on a busy machine. */
const PATIENCE = 480_000;

type Try = { readonly name: string; readonly identity: string; readonly outcome: Outcome };

describe.each([true, false])('sound called camera, sealed: %s', (saysSealed) => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let ada: Actor;
  let dan: Actor;
  let bare: Page;
  let leader: Person;
  let guest: Person;
  const people = new Map<string, Person>();
  const disguises = new Map<string, Disguise>();

  /** Loads the page anew, as often as somebody likes: what was denied to the last load is forgotten. */
  const anew = async (name: string): Promise<Person> => {
    const old = people.get(name) as Person;
    const { seat } = old.room().you.seats[0];
    old.close();
    await leader.until(
      `${name} to be away`,
      (view) => view.leader?.away.some((one) => one.seat === seat) === true,
    );
    const next = await old.newWindow();
    people.set(name, next);
    return next;
  };
  /** Everybody tries once, at this moment of the rhythm. */
  const tryAll = (wait: number, through: string | null): Promise<readonly Try[]> =>
    Promise.all(
      SILENT.map(async (name) => {
        const { url, token, identity } = await (await anew(name)).media();
        const disguise = disguises.get(name) as Disguise;
        const outcome = await disguise.attempt({ url: through ?? url, token, wait, hold: HOLD, saysSealed });
        return { name, identity, outcome };
      }),
    );
  /** Many rounds, spread over the rhythm; gives every try, each of which came as far as an offer with a voice in it. */
  const tryAgainAndAgain = async (rounds: number, through: string | null = null): Promise<readonly Try[]> => {
    const tries: Try[] = [];
    for (let n = 0; n < rounds; n += 1) tries.push(...(await tryAll((n * RHYTHM) / rounds, through)));
    for (const { name, outcome } of tries)
      expect(outcome, `${name} announced and offered`).toMatchObject({ announced: true, offered: true });
    return tries;
  };
  /** Milliseconds for which each try was heard at a page, the longest first. */
  const heardAt = async (page: Page, tries: readonly Try[]): Promise<readonly number[]> => {
    const { heard } = await soundsSince(page);
    return tries.map(({ identity }) => heard[identity] ?? 0).sort((a, b) => b - a);
  };
  /** Nothing but the leader's own honest voice was played at Dan's page, and nothing arrived at Ada's. */
  const pagesHeardNobody = async (): Promise<void> => {
    const [atAda, atDan] = await Promise.all([soundsSince(ada.page), soundsSince(dan.page)]);
    expect(atAda, 'at the leader’s page').toEqual({ heard: {}, arrived: 0 });
    const honest = ada.views.room().you.media?.identity ?? '';
    expect(Object.keys(atDan.heard), 'at a member’s page').toEqual([honest]);
    expect(atDan.arrived, 'sound that is not the leader’s').toBe(atDan.heard[honest]);
  };
  const listenAnew = (): Promise<unknown> =>
    Promise.all([ada.page, dan.page, bare].map((page) => beginToListen(page)));

  beforeAll(async () => {
    stack = await startPages({ SEALING: String(saysSealed) });
    browser = await launchBrowser();
    // Programs agree on no keys, so that whoever comes anew keeps the pages from nothing.
    session = await openSession(
      stack.url,
      {
        Ada: 'leader',
        Bo: 'coLeader',
        Ben: 'member',
        Cleo: 'member',
        Dan: 'member',
        Eve: 'member',
        Olga: 'observer',
      },
      { agree: false },
    );
    ada = await newActor(browser, 'Ada');
    dan = await newActor(browser, 'Dan');
    for (const actor of [ada, dan])
      await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(actor.name)));
    leader = await session.enter('Bo');
    guest = await session.enter('Eve');
    for (const name of SILENT) {
      people.set(name, await session.enter(name));
      disguises.set(name, await disguiseIn(browser, stack.url));
    }
    await goOnTo(leader, 'call');
    const { seat } = (people.get('Ben') as Person).room().you.seats[0];
    await must(leader, { type: 'choosePresenter', seat });
    await goOnTo(leader, 'discussion');
    await must(leader, { type: 'openVoice', part: 'member', voice: 'none' });
    bare = await bareEars(browser, stack.url, await guest.media());
  });
  afterAll(async () => {
    await browser.close();
    for (const person of [leader, guest, ...people.values()]) person.close();
    await stack.stop();
  });

  test(
    '[ML9] fifty tries through our gateway: nobody hears them, also where everything is played; leaders are told',
    { timeout: PATIENCE },
    async () => {
      await listenAnew();
      const tries = await tryAgainAndAgain(ROUNDS);
      const atBare = await heardAt(bare, tries);
      console.info(`${tries.length} tries; where everything is played: ${atBare.slice(0, 10).join(', ')} ms`);
      await pagesHeardNobody();
      expect(atBare[0], 'ms where everything is played, the longest').toBe(0);
      const seats = SILENT.map((name) => (people.get(name) as Person).room().you.seats[0].seat);
      await leader.until('leaders to be told who', (view) =>
        seats.every((seat) => view.leader?.disguised.includes(seat)),
      );
      await ada.page.getByText('The program of Olga tried to send sound').first().waitFor();
    },
  );

  test(
    '[MC16] straight at LiveKit: no page of ours plays it or even takes it',
    { timeout: PATIENCE },
    async () => {
      await listenAnew();
      const tries: Try[] = [];
      let atBare: readonly number[] = [];
      // The enforcer mostly ends them first: until one was heard where everything is played, they prove nothing.
      for (let more = 0; more < MOST_PAST && (atBare[0] ?? 0) === 0; more += 1) {
        tries.push(...(await tryAgainAndAgain(ROUNDS_PAST, stack.livekit.url.replace('http', 'ws'))));
        atBare = await heardAt(bare, tries);
      }
      console.info(`${tries.length} tries; where everything is played: ${atBare.slice(0, 10).join(', ')} ms`);
      expect(atBare[0], 'ms where everything is played: these tries are real').toBeGreaterThan(0);
      await pagesHeardNobody();
    },
  );
});
