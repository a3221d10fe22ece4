// Proof: a step that begins while somebody's line is broken is true for them all the same, before and after they are back.

import { dispose } from '@livekit/rtc-node';
import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Cable, newCable } from './cable.ts';
import {
  type Actor,
  choosePresenter,
  comeIn,
  everybodyIn,
  goOn,
  linkTo,
  namesOf,
  newActor,
  press,
} from './cast.ts';
import { type Ears, listen } from './ears.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { heardIn, hearsAll, soundSent } from './page-ears.ts';
import { must, openSession, type Person, rested } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const NAMES = ['Ada', 'Ben', 'Cleo'] as const;
/** Milliseconds for which every listener listens while the presenter comes back. */
const WINDOW = 8_000;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;
/** Milliseconds until the others are heard again, once the media server listens. */
const SOUND_BACK = 15_000;

describe('a presenter speaks, and the group goes on while their line is broken', () => {
  let cable: Cable;
  let stack: Stack;
  let browser: Browser;
  let actors: Actor[];
  let leader: Actor;
  let presenter: Actor;
  let member: Actor;
  let coLeader: Person;
  /** The co-leader's, which take everything: pages play only whom their view names. */
  let ears: Ears;

  const identityOf = ({ views }: Actor): string => views.room().you.media?.identity ?? '';
  /** Whom each listener hears within the window; every sound of it counts, however short. */
  const heardBy = (listener: Actor): Promise<readonly string[]> => heardIn(listener.page, WINDOW);
  const namesHeard = async (): Promise<readonly (readonly string[])[]> => {
    const heard = await Promise.all([leader, member].map(heardBy));
    // The page of the leader is told every identity.
    const names = namesOf(leader);
    return heard.map((identities) => identities.map((one) => names.get(one) ?? one).sort());
  };
  const toldOf = (kind: string): Promise<unknown> =>
    Promise.all([leader, member].map(({ views }) => views.until(kind, ({ course }) => course.kind === kind)));
  /** What the presenter's page shows and sends once it knows of the step. */
  const sitsBack = async (): Promise<void> => {
    await presenter.page.getByText('You are sitting back').first().waitFor();
    expect(await presenter.page.getByRole('button', { name: /Open my microphone/ }).count()).toBe(0);
    expect(await presenter.page.getByRole('button', { name: /Close my microphone/ }).count()).toBe(0);
    await everybodyIn(actors, 'pushBack');
    const sent = await soundSent(presenter.page);
    await mustHear(actors, hearingOf(NAMES, ['Ada', 'Cleo']), 'push-back');
    expect(await soundSent(presenter.page), 'packets of sound sent').toBe(sent);
  };

  beforeAll(async () => {
    stack = await startPages();
    const port = Number(new URL(stack.url).port);
    cable = await newCable();
    cable.lead(port);
    // One name of this machine leads through the cable, the other one does not: only the presenter uses the first.
    browser = await launchBrowser({
      flags: [`--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${cable.port}`],
    });
    const session = await openSession(stack.url, {
      Ada: 'leader',
      Bo: 'coLeader',
      Ben: 'member',
      Cleo: 'member',
    });
    actors = await Promise.all(NAMES.map((name) => newActor(browser, name)));
    [leader, presenter, member] = actors as [Actor, Actor, Actor];
    const link = (name: string, url: string): string => linkTo(url, session.id, session.secretOf(name));
    await comeIn(leader, link('Ada', stack.url));
    await comeIn(presenter, link('Ben', `http://localhost:${port}`));
    await comeIn(member, link('Cleo', stack.url));
    coLeader = await session.enter('Bo');
    ears = await listen(await coLeader.media());
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'questions');
  });
  beforeEach(async () => {
    const { course } = coLeader.room();
    if (course.kind === 'pushBack') {
      await rested(coLeader);
      await must(coLeader, { type: 'back', turn: course.turn });
      await everybodyIn(actors, 'questions');
      await press(presenter, /Open my microphone/);
    }
    await everybodyIn(actors, 'questions');
    await mustHear(actors, hearingOf(NAMES, NAMES), 'questions');
    await ears.hears(identityOf(presenter));
  });
  afterAll(async () => {
    await ears.leave();
    await dispose();
    coLeader.close();
    await browser.close();
    await stack.stop();
    cable.close();
  });

  test('[RC7] only the presenter’s cable is out: silent from the step on, and once it is in again', async () => {
    cable.pull();
    await presenter.page.getByText('Your line has broken').first().waitFor();
    const told = presenter.views.last();
    // Sound does not go through the cable: they are heard as before.
    await Promise.all([leader, member].map(({ page }) => hearsAll(page, [identityOf(presenter)])));
    await goOn(leader, 'pushBack');
    await toldOf('pushBack');
    await pause(ON_ITS_WAY);
    const silence = performance.now();
    expect(await namesHeard()).toEqual([['Cleo'], ['Ada']]);
    expect(ears.lastHeard(identityOf(presenter))).toBeLessThan(silence);
    // Their page knows nothing of it yet.
    expect(presenter.views.last()).toBe(told);
    const heard = namesHeard();
    cable.plug();
    await until('the presenter to be told', () => presenter.views.room().course.kind === 'pushBack');
    expect(await heard).toEqual([['Cleo'], ['Ada']]);
    await sitsBack();
    expect(ears.lastHeard(identityOf(presenter))).toBeLessThan(silence);
  });

  test('[RC7] the media server is away: silent from its first moment on, the others are heard', async () => {
    await stack.livekit.kill();
    await goOn(leader, 'pushBack');
    await toldOf('pushBack');
    const was = identityOf(presenter);
    const silence = performance.now();
    const others = [leader, member].map(identityOf);
    await stack.livekit.start();
    const [heard] = await Promise.all([
      namesHeard(),
      hearsAll(leader.page, others.slice(1), SOUND_BACK),
      hearsAll(member.page, others.slice(0, 1), SOUND_BACK),
      hearsAll(presenter.page, others, SOUND_BACK),
    ]);
    expect(heard.flat()).not.toContain('Ben');
    await ears.hears(identityOf(member), SOUND_BACK);
    await sitsBack();
    for (const identity of [was, identityOf(presenter)])
      expect(ears.lastHeard(identity) ?? 0).toBeLessThan(silence);
  });
});
