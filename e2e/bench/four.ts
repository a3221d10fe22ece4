// Four pages in a circle over a real stack, and a co-leader without a page who presses what leaders press.

import { launchBrowser } from '../browser.ts';
import { type Actor, comeIn, linkTo, newActor } from '../cast.ts';
import { startPages } from '../pages.ts';
import { openSession } from '../people.ts';

/** Ada leads. */
export const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan'] as const;

/** Starts the stack and a browser and brings everybody in; `stop` ends it all. */
export const startFour = async () => {
  const stack = await startPages();
  const browser = await launchBrowser();
  const session = await openSession(stack.url, {
    Ada: 'leader',
    Bo: 'coLeader',
    Ben: 'member',
    Cleo: 'member',
    Dan: 'member',
  });
  const actors = await Promise.all(NAMES.map((name) => newActor(browser, name)));
  const [ada, ben] = actors as [Actor, Actor];
  for (const actor of actors)
    await comeIn(actor, linkTo(stack.url, session.id, session.secretOf(actor.name)));
  const bo = await session.enter('Bo');
  const stop = async (): Promise<void> => {
    bo.close();
    await browser.close();
    await stack.stop();
  };
  return { stack, actors, ada, ben, bo, stop };
};
