// Proof: a line that is dead without anybody having said so. Nothing comes, and nothing ends.

import type { Browser } from 'playwright-core';
import { setTimeout as pause } from 'node:timers/promises';
import type { RoomView } from '@tele-balint/shared/view/view';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Cable, newCable } from './cable.ts';
import { type Actor, comeIn, linkTo, newActor, press } from './cast.ts';
import { goOnTo, must, openSession } from './people.ts';
import { startPages } from './pages.ts';
import type { Stack } from './stack.ts';

/** Milliseconds: shorter and longer than a line lasts without a sign of life. From then on nothing changes any more. */
const DEAD = [5_000, 24_000];
/** Milliseconds until the page is current again: more than the aim of 3 s, for a busy machine; `return.alone.test.ts` has the schedule. */
const CURRENT = 5_000;
/** Milliseconds until the proof gives up. */
const LATE = 40_000;

const handIsUp = ({ places }: RoomView): boolean => places.some(({ hand }) => hand !== null);

describe('a line that is half open', () => {
  let cable: Cable;
  let stack: Stack;
  let browser: Browser;
  let member: Actor;

  beforeAll(async () => {
    cable = await newCable();
    const url = `http://127.0.0.1:${cable.port}`;
    stack = await startPages({ PUBLIC_URL: url });
    cable.lead(Number(new URL(stack.url).port));
    browser = await launchBrowser();
    const session = await openSession(url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
    const leader = await session.enter('Ada');
    await session.enter('Cleo');
    await goOnTo(leader, 'call');
    const seat = leader.room().places.find(({ name }) => name === 'Cleo')?.seat;
    if (seat === undefined) throw new Error('Cleo has no seat');
    await must(leader, { type: 'choosePresenter', seat });
    member = await newActor(browser, 'Ben');
    await comeIn(member, linkTo(url, session.id, session.secretOf('Ben')));
    await goOnTo(leader, 'presentation');
    await member.views.until('the presentation', ({ course }) => course.kind === 'presentation');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    cable.close();
  });

  test.each(DEAD)('[RC13] for %d ms: the page is soon current once the network is back', async (dead) => {
    cable.hold();
    await pause(dead);
    cable.release();
    const back = performance.now();
    const up = handIsUp(member.views.room());
    await press(member, up ? /Lower my hand/ : /Raise my hand/);
    await member.views.until('the hand', (view) => handIsUp(view) !== up, LATE);
    const took = performance.now() - back;
    console.info(`half open for ${dead} ms: current ${took.toFixed(0)} ms after the network is back`);
    expect(took).toBeLessThan(CURRENT);
  });
});
