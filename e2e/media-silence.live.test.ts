// Proof: who must be silent is silent at every listener, whatever the sender's program does.

import { setTimeout as pause } from 'node:timers/promises';
import { dispose, TrackSource } from '@livekit/rtc-node';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { AccessToken, TrackSource as GrantSource } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, openCase } from './case.ts';
import { type Ears, listen } from './ears.ts';
import type { Place } from './keys.ts';
import { knock } from './knock.ts';
import { must, type Person } from './people.ts';
import { claimsOf, maySpeak, type Rude, rudeClient, sourcesIn, tryToBeHeard } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

/** Milliseconds for which silence is measured. */
const WINDOW = 30_000;
/** Packets of sound that a program sends in a second: one each 20 ms, with room for a slow machine. */
const SENT_EACH_SECOND = 40;
/** Milliseconds that sound already on its way may take: jitter buffers at the listener. */
const ON_ITS_WAY = 500;
/** Milliseconds for which all disguises at once are listened to. */
const ALL_AT_ONCE = 10_000;

afterAll(dispose);

const obeysNothing = (SEALING: string): void => {
  let stack: Stack;
  let room: Case;
  let ears: readonly Ears[];
  let rude: Rude;
  let place: Awaited<ReturnType<Person['media']>>;
  let url: string;
  let first: string;
  let banked: string;
  let identity: string;
  /** `performance.now()` from which nobody may be heard. */
  let silence: number;
  const others: Rude[] = [];

  const expectSilence = (): void => {
    for (const ear of ears) expect(ear.lastHeardAnybody() ?? 0).toBeLessThan(silence);
  };
  /** Where all is sealed a silence for want of a key would prove nothing. */
  const expectOpenEars = (): void =>
    expect(
      ears.map((ear) => ear.opens(identity)),
      'keys of the speaker',
    ).toEqual(ears.map(() => true));
  /** The presenter's place with a refreshed token. */
  const again = (): Place => ({ ...place, token: banked });
  /** Joins, waits for the right to speak and speaks. */
  const speaker = async (place: Place): Promise<Rude> => {
    const client = await rudeClient(place);
    await until('the right to speak', () => client.granted());
    await client.publish();
    return client;
  };
  /** Comes in, is not allowed to send, and is not heard. */
  const staysSilent = async (what: string, place: Place, source?: TrackSource): Promise<Rude> => {
    const { client, refused } = await tryToBeHeard(place, source);
    others.push(client);
    expect(client.connected(), `${what}: in the room`).toBe(true);
    expect(refused, `${what}: taken by LiveKit`).not.toBeNull();
    expectSilence();
    return client;
  };
  /** LiveKit's own port, past our gateway. */
  const direct = (): string => stack.livekit.url.replace('http', 'ws');
  /** A token with the right to speak that ran out a minute ago. */
  const outOfDate = (): Promise<string> => {
    const token = new AccessToken(stack.livekit.key, stack.livekit.secret, { identity, ttl: -60 });
    const room = claimsOf(first).video?.room ?? '';
    token.addGrant({ roomJoin: true, room, canPublish: true, canPublishSources: [GrantSource.MICROPHONE] });
    return token.toJwt();
  };
  const inTheRoom = () => createLiveKit(stack.livekit).participants(ears[0]?.room.name ?? '');

  beforeAll(async () => {
    stack = await startStack({ SEALING });
    room = await openCase(stack.url);
    ears = await Promise.all(
      [room.leader, room.member, room.other, room.guest].map(async (person) => listen(await person.media())),
    );
    place = await room.presenter.media();
    ({ url, token: first, identity } = place);
    rude = await speaker(place);
    banked = rude.bank() ?? '';
  });
  afterAll(async () => {
    await Promise.all([...others, rude, ...ears].map((one) => one.leave()));
    for (const person of room.all) person.close();
    await stack.stop();
  });

  test('[WS2] is heard by everybody while the step lets its owner speak', async () => {
    await Promise.all(ears.map((ear) => ear.hears(identity)));
  });

  test('[ML2] is silent once push-back begins and for 30 s after, though it goes on sending', async () => {
    const pressed = performance.now();
    await must(room.leader, { type: 'next', turn: room.leader.room().course.turn });
    const answered = performance.now();
    await room.leader.until('push-back', ({ course }) => course.kind === 'pushBack');
    silence = answered + ON_ITS_WAY;
    const before = await rude.soundSent();
    await pause(WINDOW);
    const sent = (await rude.soundSent()) - before;
    expectSilence();
    expectOpenEars();
    const last = Math.max(...ears.map((ear) => ear.lastHeardAnybody() ?? 0));
    console.info(`last heard ${Math.round(last - pressed)} ms after the press; ${sent} packets sent since`);
    expect(sent, 'packets of sound sent into the silence').toBeGreaterThan(
      (SENT_EACH_SECOND * WINDOW) / 1000,
    );
    expect(rude.connected()).toBe(true);
    expect(room.presenter.room().you.confirmed).toBe(true);
  });

  test('[ML2] stays silent with its first token and with a refreshed one', async () => {
    expect([first, banked].map(maySpeak)).toEqual([false, true]);
    await staysSilent('the first token', place);
    await staysSilent('a refreshed token', again());
    // Not even for the moment that the enforcer needs: LiveKit tells each one the rights of the join.
    expect(maySpeak((await knock(url, banked)).told)).toBe(false);
    await until('LiveKit itself to tell it the right', async () =>
      maySpeak((await knock(direct(), banked)).told),
    );
    await until('the enforcer to take it away', async () =>
      (await inTheRoom()).every((one) => one.identity !== identity || one.rights?.microphone !== true),
    );
  });

  test('[ML2] stays silent under the name of a camera and of a shared screen', async () => {
    const disguised = await staysSilent('sound called camera', again(), TrackSource.SOURCE_CAMERA);
    // Once more, when the right to the camera has surely come.
    await until('the right to the camera', async () =>
      (await inTheRoom()).some((one) => one.identity === identity && one.rights?.camera === true),
    );
    await expect(disguised.publish(TrackSource.SOURCE_CAMERA)).rejects.toThrow();
    await staysSilent('sound called screen', again(), TrackSource.SOURCE_SCREENSHARE_AUDIO);
  });

  test('[ML2] makes no second participant with `?publish=`', async () => {
    await staysSilent('publish in the address', { ...again(), url: `${url}?publish=clone` });
    const clone = { publish: 'clone' };
    const answer = await knock(url, banked, clone);
    expect(answer.status).toBe(101);
    expect(claimsOf(answer.told).sub).toBe(identity);
    // LiveKit itself would have made one.
    expect(claimsOf((await knock(direct(), banked, clone)).told).sub).toBe(`${identity}#clone`);
    await until('the clone to be put out', async () =>
      (await inTheRoom()).every((one) => !one.identity.includes('#')),
    );
  });

  test('[ML2] finds no other way in: WHIP and Twirp are not there, a token out of date opens nothing', async () => {
    for (const path of [
      '/sfu/session/whip/v1',
      '/whip/v1',
      '/sfu/session/twirp/livekit.RoomService/ListParticipants',
    ]) {
      const headers = { 'content-type': 'application/sdp', authorization: `Bearer ${banked}` };
      const answer = await fetch(stack.url + path, { method: 'POST', body: 'v=0\r\n', headers });
      expect(answer.status, path).toBe(404);
    }
    expect((await knock(url, await outOfDate())).status).toBe(401);
    expectSilence();
  });

  test('[ML2] stays silent for 10 s with all of it at once, at every listener', async () => {
    const attempts = await Promise.allSettled([
      tryToBeHeard(place),
      tryToBeHeard(again()),
      tryToBeHeard(again(), TrackSource.SOURCE_CAMERA),
      tryToBeHeard(again(), TrackSource.SOURCE_SCREENSHARE_AUDIO),
      tryToBeHeard({ ...again(), url: `${url}?publish=clone` }),
    ]);
    const came = attempts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    others.push(...came.map(({ client }) => client));
    // LiveKit keeps the newest of one identity; that one is in the room, and goes on trying.
    const there = came.find(({ client }) => client.connected());
    expect(there, 'one of them in the room').toBeDefined();
    const end = performance.now() + ALL_AT_ONCE;
    while (performance.now() < end) {
      await there?.client.publish().catch(() => undefined);
      await pause(ON_ITS_WAY);
    }
    expect(ears.map((ear) => ear.room.isConnected)).toEqual(ears.map(() => true));
    expectSilence();
    expectOpenEars();
  });

  test('[DR8] a removed member is silent at once and cannot come back', async () => {
    // The guest's ears go: LiveKit keeps one of an identity.
    await ears.at(-1)?.leave();
    ears = ears.slice(0, -1);
    const media = await room.guest.media();
    const removed = await speaker(media);
    others.push(removed);
    await Promise.all(ears.map((ear) => ear.hears(media.identity)));
    const saved = removed.bank() ?? '';
    expect(maySpeak(saved)).toBe(true);
    await must(room.leader, { type: 'remove', seat: room.guest.room().you.seats[0].seat });
    silence = performance.now() + ON_ITS_WAY;
    for (const token of [media.token, saved]) {
      expect((await knock(media.url, token)).status).toBe(403);
      await expect(rudeClient({ ...media, token })).rejects.toThrow();
    }
    await pause(3000);
    expectSilence();
  });

  test('[ML2] stays silent in a second window of its browser, and the first one’s token is worth nothing', async () => {
    silence = performance.now();
    const second = await room.presenter.newWindow();
    const media = await second.media();
    expect(media.identity).not.toBe(identity);
    const client = await staysSilent('a second window', media);
    const told = await until('LiveKit to tell the window its rights', async () =>
      (await inTheRoom()).find((one) => one.identity === media.identity && one.rights?.camera === true),
    );
    expect(told.rights).toEqual({ microphone: false, camera: true });
    await until('its own token to say so', () => sourcesIn(client.bank() ?? '')?.includes('camera'));
    // LiveKit may send a token more than once; none of them says more.
    expect(new Set(client.tokens.flatMap(sourcesIn))).toEqual(new Set(['camera']));
    expect((await knock(url, banked)).status).toBe(403);
    await expect(client.publish()).rejects.toThrow();
    expectSilence();
    second.close();
  });
};

// Both at the same time: they wait more than they work.
describe.concurrent.each(['true', 'false'])('SEALING=%s', (SEALING) => {
  describe('a program that obeys nothing', { concurrent: false }, () => obeysNothing(SEALING));
});
