// Proof: whatever breaks, everybody is back at their place with their rights, and what was decided stands.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Cable, newCable } from './cable.ts';
import {
  type Actor,
  askToComeIn,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  letIn,
  linkTo,
  newActor,
  newWindow,
} from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { heardIn, hearsAll, soundSent } from './page-ears.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const NAMES = ['Ada', 'Ben', 'Cleo'] as const;
/** Milliseconds of one break of the line. */
const BREAK = 5_000;
/** Milliseconds until everybody is heard again after any break. */
const SOUND_BACK = 15_000;
/** The same once a media server that was killed listens again: some three times the bench's figure, for a busy machine. */
const SOUND_BACK_AFTER_DEATH = 6_000;
/** Milliseconds until every page is current again, once our server listens. */
const CURRENT = 5_000;

describe('a group in its discussion, the presenter sitting back', () => {
  let cable: Cable;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let session: OpenedSession;
  let actors: Actor[];
  let leader: Actor;
  let presenter: Actor;
  let member: Actor;

  const link = (name: string): string => linkTo(url, session.id, session.secretOf(name));
  /** Everybody hears everybody but the presenter, and nothing else. */
  const asItWas = async (): Promise<void> => {
    await everybodyIn(actors, 'discussion');
    await mustHear(actors, hearingOf(NAMES, ['Ada', 'Cleo']), 'discussion');
  };
  const soundIsBack = (within = SOUND_BACK): Promise<unknown> => {
    const identity = (actor: Actor): string => actor.views.room().you.media?.identity ?? '';
    const [ada, cleo] = [identity(leader), identity(member)];
    return Promise.all([
      hearsAll(leader.page, [cleo], within),
      hearsAll(member.page, [ada], within),
      hearsAll(presenter.page, [ada, cleo], within),
    ]);
  };
  const toldSince = (since: number): Promise<unknown> =>
    until('a view for everybody', () => actors.every(({ views }) => views.last().at > since), CURRENT);

  /** Everybody's seat, the step and its turn: what no break may change. */
  const whereAllAre = (sittingBack = presenter) => {
    const [ada, ben, cleo] = [leader, sittingBack, member].map(({ views }) => views.room());
    return {
      seats: [ada, ben, cleo].map((view) => view?.you.seats[0].seat),
      back: ada?.places.filter(({ sits }) => sits === 'back').map(({ seat }) => seat),
      course: [ada, ben, cleo].map((view) => [view?.course.turn, view?.course.kind]),
    };
  };
  const opensMicrophone = ({ page }: Actor): Promise<number> =>
    page.getByRole('button', { name: /Open my microphone/ }).count();

  beforeAll(async () => {
    cable = await newCable();
    url = `http://127.0.0.1:${cable.port}`;
    stack = await startPages({ PUBLIC_URL: url, SEALING: 'true' });
    cable.lead(Number(new URL(stack.url).port));
    browser = await launchBrowser();
    session = await openSession(url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    actors = await Promise.all(NAMES.map((name) => newActor(browser, name)));
    [leader, presenter, member] = actors as [Actor, Actor, Actor];
    await comeIn(leader, link('Ada'));
    await Promise.all([comeIn(presenter, link('Ben')), comeIn(member, link('Cleo'))]);
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'discussion');
    await asItWas();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    cable.close();
  });

  test('[RC1] a reload comes back to the same place with the same rights, and asks nothing', async () => {
    const reload = performance.now();
    await Promise.all([presenter.page.reload(), member.page.reload()]);
    await until('both to be told', () => [presenter, member].every(({ views }) => views.last().at > reload));
    await asItWas();
    expect(presenter.views.room().you.seats[0].comeIn).toBe('none');
    expect(new URL(member.page.url()).hash).toBe('');
  });

  // Programs die before lines are cut: a signal that is still being taken up again notices a death late.
  test.each([0.1, 3, 8])(
    '[ML7] the media server is killed and away for %d s: sound comes back, and only where it may',
    async (away) => {
      await stack.livekit.kill();
      await pause(away * 1000);
      await stack.livekit.start();
      await soundIsBack(SOUND_BACK_AFTER_DEATH);
      await asItWas();
    },
  );

  test('[RC1] our server is killed: every page is current again, nothing is lost, and the leader leads on', async () => {
    const { turn } = leader.views.room().course;
    const began = leader.views.room().course.clock?.since;
    await stack.server.kill();
    // A page may be told before we notice that the server is ready.
    const starts = performance.now();
    await stack.server.start();
    await toldSince(starts);
    expect(leader.views.room().course).toMatchObject({ turn, kind: 'discussion', clock: { since: began } });
    await soundIsBack();
    await asItWas();
  });

  test('[ML7] the cable is pulled for 5 s: everybody is current and heard again', async () => {
    cable.pull();
    await pause(BREAK);
    const plugged = performance.now();
    cable.plug();
    await toldSince(plugged);
    await soundIsBack();
    await asItWas();
  });

  test('[ML7] the media server swallows everything for 5 s: sound comes back, and only where it may', async () => {
    await stack.livekit.freeze();
    await pause(BREAK);
    stack.livekit.thaw();
    await soundIsBack();
    await asItWas();
  });

  test('[RC7] socket and media are cut together for 5 s, sitting back too: same places, same silence, no step lost', async () => {
    const before = whereAllAre();
    cable.pull();
    await stack.livekit.freeze();
    const cut = performance.now();
    await presenter.page.getByText('Your line has broken').first().waitFor();
    const told = presenter.views.last();
    await pause(BREAK - (performance.now() - cut));
    // Both are cut at the presenter's page: nothing was told it since, and no sound comes any more.
    expect(presenter.views.last()).toBe(told);
    expect(await heardIn(presenter.page)).toEqual([]);
    const mended = performance.now();
    stack.livekit.thaw();
    cable.plug();
    await toldSince(mended);
    await soundIsBack();
    await asItWas();
    expect(whereAllAre()).toEqual(before);
    expect(await opensMicrophone(presenter)).toBe(0);
  });

  /** What the older page of a place says once another one holds it. */
  const gaveWay = (older: Actor): Promise<void> =>
    older.page.getByText('Your place is open in another window').waitFor();
  /** Comes in by the same link in another window of the same browser. */
  const sitHere = async (older: Actor): Promise<Actor> => {
    const second = await newWindow(older.name, older.device);
    await second.page.goto(link(older.name));
    await second.page.getByRole('button', { name: 'Sit here instead' }).click();
    await second.views.until('the place', ({ you }) => you.media !== null);
    await gaveWay(older);
    return second;
  };

  test('[DR7, VO12] a second window of the same place asks once; the newer window holds the place, and its microphone is open as it was', async () => {
    const before = whereAllAre();
    member = await sitHere(member);
    actors = [leader, presenter, member];
    await asItWas();
    expect(whereAllAre()).toEqual(before);
  });

  test('[RC7] the presenter sitting back in a second window: the same seat, still without a voice', async () => {
    const before = whereAllAre();
    presenter = await sitHere(presenter);
    actors = [leader, presenter, member];
    await asItWas();
    expect(whereAllAre()).toEqual(before);
    expect(await opensMicrophone(presenter)).toBe(0);
    expect(await soundSent(presenter.page), 'packets of sound sent').toBe(0);
  });

  test('[RC7] the presenter sitting back in another browser: waits, is let in to the same seat, still without a voice', async () => {
    const before = whereAllAre();
    const older = presenter;
    presenter = await newActor(browser, 'Ben');
    await askToComeIn(presenter, link('Ben'));
    await presenter.page.getByText('You are at the door').waitFor();
    expect(whereAllAre(older)).toEqual(before);
    await letIn(leader, 'Ben');
    await presenter.views.until('the place', ({ you }) => you.media !== null);
    await gaveWay(older);
    actors = [leader, presenter, member];
    await asItWas();
    expect(whereAllAre()).toEqual(before);
    expect(await opensMicrophone(presenter)).toBe(0);
    expect(await soundSent(presenter.page), 'packets of sound sent').toBe(0);
  });
});
