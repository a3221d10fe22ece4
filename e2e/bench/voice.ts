// How long from a returning presenter's press on "Open my microphone" to the first sample at a listener,
// against a bare page of LiveKit's client that opens a fresh microphone in a bare room of the same LiveKit.

import { AccessToken } from 'livekit-server-sdk';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../browser.ts';
import { comeIn, linkTo, newActor } from '../cast.ts';
import { goOnTo, must, openSession, rested } from '../people.ts';
import { startPages } from '../pages.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { bareListener } from './bare-listener.ts';
import { bareSender } from './bare-sender.ts';
import { comparison, ratioOf } from './figures.ts';
import { inPairs } from './pairs.ts';

const PAIRS = Number(process.argv[2] ?? 60);
/** Milliseconds after which nothing of the old sound can be on its way. */
const SETTLED = 600;

// The page that is measured against has no keys.
const stack = await startPages({ SEALING: 'false' });
const browser = await launchBrowser();
const { livekit } = stack;
const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member', Cleo: 'member' });
const leader = await session.enter('Ada');
const ear = await session.enter('Cleo');
const presenter = await newActor(browser, 'Ben');
await comeIn(presenter, linkTo(stack.url, session.id, session.secretOf('Ben')));
await goOnTo(leader, 'call');
await must(leader, { type: 'choosePresenter', seat: presenter.views.room().you.seats[0].seat });
await goOnTo(leader, 'discussion');

const tokenFor = async (identity: string): Promise<string> => {
  const token = new AccessToken(livekit.key, livekit.secret, { identity });
  token.addGrant({ room: 'bare', roomJoin: true, canPublish: true, canSubscribe: true });
  return token.toJwt();
};
const signal = livekit.url.replace(/^http/, 'ws');
const listener = await bareListener(browser, stack.url);
const hall = await ear.media();
await listener.join('ours', hall.url, hall.token);
await listener.join('bare', signal, await tokenFor('listener'));
const plain = await bareSender(browser, stack.url, signal, await tokenFor('sender'));

const firstAfter = async (name: string, pressed: number): Promise<number> => {
  await until(`sound of ${name}`, async () => (await listener.hearing(name)).first > pressed, 15_000);
  return (await listener.hearing(name)).first - pressed;
};

const ours = async (): Promise<number> => {
  await goOnTo(leader, 'return');
  const button = presenter.page.getByRole('button', { name: /Open my microphone/ });
  await button.waitFor();
  await presenter.views.until('the right to speak', ({ you }) => you.may.microphone && you.confirmed);
  await pause(SETTLED);
  await listener.forget('ours');
  const pressed = await button.evaluate((element: HTMLElement) => {
    const at = performance.timeOrigin + performance.now();
    element.click();
    return at;
  });
  const taken = await firstAfter('ours', pressed);
  await must(leader, { type: 'back', turn: (await rested(leader)).course.turn });
  await presenter.views.until(
    'the discussion',
    ({ course, you }) => course.kind === 'discussion' && you.confirmed,
  );
  return taken;
};
const bare = async (): Promise<number> => {
  await pause(SETTLED);
  await listener.forget('bare');
  const taken = await firstAfter('bare', await plain.open());
  await plain.close();
  return taken;
};

const figures = await inPairs(PAIRS, ours, bare);
leader.close();
ear.close();
await browser.close();
await stack.stop();
console.log(comparison('voice', figures.ours, figures.bare));
judge('voice', { 'ratio to the bare one': ratioOf(figures.ours, figures.bare) });
