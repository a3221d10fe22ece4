// Proof: both rings full on phones. The inner ring, the chair, the leaders' call and the controls are in view; the outer ring
// has rows of its own, or one that scrolls sideways and says so.

import type { Role } from '@tele-balint/shared/vocabulary';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, comeIn, linkTo, newActor } from './cast.ts';
import { startPages } from './pages.ts';
import { CONTROLS, DRAWER, SEAT } from './parts.ts';
import { begin, goTo, must, openSession, type Person, rested } from './people.ts';
import { hiddenSeats, meet, seen } from './sights.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const PHONES = ['320x640', '390x844', '844x390'] as const;
const INNER = `${SEAT}:not([data-row])`;
const OUTER = `${SEAT}[data-row]`;
const members = Array.from({ length: 11 }, (_, n) => `Member ${n + 1}`);
const observers = Array.from({ length: 12 }, (_, n) => `Observer ${n + 1}`);
const ROLES: Record<string, Role> = {
  Ada: 'leader',
  Bo: 'coLeader',
  Ben: 'member',
  ...Object.fromEntries(members.map((name) => [name, 'member' as const])),
  ...Object.fromEntries(observers.map((name) => [name, 'observer' as const])),
};
/** Milliseconds until everybody has come or was told, on a busy machine. */
const WITHIN = 60_000;
const PHONE = { hasTouch: true, reducedMotion: 'reduce', viewport: { width: 390, height: 844 } } as const;

describe('both rings full on a phone', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  let member: Actor;
  let second: Person;
  let presenter: Person;

  const atPhones = async ({ name, page }: Actor, holds: (where: string) => Promise<void>): Promise<void> => {
    for (const size of PHONES) {
      const [width, height] = size.split('x').map(Number) as [number, number];
      await page.setViewportSize({ width, height });
      await page.waitForFunction((wide) => innerWidth === wide, width);
      let hidden: readonly (string | null)[] = [];
      await until(`${name} at ${size}: all chairs of the inner ring`, async () => {
        hidden = await hiddenSeats(page, INNER);
        return hidden.length === 0;
      }).catch((error: unknown) => expect.fail(`${String(error)}: ${hidden.join(', ')} out of view`));
      await holds(`${name} at ${size}`);
    }
  };
  /** The outer ring is in view, or reached sideways in a row that is, and says how many sit there. */
  const outerIsReached = async ({ page }: Actor, where: string): Promise<void> => {
    if ((await hiddenSeats(page, OUTER)).length === 0) return;
    await page.getByText('12 in the outer ring').waitFor();
    expect((await seen(page, OUTER)).length, where).toBeGreaterThan(2);
    const last = page.locator(OUTER).last();
    await last.scrollIntoViewIfNeeded();
    const left = await hiddenSeats(page, OUTER);
    expect(left, where).not.toContain(await last.textContent());
    expect(await hiddenSeats(page, INNER), `${where}, scrolled`).toEqual([]);
    await page.locator(OUTER).first().scrollIntoViewIfNeeded();
  };
  const controlsAreIn = async ({ page }: Actor, where: string): Promise<void> => {
    const { width, height } = page.viewportSize()!;
    const buttons = await seen(page, `${CONTROLS} button`);
    expect(buttons.length, where).toBeGreaterThan(3);
    for (const { left, top, right, bottom } of buttons)
      expect(left >= 0 && top >= 0 && right <= width && bottom <= height, where).toBe(true);
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, ROLES);
    const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
    leader = await newActor(browser, 'Ada', PHONE);
    await comeIn(leader, link('Ada'));
    second = await session.enter('Bo');
    member = await newActor(browser, 'Ben', PHONE);
    await comeIn(member, link('Ben'));
    const others: Person[] = [];
    for (const name of [...members, ...observers]) others.push(await session.enter(name));
    presenter = others[0]!;
    for (const { views } of [leader, member])
      await views.until('everybody', ({ places }) => places.length === 26, WITHIN);
    await begin(second);
    await must(second, { type: 'choosePresenter', seat: presenter.room().you.seats[0].seat });
    await rested(second);
    await goTo(second, 'pushBack');
    for (const { page } of [leader, member])
      await page.locator(`${SEAT}[data-back]`).waitFor({ timeout: WITHIN });
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[PG20] a leader and a member have the inner ring, the chair and the controls in view, and reach the outer ring', async () => {
    for (const actor of [leader, member])
      await atPhones(actor, async (where) => {
        await controlsAreIn(actor, where);
        await outerIsReached(actor, where);
        expect(await seen(actor.page, `${SEAT}[data-back]`), where).toHaveLength(1);
      });
  });

  test('[PG20, LE17] so they have with the presenter’s call, alone and beside another notice, and the drawer’s handle covers nobody', async () => {
    await must(presenter, { type: 'askToComeIn' });
    const bring = leader.page.getByRole('button', { name: /^Bring Member.* back$/ });
    const callStands = async (where: string): Promise<void> => {
      const { width, height } = leader.page.viewportSize()!;
      const { x, y, width: wide, height: high } = (await bring.boundingBox())!;
      expect(x >= 0 && y >= 0 && x + wide <= width && y + high <= height, where).toBe(true);
      await bring.click({ trial: true });
      await controlsAreIn(leader, where);
      await outerIsReached(leader, where);
      const [handle] = await seen(leader.page, `${DRAWER} button`);
      const faces = await seen(leader.page, SEAT);
      expect(
        faces.filter((face) => meet(face, handle!)),
        where,
      ).toEqual([]);
    };
    await bring.waitFor();
    await atPhones(leader, callStands);
    await must(second, { type: 'endSession' });
    await leader.page.getByText(/^The session ends in/).waitFor({ state: 'attached' });
    await atPhones(leader, callStands);
    await must(second, { type: 'keepSession' });
  });
});
