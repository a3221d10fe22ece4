// Proof: while a presenter sits back, a program at their site's camera that obeys nothing is heard by nobody; while the presenter
// sits apart it is heard, and when that ends it is silent again.

import { setTimeout as pause } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ears, listen } from './ears.ts';
import { goOnTo, must, openSession, type Person } from './people.ts';
import { type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds for which silence is measured. */
const WINDOW = 5_000;
/** Milliseconds that sound already on its way may take. */
const ON_ITS_WAY = 1_000;

describe('a program that obeys nothing, at the camera of a site', () => {
  let stack: Stack;
  let leader: Person;
  let york: Person;
  let dan: Person;
  let rude: Rude;
  let ears: Ears;
  let identity: string;

  const staysSilent = async (): Promise<void> => {
    await york.until('no voice, confirmed', ({ you }) => !you.may.microphone && you.confirmed);
    await pause(ON_ITS_WAY);
    const [from, before] = [performance.now(), await rude.soundSent()];
    await pause(WINDOW);
    const last = ears.lastHeard(identity);
    if (last === null) throw new Error('The site was never heard: its silence proves nothing.');
    expect(last, 'ms of sound since then').toBeLessThan(from);
    expect((await rude.soundSent()) - before, 'packets sent into the silence').toBeGreaterThan(0);
  };

  beforeAll(async () => {
    stack = await startStack({ SEALING: 'true' });
    const session = await openSession(stack.url, { Ada: 'leader', Claire: 'member', Dan: 'member' });
    leader = await session.enter('Ada');
    york = await session.enter('Claire', { site: 'York', people: [{ name: 'Kofi', profession: '' }] });
    dan = await session.enter('Dan');
    await goOnTo(leader, 'call');
    await must(leader, { type: 'choosePresenter', seat: york.room().you.seats[0].seat });
    await goOnTo(leader, 'questions');
    ears = await listen(await dan.media());
    const media = await york.media();
    ({ identity } = media);
    rude = await rudeClient(media);
    await until('the right to speak', () => rude.granted());
    await rude.publish();
  });
  afterAll(async () => {
    await Promise.all([rude.leave(), ears.leave()]);
    for (const person of [leader, york, dan]) person.close();
    await stack.stop();
    await dispose();
  });

  test('[SI30] is heard in the questions, and silent in push-back though it goes on sending', async () => {
    expect(york.room().you.seats).toHaveLength(2);
    await ears.hears(identity);
    await goOnTo(leader, 'pushBack');
    await staysSilent();
  });

  test('[SI30, SI23] is heard while the presenter sits apart, and silent once they do not', async () => {
    await must(leader, { type: 'sitApart', apart: true });
    await until('the right to speak', () => rude.granted());
    await rude.withdraw();
    await rude.publish();
    await ears.hears(identity);
    await must(leader, { type: 'sitApart', apart: false });
    await staysSilent();
  });
});
