// Proof: the media server dies and comes back, and the rights are those of the step before anybody is heard.

import { setTimeout as pause } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import type { Rights } from '@tele-balint/server/media/port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, identityOf, openCase } from './case.ts';
import { type Ears, listen } from './ears.ts';
import { goOnTo, type Person } from './people.ts';
import { maySpeak, type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Seconds for which the media server is away. */
const AWAY = [0.1, 3, 8];

describe('the media server is killed while a presenter sits back', () => {
  let stack: Stack;
  let room: Case;
  let ears: Ears;
  let speakers: readonly Rude[];
  /** `performance.now()` from which the presenter may not be heard. */
  let silence: number;

  /** Joins, waits for the right to speak, and speaks for ever, through every reconnect. */
  const speaker = async (person: Person): Promise<Rude> => {
    const client = await rudeClient(await person.media());
    await until('the right to speak', () => client.granted());
    await client.publish();
    return client;
  };
  /** The rights that LiveKit itself tells of a person; `undefined` if not there. */
  const rightsOf = async (person: Person): Promise<Rights | null | undefined> =>
    (await createLiveKit(stack.livekit).participants(ears.room.name ?? '')).find(
      ({ identity }) => identity === identityOf(person),
    )?.rights;

  beforeAll(async () => {
    stack = await startStack();
    room = await openCase(stack.url);
    ears = await listen(await room.leader.media());
    speakers = [await speaker(room.member), await speaker(room.presenter)];
    await ears.hears(identityOf(room.presenter));
    await goOnTo(room.leader, 'discussion');
    silence = performance.now() + 500;
  });
  afterAll(async () => {
    await Promise.all([...speakers, ears].map((one) => one.leave()));
    for (const person of room.all) person.close();
    await stack.stop();
    await dispose();
  });

  test.each(AWAY)(
    '[ML7] for %d s: who may speak is heard again, who must be silent is not',
    async (seconds) => {
      await ears.hears(identityOf(room.member));
      const [, silent] = speakers;
      const before = silent?.tokens.length ?? 0;
      await stack.livekit.kill();
      await pause(seconds * 1000);
      await stack.livekit.start();
      const listens = performance.now();
      await ears.hears(identityOf(room.member), 30_000);
      console.info(
        `away ${seconds} s: heard ${Math.round(performance.now() - listens)} ms after it listened again`,
      );
      await until('the presenter to be back', async () => (await rightsOf(room.presenter))?.camera, 30_000);
      expect(await rightsOf(room.presenter)).toEqual({ microphone: false, camera: true });
      await room.leader.until('everything confirmed', (view) => view.leader?.unenforced.length === 0);
      expect(room.leader.room().leader?.strangers).toBe(0);
      // No token to join ever carries the right, not even that of somebody who may speak.
      expect(maySpeak((await room.member.media()).token)).toBe(false);
      // It tries to send again by itself, with the token that once let it speak.
      await pause(3000);
      // LiveKit tells each one at the join what its token said, and after that every change.
      const told = silent?.tokens.slice(before) ?? [];
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter(maySpeak)).toEqual([]);
      expect(ears.lastHeard(identityOf(room.presenter)) ?? 0).toBeLessThan(silence);
    },
  );
});
