// Proof: a media server that lies about seals, tracks and people gets nothing played but what was sealed by whom it is said to be of.

import { Encryption_Type, type ParticipantInfo, TrackInfo, TrackSource, TrackType } from '@livekit/protocol';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeIn, later } from './cast.ts';
import { type Flow, flowsIn } from './frame-tap.ts';
import { ADA, BARE, BEN, CLEO, identityOf, type LiedTo, PITCHES, sends, startLiedTo } from './lied-to.ts';
import { claimsOf, type Rude, rudeClient } from './rude.ts';
import { type Tunes, tunesIn } from './tunes.ts';
import { until } from './until.ts';

/** Milliseconds for which a page is listened to that may play nothing. */
const LONG = 2_000;
/** Somebody whom our server has never let in. */
const GHOST = 'nobody-let-them-in';
/** A track that is not there. */
const OTHER = new TrackInfo({
  sid: 'TR_other',
  type: TrackType.VIDEO,
  source: TrackSource.SCREEN_SHARE,
  mimeType: 'video/vp8',
  encryption: Encryption_Type.NONE,
});

const called = (people: ParticipantInfo[], encryption: Encryption_Type): ParticipantInfo[] => {
  for (const { tracks } of people) for (const track of tracks) track.encryption = encryption;
  return people;
};

/** Root mean square, of 1: the tones have 0.22, what is sealed and played as it is up to 1. */
const LOUDEST = 0.3;

/** Of these nothing but their own pitch was played, and no noise. */
const onlyPitch = async (tunes: Tunes, identity: string, pitch: number): Promise<void> => {
  const tune = (await tunes.now()).get(identity);
  const strange = (tune?.most ?? []).map((most, at) => (at === pitch ? 0 : most));
  expect(Math.max(0, ...strange), JSON.stringify(tune)).toBeLessThan(0.3);
  expect(tune?.noise ?? 0, JSON.stringify(tune)).toBeLessThan(4);
  expect(tune?.loudest ?? 0, JSON.stringify(tune)).toBeLessThan(LOUDEST);
};
const nothingBare = async (tunes: Tunes): Promise<void> => {
  const all = [...(await tunes.now())];
  expect(Math.max(...all.map(([, { most }]) => most[BARE] ?? 0)), JSON.stringify(all)).toBeLessThan(0.3);
};

describe('a media server that lies', () => {
  let room: LiedTo;
  let ghost: Rude | undefined;

  beforeAll(async () => {
    room = await startLiedTo();
  });
  afterAll(() => room.stop());

  /** From now on all is told to be unsealed to these; gives back how many people were told so of. */
  const denySeals = (isTold: (to: string) => boolean): (() => number) => {
    let told = 0;
    room.liar.lie((people, to) => {
      if (!isTold(to)) return people;
      told += people.length;
      return called(people, Encryption_Type.NONE);
    });
    return () => told;
  };

  test('[EE15] whoever comes while all is called unsealed plays nothing, and everybody once the truth is told', async () => {
    const { ada, ben, cleo, liar, resume, link } = room;
    const [adas, bens] = [identityOf(ada), identityOf(ben)];
    const told = denySeals((to) => to !== adas && to !== bens);
    await comeIn(cleo, link('Cleo'));
    await sends(cleo);
    const [inAda, inCleo] = [await tunesIn(ada.page, PITCHES), await tunesIn(cleo.page, PITCHES)];
    await inAda.hears(identityOf(cleo), CLEO);
    await later(cleo, LONG);
    expect(told()).toBeGreaterThan(0);
    await onlyPitch(inCleo, adas, ADA);
    await onlyPitch(inCleo, bens, BEN);
    liar.lie(null);
    await resume(cleo);
    await inCleo.hears(adas, ADA);
    await inCleo.hears(bens, BEN);
  });

  test('[EE15] a page that is told amid a call that all is unsealed plays no noise, and everybody again with the truth', async () => {
    const { ada, ben, cleo, liar, resume } = room;
    const tunes = await tunesIn(ada.page, PITCHES);
    await tunes.hears(identityOf(ben), BEN);
    const told = denySeals((to) => to === identityOf(ada));
    await resume(ada);
    await until('the lie to be told', () => told() > 0);
    await later(ada, LONG);
    await onlyPitch(tunes, identityOf(ben), BEN);
    await onlyPitch(tunes, identityOf(cleo), CLEO);
    liar.lie(null);
    await resume(ada);
    const again = await tunesIn(ada.page, PITCHES);
    await again.hears(identityOf(ben), BEN);
    await again.hears(identityOf(cleo), CLEO);
  });

  test('[EE15] another track of somebody that is called unsealed leaves their voice sealed', async () => {
    const { ada, ben, liar } = room;
    const [adas, bens] = [identityOf(ada), identityOf(ben)];
    liar.lie((people, to) => {
      for (const one of people) if (to === adas && one.identity === bens) one.tracks.push(OTHER.clone());
      return people;
    });
    const tunes = await tunesIn(ada.page, PITCHES);
    liar.tell(adas);
    await tunes.hears(bens, BEN, 75);
    await onlyPitch(tunes, bens, BEN);
    liar.lie(null);
    liar.tell(adas);
  });

  /** A program with LiveKit's own key that sends its tone unsealed; once it does, and Ada was told. */
  const bareVoice = async (identity: string, inRoom: string): Promise<Rude> => {
    const { url, key, secret } = room.stack.livekit;
    const token = new AccessToken(key, secret, { identity });
    token.addGrant({ room: inRoom, roomJoin: true, canPublish: true, canSubscribe: false });
    const client = await rudeClient(
      { url: url.replace('http', 'ws'), token: await token.toJwt() },
      PITCHES[BARE],
    );
    await client.publish();
    const tracks = () => room.liar.truthOf(identityOf(room.ada), identity)?.tracks ?? [];
    await until('its track to be told', () => tracks().length > 0);
    await until('it to send', async () => (await client.soundSent()) > 50, 20_000);
    return client;
  };
  const flowsOf = async (identity: string): Promise<readonly Flow[]> =>
    (await flowsIn(room.ada.page)).filter((one) => one.kind === 'decode' && one.identity === identity);

  test('[EE15] a voice that is unsealed and called sealed is not taken, of whom our server lets in and of a stranger', async () => {
    const { ada, ben, liar, session } = room;
    const dan = await session.enter('Dan');
    const { token, identity } = await dan.media();
    const inRoom = claimsOf(token).video?.room ?? '';
    liar.lie((people) => called(people, Encryption_Type.GCM));
    liar.keep(GHOST);
    const letIn = await bareVoice(identity, inRoom);
    ghost = await bareVoice(GHOST, inRoom);
    const tunes = await tunesIn(ada.page, PITCHES);
    await tunes.hears(identityOf(ben), BEN, 75);
    await nothingBare(tunes);
    expect([await flowsOf(identity), await flowsOf(GHOST)]).toEqual([[], []]);
    await letIn.leave();
    await dan.send({ type: 'leave' });
    dan.close();
  });

  test('[EE15] an unsealed voice in the place of a member’s arrives, and nothing of it is played', async () => {
    const { ada, ben, cleo, liar } = room;
    const [adas, bens] = [identityOf(ada), identityOf(ben)];
    const [theirs, own] = [liar.truthOf(adas, GHOST), liar.truthOf(adas, bens)];
    liar.swap([theirs?.sid ?? '', own?.sid ?? '']);
    liar.lie((people, to) => {
      if (to !== adas) return people;
      const others = people.filter(({ identity }) => identity !== GHOST);
      const given = (theirs?.tracks ?? []).map((track) => track.clone());
      for (const one of others) if (one.identity === bens) one.tracks = given;
      called(others, Encryption_Type.GCM);
      // By this one LiveKit's client would open the voice as well.
      given.push(new TrackInfo({ ...OTHER, sid: 'TR_another' }));
      return others;
    });
    const before = (await flowsOf(bens)).length;
    const tunes = await tunesIn(ada.page, PITCHES);
    liar.tell(adas);
    const arrived = async () => (await flowsOf(bens)).slice(before).find(({ came }) => came > 100);
    const flow = await until('a hundred of its frames', arrived, 20_000);
    await tunes.hears(identityOf(cleo), CLEO);
    await nothingBare(tunes);
    expect(flow.left, JSON.stringify(flow)).toBe(0);
    await ghost?.leave();
  });
});
