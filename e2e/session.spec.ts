// Proof: a whole session in real browsers. In every phase who hears whom is what the phase table says.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import { PHASES, type PhaseKind } from '@tele-balint/shared/protocol/phases';
import type { Voice } from '@tele-balint/shared/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, everybodyIn, goOn, newActor, openRoom, press } from './cast.ts';
import { hearingOf, mustHear, speakersOf } from './hearing.ts';
import { soundSent } from './page-ears.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan'] as const;
const [LEADER, PRESENTER, ...MEMBERS] = NAMES;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 1_000;

describe.each([
  { protectStory: true, SEALING: 'true' },
  { protectStory: false, SEALING: 'false' },
])('a whole session, protect the story: $protectStory, SEALING=$SEALING', ({ protectStory, SEALING }) => {
  let stack: Stack;
  let browser: Browser;
  let actors: Actor[];
  let leader: Actor;
  let presenter: Actor;
  const others = () => actors.filter((actor) => actor !== presenter);

  beforeAll(async () => {
    stack = await startPages({ SEALING });
    browser = await launchBrowser();
    actors = await Promise.all(NAMES.map((name) => newActor(browser, name)));
    [leader, presenter] = actors as [Actor, Actor];
    const links = await openRoom(leader, stack.url, {
      leader: LEADER,
      members: NAMES.slice(1),
      protectStory,
    });
    await comeIn(leader, links.leader);
    await Promise.all(actors.slice(1).map((actor) => comeIn(actor, links.of(actor.name))));
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  const memberVoice = (kind: PhaseKind): Voice | null =>
    kind === 'presentation' && !protectStory ? 'open' : PHASES[kind].voice.member;
  const byTable = (kind: PhaseKind, given: readonly string[] = []): readonly string[] => [
    ...speakersOf(kind, { leaders: [LEADER], presenter: PRESENTER, members: MEMBERS }, memberVoice(kind)),
    ...given,
  ];
  /** Measures the phase that runs now. */
  const hears = async (kind: PhaseKind, speakers = byTable(kind)): Promise<void> => {
    await everybodyIn(actors, kind);
    await pause(ON_ITS_WAY);
    await mustHear(actors, hearingOf(NAMES, speakers), kind);
  };
  const stepTo = async (kind: PhaseKind): Promise<void> => {
    await goOn(leader, kind);
    await hears(kind);
  };
  /** How many of the others see the presenter's camera. */
  const watching = async (): Promise<number> => {
    const identity = presenter.views.room().you.media?.identity;
    const seen = others().map(({ page }) => page.locator(`video[data-identity="${identity}"]`).count());
    return (await Promise.all(seen)).filter((count) => count > 0).length;
  };

  test('[WS2] arriving and looking for a case: all hear all', async () => {
    await hears('arrive');
    await stepTo('call');
    await choosePresenter(leader, PRESENTER);
  });

  test(`[WS2] presentation: ${protectStory ? 'a hand asks for the floor, and what was given is taken back' : 'the floor is open'}`, async () => {
    await stepTo('presentation');
    if (!protectStory) return;
    const [asking] = MEMBERS;
    const member = actors[2]!;
    await press(member, /Raise my hand/);
    await leader.page.getByRole('button', { name: `Give the floor to ${asking}` }).click();
    await member.views.until('the floor', ({ you }) => you.may.microphone);
    await hears('presentation', byTable('presentation', [asking]));
    await leader.page.getByRole('button', { name: `Take back the floor from ${asking}` }).click();
    await member.views.until('the end of the floor', ({ you }) => !you.may.microphone && you.confirmed);
    await hears('presentation');
  });

  test('[WS2] questions: all hear all', async () => {
    await stepTo('questions');
  });

  test('[WS4] push-back and discussion: the presenter hears all, sends no sound and is heard by nobody', async () => {
    // Named here, not read from the table: a table that let the presenter speak would be wrong itself.
    const speakers = [LEADER, ...MEMBERS];
    const openers = () => presenter.page.getByRole('button', { name: /Open my microphone/ });
    await goOn(leader, 'pushBack');
    await everybodyIn(actors, 'pushBack');
    expect(await openers().count()).toBe(0);
    await hears('pushBack', speakers);
    const before = await soundSent(presenter.page);
    await goOn(leader, 'discussion');
    await hears('discussion', speakers);
    expect(await soundSent(presenter.page), 'packets of sound sent while sitting back').toBe(before);
    expect(await openers().count()).toBe(0);
  });

  test('[WS4] the presenter sitting back shows or hides their camera as they like', async () => {
    await until('the presenter to be seen by all', async () => (await watching()) === others().length);
    await press(presenter, /Turn my camera off/);
    await until('the picture to go everywhere', async () => (await watching()) === 0);
    await press(presenter, /Turn my camera on/);
    await until('the picture to come back', async () => (await watching()) === others().length);
  });

  test('[MC3] return: the presenter is silent until they open their microphone, and then heard by all', async () => {
    await goOn(leader, 'return');
    await hears(
      'return',
      byTable('return').filter((name) => name !== PRESENTER),
    );
    await press(presenter, /Open my microphone/);
    await hears('return');
  });

  test('[WS2] closing: all hear all, and no page broke its own rules', async () => {
    await stepTo('closing');
    expect(actors.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
