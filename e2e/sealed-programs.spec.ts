// Proof: a program of another make that has the link seals and opens as pages do, through a change of keys, so that the ears of
// other proofs are no deaf ones where all is sealed; one that seals nothing is not carried, and past our gateway no page plays it.

import { dispose } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, linkTo, newActor } from './cast.ts';
import { type Ears, listen } from './ears.ts';
import { beginToListen, hearsAll, soundsSince } from './page-ears.ts';
import { startPages } from './pages.ts';
import { type OpenedSession, openSession } from './people.ts';
import { rekeysOf } from './rekeys.ts';
import { claimsOf, type Rude, rudeClient } from './rude.ts';
import { type Listener, listenForTone, singsOn } from './singing.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const ROLES = { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member', Eve: 'member' } as const;
/** Four seconds of sound in pieces of 40 ms. */
const ENOUGH = 100;

describe('a program where sound is sealed', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let ada: Actor;
  let rekeys: () => readonly number[];
  let ben: Listener;
  let cleo: Rude;
  let cleos: string;
  let dan: Ears;

  const placeOf = async (name: string) => (await session.enter(name)).media();
  const adas = (): string => ada.views.room().you.media?.identity ?? '';
  const bothHear = async (): Promise<void> => {
    expect(await ben.toneOf(adas(), ENOUGH)).toBeGreaterThan(0.9);
    await hearsAll(ada.page, [cleos]);
  };

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    browser = await launchBrowser();
    session = await openSession(stack.url, ROLES, { agree: false });
    ada = await newActor(browser, 'Ada');
    rekeys = rekeysOf(ada.page);
    await singsOn(ada.page);
    await comeIn(ada, linkTo(stack.url, session.id, session.secretOf('Ada')));
    await begin(ada);
  });
  afterAll(async () => {
    await Promise.all([ben, cleo].map((one) => one.leave()));
    await browser.close();
    await stack.stop();
    await dispose();
  });

  test('[EE12, EE13] hears a page, and is heard by it', async () => {
    ben = await listenForTone(await placeOf('Ben'));
    const place = await placeOf('Cleo');
    cleos = place.identity;
    cleo = await rudeClient(place);
    await until('the right to speak', () => cleo.granted());
    await cleo.publish();
    await bothHear();
  });

  test('[EE12, EE13] goes on hearing and being heard after somebody went, and all have new keys', async () => {
    const person = await session.enter('Dan');
    dan = await listen(await person.media());
    await dan.hears(adas());
    await until('keys for three', () => rekeys().at(-1) === 3);
    await person.send({ type: 'leave' });
    await until('keys for two', () => rekeys().at(-1) === 2);
    await bothHear();
    await dan.leave();
  });

  test('[GW56, EN22, EE13] that seals nothing is not carried, and past our gateway no page plays it', async () => {
    const eve = await session.enter('Eve');
    const { keys: _, ...place } = await eve.media();
    const carried = await rudeClient(place);
    await until('the right to speak', () => carried.granted());
    await expect(carried.publish()).rejects.toThrow();
    await carried.leave();
    // It has lost the right with that: it comes anew.
    const { token, identity } = await (await eve.newWindow()).media();
    const past = await rudeClient({ url: stack.livekit.url.replace('http', 'ws'), token });
    await until('the right to speak', () => past.granted());
    await beginToListen(ada.page);
    await past.publish();
    const room = claimsOf(token).video?.room ?? '';
    const rightsOf = async () =>
      (await createLiveKit(stack.livekit).participants(room)).find((one) => one.identity === identity)
        ?.rights;
    await until('the enforcer to end its right', async () => (await rightsOf())?.microphone === false);
    await hearsAll(ada.page, [cleos]);
    expect(Object.keys((await soundsSince(ada.page)).heard)).toEqual([cleos]);
    await past.leave();
  });
});
