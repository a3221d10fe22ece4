// Hurried hands: two presses where one was meant, in a real page.

import type { Browser, Locator, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, goOn, linkTo, newActor } from './cast.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import { LEADERS_BAR } from './parts.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds that each press of a double click takes: the second one meets the page of the first one's answer. */
const PRESS = 80;

describe('a double click', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  /** Keeps back what the server tells the leader's page; the answer brings it. */
  let hold: () => () => void;

  const next = (): Locator => leader.page.getByRole('button', { name: /^Next: / });
  const rested = () => leader.views.until('the end of the rest', (view) => view.leader?.rests === false);
  /** What Next said of itself since the last call: "true" where it rested. */
  const states = (): Promise<readonly string[]> =>
    leader.page.evaluate(() => (globalThis as unknown as { states: string[] }).states.splice(0));

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
    const link = (name: string): string => linkTo(stack.url, session.id, session.secretOf(name));
    // A narrow page: what stands beside Next comes and goes with a move.
    leader = await newActor(browser, 'Ada', { viewport: { width: 390, height: 844 } });
    await leader.page.routeWebSocket(/\/socket\.io\//, (route: WebSocketRoute) => {
      const server = route.connectToServer();
      let kept: (string | Buffer)[] | null = null;
      server.onMessage((message) => {
        if (kept === null) route.send(message);
        else kept.push(message);
      });
      hold = () => {
        kept = [];
        return () => {
          kept?.forEach((message) => route.send(message));
          kept = null;
        };
      };
    });
    await comeIn(leader, link('Ada'));
    const ben = await newActor(browser, 'Ben');
    await comeIn(ben, link('Ben'));
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await leader.page.evaluate((bar) => {
      const seen: string[] = [];
      Object.assign(globalThis, { states: seen });
      new MutationObserver(() => {
        const buttons = [...document.querySelectorAll(`${bar} button`)];
        const state =
          buttons.find((one) => one.textContent?.startsWith('Next'))?.getAttribute('aria-disabled') ?? '';
        if (seen.at(-1) !== state) seen.push(state);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    }, LEADERS_BAR);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  /** Presses twice, and says how many steps that were and which commands. */
  const twice = async (press: () => Promise<void>) => {
    await rested();
    await states();
    const [before, sent] = [leader.views.room().course, leader.views.sent.length];
    await press();
    await leader.views.until('a move', (view) => view.course.turn > before.turn);
    await rested();
    const after = leader.views.room().course;
    expect(await leader.page.getByText('The other leader has just moved').count()).toBe(0);
    return {
      turns: after.turn - before.turn,
      kind: after.kind,
      sent: leader.views.sent.slice(sent),
    };
  };

  test('[CM8] on Next goes one step: the button rests with its focus and says so', async () => {
    const { turns, kind, sent } = await twice(() => next().dblclick({ delay: PRESS }));
    expect([turns, kind, sent]).toEqual([1, 'presentation', ['next']]);
    expect(await next().evaluate((button) => button === document.activeElement)).toBe(true);
    const said: string[] = [];
    await until('a button that rested and does no more', async () => {
      said.push(...(await states()));
      return said.slice(-2).join() === 'true,false';
    });
  });

  test('[CM8] on Next goes one step also where the first answer is late', async () => {
    const bring = hold();
    const done = twice(async () => {
      await next().dblclick();
      await until('a command on its way', () => leader.views.sent.at(-1) === 'next');
      bring();
    });
    expect(await done).toMatchObject({ turns: 1, kind: 'questions', sent: ['next'] });
  });

  test('[CM8] on Back goes one step, and on a step’s name to that step', async () => {
    const back = leader.page.getByRole('button', { name: 'Back', exact: true });
    expect(await twice(() => back.dblclick({ delay: PRESS }))).toMatchObject({ turns: 1, sent: ['back'] });
    const steps = leader.page.getByRole('list', { name: 'Go to a phase' });
    const discussion = steps.getByRole('button', { name: /^Discussion/ });
    const there = await twice(() => discussion.dblclick({ delay: PRESS }));
    expect(there).toMatchObject({ turns: 1, kind: 'discussion', sent: ['goTo'] });
  });

  test('[PG60] presses nothing that its first click has brought under the pointer; a click of its own does', async () => {
    const { page } = leader;
    await page.evaluate(() => {
      const pressed: string[] = [];
      Object.assign(globalThis, { pressed });
      const put = (name: string, then: () => void): void => {
        const button = document.createElement('button');
        button.textContent = name;
        button.style.cssText = 'position: fixed; inset: 40% auto auto 40%; padding: 1rem; z-index: 99';
        button.onclick = () => {
          button.remove();
          pressed.push(name);
          then();
        };
        document.body.append(button);
      };
      put('on top', () => put('below', () => undefined));
    });
    const pressed = (): Promise<string> => page.evaluate('globalThis.pressed.join()');
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    await button('on top').dblclick({ delay: PRESS });
    expect(await pressed()).toBe('on top');
    const clicked = await page.evaluate(() => performance.now());
    await page.waitForFunction((then) => performance.now() > then, clicked + 1_100);
    await button('below').click();
    expect(await pressed()).toBe('on top,below');
  });
});
