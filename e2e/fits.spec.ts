// What stands where, at every size: nothing scrolls into emptiness, nothing covers a face, nothing shrinks the circle.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, goOn, linkTo, newActor } from './cast.ts';
import { must, openSession, type OpenedSession, type Person } from './people.ts';
import { startPages } from './pages.ts';
import { CENTRE, CONTROLS, DRAWER, FACTS, NOTICE, SEAT, STAGE } from './parts.ts';
import { coveredWords, cutWords, endIsTold, fontsIn, hiddenSeats, meet, seen } from './sights.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const SIZES = ['1920x1080', '1366x768', '1280x720', '820x1180', '390x844', '844x390', '320x640'] as const;
const WIDE = ['1920x1080', '1366x768', '1280x720'] as const;
const [WIDEST] = SIZES;
const LONG = 'Thursday group of the practices along the river, every month';
const OTHERS = [
  'Cleo Brand',
  'Anneke de Vries-Oosterhuis van den Berg',
  'Dan Ek',
  'Eve Lund',
  'Fay Orr',
  // In Cyrillic letters: a member under the leader's name.
  'Аda',
];

const sized = async ({ page }: Actor, size: string): Promise<void> => {
  const [width, height] = size.split('x').map(Number) as [number, number];
  await page.setViewportSize({ width, height });
  await page.waitForFunction((wide) => innerWidth === wide, width);
};

/** The stage's size and the first seat's, once they have stood still for two frames. */
const stageOf = ({ page }: Actor): Promise<string> =>
  page.evaluate(
    async (parts) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const look = () =>
        parts.map((one) => {
          const { width, height } = document.querySelector(one)!.getBoundingClientRect();
          return `${Math.round(width)}x${Math.round(height)}`;
        });
      for (let before = ''; ;) {
        const now = look().join(', a seat ');
        if (now === before) return now;
        before = now;
        await frame();
        await frame();
      }
    },
    [STAGE, SEAT],
  );

describe('the room at every size', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let leader: Actor;
  let member: Actor;
  let second: Person;
  let presenter: Person;
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const atEverySize = async (actor: Actor, holds: (size: string) => Promise<void>): Promise<void> => {
    for (const size of SIZES) {
      await sized(actor, size);
      await stageOf(actor);
      await holds(`${actor.name} at ${size}`);
    }
    await sized(actor, WIDEST);
  };

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    session = await openSession(
      stack.url,
      {
        Ada: 'leader',
        Bo: 'coLeader',
        Ben: 'member',
        ...Object.fromEntries(OTHERS.map((name) => [name, 'member' as const])),
      },
      { group: LONG },
    );
    leader = await newActor(browser, 'Ada', {
      viewport: { width: 1920, height: 1080 },
      reducedMotion: 'reduce',
    });
    await comeIn(leader, link('Ada'));
    second = await session.enter('Bo');
    member = await newActor(browser, 'Ben', {
      viewport: { width: 1920, height: 1080 },
      reducedMotion: 'reduce',
    });
    await comeIn(member, link('Ben'));
    const people = await Promise.all(OTHERS.map((name) => session.enter(name)));
    presenter = people[0]!;
    await leader.views.until('nine people', ({ places }) => places.length === OTHERS.length + 3);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[PG20] no page scrolls beyond what is on it, at any size, whatever is spoken', async () => {
    for (const actor of [leader, member])
      await atEverySize(actor, async (where) => {
        const beyond = await actor.page.evaluate(
          (drawer) => ({
            down: document.documentElement.scrollHeight - innerHeight,
            aside: document.documentElement.scrollWidth - innerWidth,
            drawer: [...document.querySelectorAll(drawer)].filter((it) => it.scrollWidth > it.clientWidth)
              .length,
          }),
          DRAWER,
        );
        expect(beyond, where).toEqual({ down: 0, aside: 0, drawer: 0 });
      });
  });

  test('[PG20] own controls stay in view', async () => {
    for (const actor of [leader, member])
      await atEverySize(actor, async (where) => {
        const { height, width } = actor.page.viewportSize()!;
        const buttons = await seen(actor.page, `${CONTROLS} button`);
        expect(buttons.length, where).toBeGreaterThan(3);
        for (const { left, top, right, bottom } of buttons)
          expect(left >= 0 && top >= 0 && right <= width && bottom <= height, where).toBe(true);
      });
  });

  test('[PG20] the words of the bar keep apart, however long the group’s name is', async () => {
    for (const actor of [leader, member])
      await atEverySize(actor, async (where) => {
        const words = await seen(actor.page, `header h1, header li, ${FACTS}`);
        const pairs = words.flatMap((a, i) => words.slice(i + 1).map((b) => [a, b] as const));
        expect(
          pairs.filter(([a, b]) => meet(a, b)),
          where,
        ).toEqual([]);
      });
  });

  test('[PG20] no word on a tile lies under its plate or its tag', async () => {
    for (const actor of [leader, member])
      await atEverySize(actor, async (where) => {
        expect(await coveredWords(actor.page), where).toEqual([]);
      });
    await member.page.locator(`${SEAT}[data-not-leader]`).waitFor();
  });

  test('[CR30] choosing a presenter, and a "no" to it, take nothing from the stage', async () => {
    const { page } = leader;
    await goOn(leader, 'call');
    const stages = new Map<string, string>();
    const asBefore = async (what: string): Promise<void> => {
      for (const size of WIDE) {
        await sized(leader, size);
        const stage = await stageOf(leader);
        if (!stages.has(size)) stages.set(size, stage);
        expect(`${size}: ${stage}`, what).toBe(`${size}: ${stages.get(size)}`);
      }
    };
    const choice = page.getByText('Nobody presents yet. Choose with the group:');
    await choice.waitFor();
    await asBefore('choosing');
    await page.getByRole('button', { name: /^Next: / }).click();
    const no = page.getByText('Choose the presenter first.').filter({ visible: true });
    await no.first().waitFor();
    await asBefore('after a "no"');
    await choosePresenter(leader, 'Cleo Brand');
    await choice.waitFor({ state: 'detached' });
    await asBefore('chosen');
    await goOn(leader, 'discussion');
    await asBefore('in the next phases');
    await sized(leader, WIDEST);
  });

  test('[PG20] every face and the chair are in view, and titles stand in the font that comes with the page', async () => {
    for (const actor of [leader, member]) {
      await actor.page.locator(`${SEAT}[data-back]`).waitFor();
      await atEverySize(actor, async (where) => {
        expect(await hiddenSeats(actor.page), where).toEqual([]);
      });
      expect(await fontsIn(actor.page), actor.name).toContain('Newsreader');
    }
  });

  test('[LE17] the drawer begins closed where it has no room of its own, and lies on the circle when opened', async () => {
    const { page } = leader;
    const show = page.getByRole('button', { name: /^Show what only leaders see/ });
    for (const size of ['820x1180', '390x844', '844x390']) {
      await sized(leader, size);
      await page.reload();
      await show.waitFor();
      const stage = await page.locator(STAGE).boundingBox();
      await show.click();
      await page.getByRole('heading', { name: 'Only you and Bo see this' }).waitFor();
      expect(await page.getByRole('complementary').boundingBox(), size).toMatchObject({ y: stage!.y });
      await page.getByRole('button', { name: 'Hide what only leaders see' }).click();
    }
    await sized(leader, WIDEST);
    await page.reload();
    await page.getByRole('heading', { name: 'Only you and Bo see this' }).waitFor();
  });

  test('[LE17, PG20, PG21] the presenter’s call and every notice stand apart from all faces, in view, drawer open or closed', async () => {
    const { page } = leader;
    await must(presenter, { type: 'askToComeIn' });
    // Held sideways, the words beside the faces stand at their top, however far these scroll.
    await sized(member, '844x390');
    const words = await member.page.locator(`${CENTRE} h2`).boundingBox();
    const stage = await member.page.locator(STAGE).boundingBox();
    expect(words!.y - stage!.y).toBeLessThan(words!.height);
    await must(second, { type: 'nameBackup', seat: member.views.room().you.seats[0].seat });
    await must(second, { type: 'endSession' });
    const bring = page.getByRole('button', { name: 'Bring Cleo back' });
    await bring.waitFor();
    await Promise.all([leader, member].map(endIsTold));
    for (const actor of [leader, member])
      await atEverySize(actor, async (where) => {
        const { height, width } = actor.page.viewportSize()!;
        const notices = await seen(actor.page, NOTICE);
        // On a short phone, and on one held sideways, the call stands alone.
        expect(notices, where).toHaveLength(/^Ada at (320x640|844x390)$/.test(where) ? 1 : 2);
        const faces = await seen(actor.page, SEAT);
        expect(
          faces.filter((face) => notices.some((one) => meet(face, one))),
          where,
        ).toEqual([]);
        expect(await cutWords(actor.page), where).toEqual([]);
        if (/ (390x844|320x640)$/.test(where)) expect(await hiddenSeats(actor.page), where).toEqual([]);
        for (const { top, bottom, left, right } of notices)
          expect(top >= 0 && left >= 0 && bottom <= height && right <= width, where).toBe(true);
      });
    for (const drawer of [/^Hide what only leaders see/, /^Show what only leaders see/]) {
      await page.getByRole('button', { name: drawer }).click();
      await atEverySize(leader, async (where) => {
        const { height, width } = page.viewportSize()!;
        const box = (await bring.boundingBox())!;
        expect(box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width, where).toBe(true);
        await bring.click({ trial: true });
      });
    }
    await must(second, { type: 'keepSession' });
    await bring.click();
    await until('the return', () => presenter.room().course.kind === 'return');
  });
});
