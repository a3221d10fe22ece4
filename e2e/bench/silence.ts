// How long a sender that obeys nothing is still heard after the step that silences them was accepted,
// against a bare updateParticipant on a bare room of the same LiveKit.

import { dispose } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../browser.ts';
import { goOnTo, must, openSession, rested } from '../people.ts';
import { type Rude, rudeClient } from '../rude.ts';
import { startStack } from '../stack.ts';
import { until } from '../until.ts';
import { judge } from './aims.ts';
import { type BareListener, bareListener } from './bare-listener.ts';
import { comparison, percentile, ratioOf, wallClock } from './figures.ts';
import { inPairs } from './pairs.ts';

const PAIRS = Number(process.argv[2] ?? 60);
/** `media`: also hears what a page would play that ignores LiveKit's word. */
const mediaAlone = process.argv[3] === 'media';
/** Milliseconds after which nothing of the old sound can be on its way. */
const SETTLED = 400;

// The page that is measured against has no keys.
const stack = await startStack({ SEALING: 'false' });
const browser = await launchBrowser();
const { livekit } = stack;

const tokenFor = async (identity: string, speaks: boolean): Promise<string> => {
  const token = new AccessToken(livekit.key, livekit.secret, { identity });
  token.addGrant({ room: 'bare', roomJoin: true, canPublish: speaks, canSubscribe: true });
  return token.toJwt();
};

/** Milliseconds after which a publication that is not heard is made anew: it came before its right did. */
const PATIENCE = 3_000;

/** Sends until it is heard: what the sender sends has to arrive before its silence can be measured. */
const soundOf = async (name: string, listener: BareListener, sender: Rude, tries = 4): Promise<void> => {
  await sender.withdraw();
  await listener.forget(name);
  try {
    await sender.publish();
    await until(`sound of ${name}`, async () => (await listener.hearing(name)).last > 0, PATIENCE);
  } catch (error) {
    if (tries === 1) throw error;
    await soundOf(name, listener, sender, tries - 1);
  }
};

/** Milliseconds from an instant to the last sample heard. */
const silenceAfter = async (name: string, listener: BareListener, from: number): Promise<number> => {
  await pause(SETTLED);
  const { last } = await listener.hearing(name);
  if (last > from + SETTLED - 50) throw new Error(`${name} is still heard`);
  return Math.max(0, last - from);
};

const listener = await bareListener(browser, stack.url, mediaAlone);
const session = await openSession(stack.url, { Ada: 'leader', Ben: 'member' });
const leader = await session.enter('Ada');
const presenter = await session.enter('Ben');
const stepOf = (kind: PhaseKind): StepId => {
  const step = leader.room().course.steps.find((one) => one.kind === kind);
  if (step === undefined) throw new Error(`The course has no ${kind}`);
  return step.id;
};
const hall = await leader.media();
await listener.join('ours', hall.url, hall.token);
await goOnTo(leader, 'call');
await must(leader, { type: 'choosePresenter', seat: presenter.room().you.seats[0].seat });
await goOnTo(leader, 'questions');
const rude = await rudeClient(await presenter.media());
const first = rude.bank();
await until('the right to speak', () => rude.bank() !== first || presenter.room().you.confirmed);

const rooms = new RoomServiceClient(livekit.url, livekit.key, livekit.secret);
const signal = livekit.url.replace(/^http/, 'ws');
await listener.join('bare', signal, await tokenFor('listener', false));
const plain = await rudeClient({ url: signal, token: await tokenFor('sender', true) });
const permit = (canPublish: boolean) =>
  rooms.updateParticipant('bare', 'sender', {
    permission: {
      canPublish,
      canSubscribe: true,
      canPublishSources: canPublish ? [TrackSource.MICROPHONE] : [],
    },
  });

const ours = async (): Promise<number> => {
  await soundOf('ours', listener, rude);
  // Straight to the discussion: moving the chair back has no clock that would tell when it began.
  await must(leader, { type: 'goTo', step: stepOf('discussion'), turn: (await rested(leader)).course.turn });
  const view = await leader.until('push-back', ({ course }) => course.kind === 'discussion');
  const taken = await silenceAfter('ours', listener, view.course.clock?.since ?? 0);
  await rested(leader);
  await must(leader, { type: 'goTo', step: stepOf('questions'), turn: view.course.turn });
  await presenter.until('questions again', ({ course, you }) => course.kind === 'questions' && you.confirmed);
  return taken;
};
const bare = async (): Promise<number> => {
  await soundOf('bare', listener, plain);
  const from = wallClock();
  await permit(false);
  const taken = await silenceAfter('bare', listener, from);
  await permit(true);
  return taken;
};

const figures = await inPairs(PAIRS, ours, bare);
await Promise.all([rude.leave(), plain.leave()]);
leader.close();
presenter.close();
await browser.close();
await stack.stop();
await dispose();
console.log(comparison('silence', figures.ours, figures.bare));
// What a page makes up that ignores LiveKit's word has no aim.
if (!mediaAlone)
  judge('silence', {
    'p95 in ms': percentile(figures.ours, 0.95),
    'ratio to the bare one': ratioOf(figures.ours, figures.bare),
  });
