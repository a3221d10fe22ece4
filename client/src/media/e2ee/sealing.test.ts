// Whole pages with real WebCrypto, on a relay in memory: what the machine decides is made true.

import { setImmediate } from 'node:timers/promises';
import { toHex } from '@tele-balint/shared/e2ee/bytes';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hub, LINK, type Page } from './testing/hub.ts';

let at: ReturnType<typeof hub>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] });
  at = hub();
});
afterEach(() => {
  at.stop();
  vi.useRealTimers();
});

/** Time goes by; at each tick all that is under way comes to its end. */
const pass = async (ms: number): Promise<void> => {
  for (let gone = 0; gone < ms; gone += 250) {
    vi.advanceTimersByTime(250);
    await at.calm();
  }
};
const sealed = (page: Page): boolean =>
  page.status !== null && page.status.armed && page.status.confirmed === page.status.of;
/** Until all are sealed with so many peers each. */
const settle = async (pages: readonly Page[], of: number): Promise<void> => {
  const done = (): boolean => pages.every((page) => sealed(page) && page.status?.of === of);
  for (let tries = 0; tries < 60 && !done(); tries += 1) await pass(500);
  if (!done()) expect.fail(`not sealed: ${JSON.stringify(pages.map(({ status }) => status))}`);
};
/** The newest key of a page, as it and each other page have it. */
const keysOf = (of: Page, pages: readonly Page[]): (string | undefined)[] => {
  const own = [...of.ring].filter(([name]) => name.startsWith(`media of ${of.line} `)).at(-1);
  return pages.map(({ ring }) => (own === undefined ? undefined : ring.get(own[0])));
};
const allHave = (pages: readonly Page[]): void => {
  for (const page of pages) {
    const [first, ...others] = keysOf(page, pages);
    expect(first).toMatch(/^(?!0+$)[0-9a-f]{64}$/);
    expect(others).toEqual(others.map(() => first));
  }
};

it(
  '[EE3] gives all who come the same keys of each, and the same four words',
  { timeout: 60_000 },
  async () => {
    const pages = [await at.join('ada'), await at.join('ben'), await at.join('cleo')];
    await settle(pages, 2);
    allHave(pages);
    pages.push(await at.join('dan'));
    await settle(pages, 3);
    allHave(pages);
    for (let tries = 0; tries < 40 && pages.some(({ words }) => words === null); tries += 1) await pass(500);
    expect(pages[0]?.words).toHaveLength(4);
    expect(new Set(pages.map(({ words }) => JSON.stringify(words))).size).toBe(1);
  },
);

it('[EE4] a new key is made when it is due, not with the tick after that', { timeout: 60_000 }, async () => {
  const [ada, ben, cleo] = [await at.join('ada'), await at.join('ben'), await at.join('cleo')];
  await settle([ada, ben, cleo], 2);
  await pass(1_000);
  const before = keysOf(ada, [ada])[0];
  await at.leave(cleo);
  vi.advanceTimersByTime(160);
  // The clock stands still now, and nothing but the key that is due happens.
  const end = Date.now() + 5_000;
  while (keysOf(ada, [ada])[0] === before && Date.now() < end) await setImmediate();
  expect(keysOf(ada, [ada])[0]).not.toBe(before);
  allHave([ada, ben]);
});

it('[EE4] seals with a new key when somebody leaves, which they never get', { timeout: 60_000 }, async () => {
  const [ada, ben, cleo] = [await at.join('ada'), await at.join('ben'), await at.join('cleo')];
  await settle([ada, ben, cleo], 2);
  const before = keysOf(ada, [ada])[0];
  await at.leave(cleo);
  const had = new Set(cleo.ring.values());
  await settle([ada, ben], 1);
  await pass(6_000);
  allHave([ada, ben]);
  expect(keysOf(ada, [ada])[0]).not.toBe(before);
  expect([...ada.ring.values(), ...ben.ring.values()].filter((key) => had.has(key))).toEqual([]);
});

it('knows nobody who comes without the link', { timeout: 60_000 }, async () => {
  const [ada, ben] = [await at.join('ada'), await at.join('ben')];
  await settle([ada, ben], 1);
  const eve = await at.join('eve', crypto.getRandomValues(new Uint8Array(32)));
  await pass(10_000);
  expect([ada, ben].map(({ status }) => status?.peers.map(({ line }) => line))).toEqual([['ben'], ['ada']]);
  expect(ada.status?.alarms).toContainEqual({ why: 'line', line: 'eve' });
  expect([...eve.ring.keys()].filter((name) => !name.startsWith('media of eve'))).toEqual([]);
});

it('takes nothing that was changed on its way', { timeout: 60_000 }, async () => {
  const other = (one: string | undefined) => (one === 'A' ? 'B' : 'A');
  at.tamperWith((envelope) => envelope.slice(0, 60) + other(envelope[60]) + envelope.slice(61));
  const [ada, ben] = [await at.join('ada'), await at.join('ben')];
  await pass(5_000);
  expect([ada, ben].map(({ status }) => status?.of)).toEqual([0, 0]);
  at.tamperWith((envelope) => envelope);
  await settle([ada, ben], 1);
});

it('carries no secret of a page or a link', { timeout: 60_000 }, async () => {
  const pages = [await at.join('ada'), await at.join('ben')];
  await settle(pages, 1);
  const keys = [toHex(LINK), ...pages.flatMap(({ ring }) => [...ring.values()])];
  const all = at.carried.map(({ envelope }) => toHex(Buffer.from(envelope, 'base64url'))).join(' ');
  expect(keys.length).toBeGreaterThan(4);
  expect(keys.filter((key) => all.includes(key))).toEqual([]);
});

it(
  '[EE12] says once that it cannot go on where a step or what is shown of it fails',
  { timeout: 60_000 },
  async () => {
    const ada = await at.join('ada');
    const [before, shown] = [
      ada.status,
      vi.fn(() => {
        throw new Error('no sound here');
      }),
    ];
    at.showWith(shown);
    await pass(2_000);
    expect([ada.broken, shown.mock.calls.length]).toEqual([1, 1]);
    expect(before).not.toBe(null);
    await ada.sealing?.lines(at.names(['ada', 'ben']));
    expect([ada.broken, shown.mock.calls.length]).toEqual([1, 1]);
  },
);

it('[EE12] says nothing of what fails after it was stopped', { timeout: 60_000 }, async () => {
  const ada = await at.join('ada');
  at.showWith(() => {
    ada.sealing?.stop();
    throw new Error('gone');
  });
  await pass(2_000);
  expect(ada.broken).toBe(0);
});
