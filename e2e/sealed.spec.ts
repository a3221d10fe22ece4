// Proof: where the server asks for it, pages seal what they send, and only who has the link hears it.

import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, begin, comeIn, everybodyIn, linkTo, newActor } from './cast.ts';
import { hearingOf, mustHear } from './hearing.ts';
import { isSending, soundSent } from './page-ears.ts';
import { openSession, type OpenedSession } from './people.ts';
import { startPages } from './pages.ts';
import { rekeysOf } from './rekeys.ts';
import { roomSecret } from './room-secret.ts';
import { listenForTone, singsOn } from './singing.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';
import { killableWorkers } from './workers.ts';

const NAMES = ['Ada', 'Ben', 'Cleo'] as const;
const ROLES = { Ada: 'leader', Ben: 'member', Cleo: 'member', Dan: 'member', Eve: 'member' } as const;
/** Four seconds of sound, whatever it is, in pieces of 40 ms. */
const ENOUGH = 100;
/** Milliseconds in which a page whose worker is gone has ended what it sends. */
const ENDED_WITHIN = 8_000;

describe('where sound is sealed', () => {
  let stack: Stack;
  let browser: Browser;
  let session: OpenedSession;
  let [ada, ben, cleo]: Actor[] = [];
  let workers: Awaited<ReturnType<typeof killableWorkers>>;
  let rekeys: () => readonly number[];

  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const three = (): Actor[] => [ada, ben, cleo].filter((one) => one !== undefined);
  const leaves = ({ page }: Actor) => page.close();

  beforeAll(async () => {
    stack = await startPages({ SEALING: 'true' });
    browser = await launchBrowser();
    session = await openSession(stack.url, ROLES, { agree: false });
    [ada, ben, cleo] = await Promise.all(NAMES.map((name) => newActor(browser, name)));
    rekeys = rekeysOf((ada as Actor).page);
    await singsOn((ada as Actor).page);
    workers = await killableWorkers((ben as Actor).page);
    for (const actor of three()) await comeIn(actor, link(actor.name));
    await begin(ada as Actor);
    await everybodyIn(three(), 'arrive');
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[EE12, EE13] three browsers hear each other, and break no rule of their own pages', async () => {
    await mustHear(three(), hearingOf(NAMES, NAMES), 'sealed');
    expect(three().flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test('[EE13] a program that the server lets in, without the link, gets noise and nothing of what is sent', async () => {
    const dan = await session.enter('Dan');
    const listener = await listenForTone({ ...(await dan.media()), keys: null });
    const identity = (ada as Actor).views.room().you.media?.identity ?? '';
    const tone = await listener.toneOf(identity, ENOUGH);
    expect(tone).toBeLessThan(0.05);
    await mustHear(three(), hearingOf(NAMES, NAMES), 'beside it');
    await listener.leave();
    await dan.send({ type: 'leave' });
    dan.close();
  });

  test('[EE13] a page whose link has another secret hears nobody, and nobody hears it', async () => {
    const eve = await newActor(browser, 'Eve');
    await comeIn(eve, link('Eve').replace(roomSecret, randomBytes(18).toString('base64url')));
    await until('it to send', async () => (await soundSent(eve.page)) > 50, 20_000);
    await mustHear([...three(), eve], { ...hearingOf(NAMES, NAMES), Eve: [] }, 'with another link');
    await leaves(eve);
  });

  test('[EE12] a page whose worker is dead sends nothing, and is heard again once it has one', async () => {
    const { page } = ben as Actor;
    await workers.kill();
    await until('the end of its microphone', async () => !(await isSending(page)), ENDED_WITHIN);
    const before = await soundSent(page);
    await mustHear([ada as Actor, cleo as Actor], { Ada: ['Cleo'], Cleo: ['Ada'] }, 'without a worker');
    expect(await soundSent(page)).toBe(before);
    await workers.allow();
    // It asks the dead one for ten seconds, and begins anew after that.
    await until('it to send again', () => isSending(page), 30_000);
    await mustHear(three(), hearingOf(NAMES, NAMES), 'with another worker');
  });

  test('[EE12, EE13] whoever is left has new keys after somebody went, and goes on being heard', async () => {
    const before = rekeys().length;
    const { page } = cleo as Actor;
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    // For Ben alone.
    const isNew = () => rekeys().slice(before).at(-1) === 1;
    await until('new keys', isNew, 10_000).catch((error: unknown) => {
      throw new Error(`${String(error)}: ${rekeys().join(' ')}, of which ${before} before`);
    });
    await mustHear([ada as Actor, ben as Actor], { Ada: ['Ben'], Ben: ['Ada'] }, 'after a leave');
  });

  const REFUSALS: readonly [string, (actor: Actor) => Promise<unknown>, string][] = [
    [
      'its policy keeps the worker away',
      ({ page }) =>
        page.route('**/s/*', async (route) => {
          const answer = await route.fetch();
          const policy = answer.headers()['content-security-policy'] ?? '';
          const headers = {
            ...answer.headers(),
            'content-security-policy': policy.replace("worker-src 'self'", "worker-src 'none'"),
          };
          await route.fulfill({ response: answer, headers });
        }),
      'did not start',
    ],
    [
      'its worker is not to be had',
      ({ page }) => page.route('**/strict.worker-*.js', (route) => route.fulfill({ status: 404, body: '' })),
      'did not start',
    ],
    [
      'it knows no Ed25519',
      ({ page }) =>
        page.addInitScript(() => {
          const make = SubtleCrypto.prototype.generateKey as (...args: unknown[]) => Promise<CryptoKey>;
          SubtleCrypto.prototype.generateKey = function generate(this: SubtleCrypto, ...args: unknown[]) {
            return args[0] === 'Ed25519' ? Promise.reject(new Error('unknown')) : make.apply(this, args);
          } as never;
        }),
      'cannot do that',
    ],
  ];
  test.each(REFUSALS)(
    '[EE14] a browser is not let in where %s, and asked for no device',
    async (_, how, words) => {
      const dan = await newActor(browser, 'Dan');
      const { devicesAsked } = await killableWorkers(dan.page);
      await how(dan);
      await dan.page.goto(link('Dan'));
      await dan.page.getByRole('alert').getByText(words).waitFor();
      expect(await devicesAsked()).toBe(0);
      await leaves(dan);
    },
  );
});
