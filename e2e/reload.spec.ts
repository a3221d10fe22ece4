// A page that is loaded anew: nothing that it says on the way to its place is false.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Actor, choosePresenter, comeIn, goOn, linkTo, newActor } from './cast.ts';
import { openSession } from './people.ts';
import { startPages } from './pages.ts';
import { SEAT, STATE } from './parts.ts';
import type { Stack } from './stack.ts';
import { rememberWords, wordsSeen } from './words-seen.ts';

const SPOKEN = '[aria-live]';

describe('after a reload', () => {
  let stack: Stack;
  let browser: Browser;
  let leader: Actor;
  let presenter: Actor;
  let observer: Actor;
  let link: (name: string) => string;

  beforeAll(async () => {
    stack = await startPages();
    browser = await launchBrowser();
    const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Olga: 'observer' });
    link = (name) => linkTo(stack.url, session.id, session.secretOf(name as 'Ada'));
    const comes = async (name: string): Promise<Actor> => {
      const actor = await newActor(browser, name);
      await rememberWords(actor.page, [STATE, SPOKEN]);
      await comeIn(actor, link(name));
      return actor;
    };
    leader = await comes('Ada');
    presenter = await comes('Ben');
    observer = await comes('Olga');
    await goOn(leader, 'call');
    await choosePresenter(leader, 'Ben');
    await goOn(leader, 'pushBack');
    await presenter.page
      .locator(STATE)
      .getByText('Your microphone is closed. You can simply listen.')
      .waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });

  test('[PG62] nobody who must be silent is told that they may still be heard, before they have sent anything', async () => {
    const settled = [
      [presenter, 'Your microphone is closed. You can simply listen.'],
      [observer, 'You sit in the outer ring and listen.'],
    ] as const;
    for (const [{ page, views, name }, words] of settled) {
      const stay = views.room().you.media?.identity;
      await page.reload();
      await views.until('another stay, confirmed', ({ you }) => {
        const identity = you.media?.identity;
        return identity !== undefined && identity !== stay && you.confirmed;
      });
      await page.locator(STATE).getByText(words).waitFor();
      // The second sentence of the confirmation is the last word of all.
      await page.locator(`${SEAT} video`).first().waitFor();
      const all = [...(await wordsSeen(page, STATE)), ...(await wordsSeen(page, SPOKEN))];
      expect(all.join('\n'), name).toContain(words);
      expect(all.join('\n'), name).not.toMatch(/still be heard/);
    }
  });

  test('[SC6] who has left is back by a press of theirs alone, however the page is loaded anew', async () => {
    const { page, views } = observer;
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page.getByText('You have left the circle').first().waitFor();
    await leader.views.until('Olga gone', ({ ears }) => ears.length === 2);
    await page.reload();
    const back = page.getByRole('button', { name: 'Come back' });
    await back.waitFor();
    // Whoever had come would be told of by then.
    await goOn(leader, 'discussion');
    expect(leader.views.room().ears).toHaveLength(2);
    await back.click();
    await views.until('a place', ({ you }) => you.media !== null);
    await leader.views.until('Olga back', ({ ears }) => ears.length === 3);
  });
});
