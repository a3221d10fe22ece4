// Proof: whatever breaks or leaves where all is sealed, no key is used twice, gone back to, or left with who is gone.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wallClock } from './bench/figures.ts';
import { comeIn, press } from './cast.ts';
import { flowsIn } from './frame-tap.ts';
import { BEN, CLEO, identityOf, type LiedTo, PITCHES, sends, startLiedTo } from './lied-to.ts';
import { must } from './people.ts';
import { tunesIn } from './tunes.ts';
import { until } from './until.ts';

/** Milliseconds for which the page of somebody who is put out does nothing of what it is told; its worker goes on. */
const BUSY = 8_000;
/** Milliseconds after which nothing more of the others may be opened; the bench holds a tighter one. */
const OPENS_WITHIN = 3_000;

describe('keys, while connections break and people leave', () => {
  let room: LiedTo;

  beforeAll(async () => {
    room = await startLiedTo();
    const { ada, cleo } = room;
    await comeIn(cleo, room.link('Cleo'));
    await sends(cleo);
    await (await tunesIn(ada.page, PITCHES)).hears(identityOf(cleo), CLEO);
  });
  afterAll(() => room.stop());

  test('[EE16] no IV stands twice under a key, and no older key is gone back to, as signals and connections begin anew', async () => {
    const { ada, ben, liar, resume } = room;
    const bens = identityOf(ben);
    for (const turn of ['off', 'on', 'off', 'on']) await press(ben, new RegExp(`Turn my camera ${turn}`));
    await resume(ben);
    const began = liar.begun(bens);
    liar.sendAway(bens);
    await until('Ben to begin anew', () => liar.begun(bens) > began);
    await (await tunesIn(ada.page, PITCHES)).hears(bens, BEN);
    await resume(ben);
    await (await tunesIn(ada.page, PITCHES)).hears(bens, BEN, 100);
    const flows = (await flowsIn(ben.page)).filter(({ kind, left }) => kind === 'encode' && left > 0);
    const told = JSON.stringify(flows);
    expect(flows.length, told).toBeGreaterThan(3);
    expect(flows.flatMap(({ bare, twice }) => [bare, twice]).every((count) => count === 0)).toBe(true);
    // Nobody gets round all sixteen slots here.
    for (const { slots, first } of flows) {
      const earlier = flows.filter(({ last }) => last < first).flatMap((one) => one.slots);
      const all = [Math.max(0, ...earlier), ...slots];
      expect(all, told).toEqual(all.toSorted((one, other) => one - other));
    }
    expect(Math.max(...flows.flatMap(({ slots }) => slots)), told).toBeGreaterThan(1);
  });

  test('[EE16] a program that goes on listening after it was put out opens nothing three seconds later', async () => {
    const { ada, ben, cleo, liar, session } = room;
    const bo = await session.enter('Bo');
    const seat = cleo.views.room().you.seats[0].seat;
    liar.keep(identityOf(cleo));
    const busy = cleo.page.evaluate((ms) => {
      for (const end = performance.now() + ms; performance.now() < end;);
    }, BUSY);
    await must(bo, { type: 'remove', seat });
    const at = wallClock();
    await busy;
    const all = (await flowsIn(cleo.page)).filter(({ kind, lastCame }) => kind === 'decode' && lastCame > at);
    const told = JSON.stringify(
      all.map((one) => ({ ...one, lastCame: one.lastCame - at, last: one.last - at })),
    );
    expect(new Set(all.map(({ identity }) => identity)), told).toEqual(
      new Set([identityOf(ada), identityOf(ben)]),
    );
    for (const { lastCame, last } of all) {
      expect(lastCame - at, told).toBeGreaterThan(2 * OPENS_WITHIN - 500);
      expect(last - at, told).toBeLessThan(OPENS_WITHIN);
    }
    bo.close();
  });
});
