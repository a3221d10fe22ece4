// Proof: the media server dies and comes back, and the rights are those of the step before anybody is heard.

import { setTimeout as pause } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit';
import type { Rights } from '@tele-balint/server/media/media';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, identityOf, openCase } from './case.ts';
import { type Ears, listen } from './ears.ts';
import { goOnTo, type Person } from './people.ts';
import { type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Seconds for which the media server is away. */
const AWAY = [0.1, 3, 8];
/** Milliseconds from the media server's first answer until who may speak is heard. */
const BACK_WITHIN = 5000;

describe('the media server is killed', () => {
  let stack: Stack;
  let room: Case;
  const clients: (Rude | Ears)[] = [];

  beforeAll(async () => {
    stack = await startStack();
    room = await openCase(stack.url);
    await goOnTo(room.leader, 'discussion');
  });
  afterAll(async () => {
    await Promise.all(clients.map((one) => one.leave().catch(() => undefined)));
    for (const person of room.all) person.close();
    await stack.stop();
    await dispose();
  });

  /** Comes in through the gateway as often as it takes, and sends on. */
  const enter = async (person: Person): Promise<Rude> => {
    const media = await person.media();
    return until(`${person.name} to join`, () => rudeClient(media.url, media.token).catch(() => null), 30_000);
  };
  const hear = async (person: Person): Promise<Ears> => {
    const media = await person.media();
    return until(`${person.name} to listen`, () => listen(media.url, media.token).catch(() => null), 30_000);
  };
  /** Who may speak is heard, who must not is not. */
  const speak = async (ears: Ears, member: Rude, presenter: Rude): Promise<void> => {
    const refused = presenter.publish().catch(() => undefined);
    await until('the member to speak', () => member.publish().then(() => true, () => false), 20_000);
    await ears.hears(identityOf(room.member));
    await refused;
    expect(ears.lastHeard(identityOf(room.presenter))).toBeNull();
  };
  /** The rights that LiveKit itself tells of a person; `undefined` if not there. */
  const rightsOf = async (circle: string, person: Person): Promise<Rights | null | undefined> =>
    (await createLiveKit(stack.livekit).participants(circle)).find(
      ({ identity }) => identity === identityOf(person),
    )?.rights;

  test.each(AWAY)('[ML7] for %d s: whoever comes back has the rights of the step, and nobody more', async (seconds) => {
    const before = [await hear(room.leader), await enter(room.member), await enter(room.presenter)] as const;
    clients.push(...before);
    const circle = before[0].room.name ?? '';
    await speak(...before);

    await stack.livekit.kill();
    await Promise.all(before.map((one) => one.leave().catch(() => undefined)));
    const coming = Promise.all([hear(room.leader), enter(room.member), enter(room.presenter)]);
    await pause(seconds * 1000);
    await stack.livekit.start();
    const listens = performance.now();
    const after = await coming;
    const joined = Math.round(performance.now() - listens);
    clients.push(...after);
    await until('the right of the member', async () => (await rightsOf(circle, room.member))?.microphone);
    expect(await rightsOf(circle, room.presenter)).toMatchObject({ microphone: false });
    const published = after[2].publish().catch(() => undefined);
    await until('the member to speak', () => after[1].publish().then(() => true, () => false), 20_000);
    await after[0].hears(identityOf(room.member), BACK_WITHIN);
    console.info(`away ${seconds} s: joined after ${joined} ms, heard after ${Math.round(performance.now() - listens)} ms`);
    await published;
    expect(after[0].lastHeard(identityOf(room.presenter))).toBeNull();
    await room.leader.until('everything confirmed', (view) => view.leader?.unenforced.length === 0);
    expect(room.leader.room().leader?.strangers).toBe(0);
  });
});
