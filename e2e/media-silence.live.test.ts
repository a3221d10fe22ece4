// Proof: who must be silent is silent at every listener, whatever the sender's program does.

import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { dispose, TrackSource } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, identityOf, openCase } from './case.ts';
import { type Ears, listen } from './ears.ts';
import { goOnTo, must } from './people.ts';
import { type Rude, rudeClient, tryToBeHeard } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds for which silence is measured. */
const WINDOW = 30_000;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 500;

describe('a program that obeys nothing', () => {
  let stack: Stack;
  let room: Case;
  let ears: readonly Ears[];
  let rude: Rude;
  let url: string;
  let first: string;
  let banked: string;
  /** `performance.now()` from which nobody may be heard. */
  let silence: number;
  const others: (Rude | null)[] = [];

  const expectSilence = (): void => {
    for (const ear of ears) expect(ear.lastHeardAnybody() ?? 0).toBeLessThan(silence);
  };
  /** Joins, waits for the right to speak and speaks. */
  const speaker = async (at: string, token: string): Promise<Rude> => {
    const client = await rudeClient(at, token);
    await until('the right to speak', () => client.granted());
    await client.publish();
    return client;
  };

  beforeAll(async () => {
    stack = await startStack();
    room = await openCase(stack.url);
    ears = await Promise.all(
      [room.leader, room.member].map(async (person) => {
        const media = await person.media();
        return listen(media.url, media.token);
      }),
    );
    ({ url, token: first } = await room.presenter.media());
    rude = await speaker(url, first);
    banked = rude.bank() ?? '';
  });
  afterAll(async () => {
    await Promise.all([...others, rude, ...ears].map(async (one) => one?.leave()));
    for (const person of room.all) person.close();
    await stack.stop();
    await dispose();
  });

  test('[ML1] is heard by everybody while the step lets its owner speak', async () => {
    await Promise.all(ears.map((ear) => ear.hears(identityOf(room.presenter))));
  });

  test('[ML2] is silent once push-back begins and for 30 s after, though it goes on sending', async () => {
    const pressed = performance.now();
    await goOnTo(room.leader, 'pushBack');
    silence = performance.now() + ON_ITS_WAY;
    await pause(WINDOW);
    expectSilence();
    const last = Math.max(...ears.map((ear) => ear.lastHeardAnybody() ?? 0));
    console.info(`last heard ${Math.round(last - pressed)} ms after the press`);
    expect(rude.connected()).toBe(true);
    expect(room.presenter.room().you.confirmed).toBe(true);
  });

  test('[ML3] stays silent with every token it ever had, with clones, tabs, disguises and WHIP', async () => {
    others.push(await tryToBeHeard(`${url}?publish=clone`, banked));
    others.push(await tryToBeHeard(url, first));
    const disguised = await tryToBeHeard(url, banked, TrackSource.SOURCE_CAMERA);
    others.push(disguised);
    // Once more, when the right to the camera has surely come.
    await disguised?.publish(TrackSource.SOURCE_CAMERA).catch(() => undefined);
    const tab = await room.presenter.media();
    others.push(await tryToBeHeard(tab.url, tab.token, TrackSource.SOURCE_SCREENSHARE_AUDIO));
    for (const path of ['/sfu/whip/v1', '/whip/v1', '/sfu/twirp/livekit.RoomService/ListParticipants']) {
      const headers = { 'content-type': 'application/sdp', authorization: `Bearer ${banked}` };
      const answer = await fetch(stack.url + path, { method: 'POST', body: 'v=0\r\n', headers });
      expect(answer.status, path).toBe(404);
    }
    others.push(await tryToBeHeard(url, banked));
    expect(others.filter((one) => one !== null).length).toBeGreaterThan(0);
    expectSilence();
  });

  test('[ML4] a removed member is silent at once and cannot come back', async () => {
    const media = await room.other.media();
    const removed = await speaker(media.url, media.token);
    others.push(removed);
    await Promise.all(ears.map((ear) => ear.hears(media.identity)));
    const saved = removed.bank() ?? '';
    await must(room.leader, { type: 'remove', seat: room.other.room().you.seat });
    silence = performance.now() + ON_ITS_WAY;
    for (const token of [media.token, saved]) {
      await expect(rudeClient(media.url, token)).rejects.toThrow();
    }
    await pause(3000);
    expectSilence();
  });

  test('[ML5] straight at LiveKit the saved token is heard: it is the gateway that protects', async () => {
    const direct = stack.livekit.url.replace('http', 'ws');
    const heard = async (): Promise<boolean> => {
      const from = performance.now();
      const client = await tryToBeHeard(direct, banked);
      others.push(client);
      // The enforcer takes the right away within a second, so it is heard for a moment only.
      await pause(ON_ITS_WAY);
      await client?.leave();
      return ears.some((ear) => (ear.lastHeard(identityOf(room.presenter)) ?? 0) > from);
    };
    await until('the saved token to be heard', heard, 60_000);
    await until('silence after it', () =>
      ears.every((ear) => (ear.lastHeardAnybody() ?? 0) < performance.now() - 2000),
    );
  });

  test.runIf(process.platform === 'linux')('[ML6] LiveKit listens on loopback only', async () => {
    const port = stack.livekit.port.toString(16).toUpperCase().padStart(4, '0');
    const tables = await Promise.all(
      ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
    );
    const listening = tables
      .flatMap((table) => table.split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`) === true)
      .map(([, local]) => local);
    expect(listening).toEqual([`0100007F:${port}`]);
  });
});
