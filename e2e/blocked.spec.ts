// Devices that a browser keeps closed: it is said, and the person comes in all the same.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, askToComeIn, comeIn, linkTo, newActor } from './cast.ts';
import { hearsAll } from './page-ears.ts';
import { startPages } from './pages.ts';
import { openSession, type OpenedSession } from './people.ts';
import type { Stack } from './stack.ts';

/** What of trusted types a page knows. */
type Policies = { trustedTypes: { createPolicy(name: string, rules: object): unknown } };

const DESK = { viewport: { width: 1024, height: 768 } };

describe('a device that the browser keeps closed', () => {
  let stack: Stack;
  let browser: Browser;
  /** It asks before it gives a device, and nobody answers. */
  let asking: Browser;
  let session: OpenedSession;
  let leader: Actor;
  const everybody: Actor[] = [];
  const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
  const isTold = async ({ page }: Actor, sentence: string): Promise<void> =>
    page.getByText(sentence).first().waitFor();

  beforeAll(async () => {
    stack = await startPages();
    [browser, asking] = await Promise.all([launchBrowser(), launchBrowser({ asks: true })]);
    session = await openSession(stack.url, { Ada: 'leader', Ivo: 'member', Jan: 'member' });
    leader = await newActor(browser, 'Ada', DESK);
    everybody.push(leader);
    await comeIn(leader, link('Ada'));
  });
  afterAll(async () => {
    await Promise.all([browser.close(), asking.close()]);
    await stack.stop();
  });

  test('[LB6] a blocked microphone is said, and the person comes in all the same', async () => {
    const mute = await newActor(asking, 'Ivo', DESK);
    everybody.push(mute);
    await comeIn(mute, link('Ivo'));
    await isTold(mute, 'Your browser keeps the microphone closed');
  });

  test('[LB6] a blocked camera is said, and the person comes in and is heard all the same', async () => {
    const unseen = await newActor(asking, 'Jan', { ...DESK, permissions: ['microphone'] });
    everybody.push(unseen);
    await unseen.page.goto(link('Jan'));
    await isTold(unseen, 'Your browser keeps the camera closed');
    await unseen.page.goto('about:blank');
    await askToComeIn(unseen, link('Jan'));
    const { you } = await unseen.views.until('a place', (view) => view.you.media !== null);
    const camera = unseen.page.getByRole('button', { name: /Camera/ });
    await camera.filter({ hasText: 'not available' }).waitFor();
    await hearsAll(leader.page, [you.media?.identity ?? '']);
  });

  test('[HT13] no page broke its own rules on the way', () => {
    expect(everybody.flatMap(({ name, complaints }) => complaints.map((one) => `${name}: ${one}`))).toEqual(
      [],
    );
  });

  test('[HT13] the browser makes no markup and no worker of words, but one of our own', async () => {
    const said = await leader.page.evaluate(() => {
      const own = document.querySelector('script')?.src ?? '';
      const tries = [
        () => document.body.insertAdjacentHTML('beforeend', '<i>words</i>'),
        () => new Worker('/words.js'),
        () => new Worker(`data:text/javascript,1`),
        () => (globalThis as unknown as Policies).trustedTypes.createPolicy('more', {}),
        () => new Worker(new URL(own), { type: 'module' }).terminate(),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(said).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'done']);
  });
});
