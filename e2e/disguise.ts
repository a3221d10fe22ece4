// Sound under a camera's name: a page with LiveKit's own client that announces a picture and offers a voice.

import type { Browser, Page } from 'playwright-core';
import { barePage, type WithLivekit } from './bare-page.ts';

export type Attempt = {
  readonly url: string;
  readonly token: string;
  /** Milliseconds from the right to the camera to the announcement: where in the enforcer's rhythm it falls. */
  readonly wait: number;
  /** Milliseconds for which it goes on after the announcement. */
  readonly hold: number;
  /** Whether it says that what it sends is sealed, as honest pages do where all is; it seals nothing. */
  readonly saysSealed: boolean;
};

/** LiveKit's own number of AES-GCM. */
const GCM = 1;

/** What came of it, so that a silence is known to be more than an attempt that never began. */
export type Outcome = {
  /** Announced as a picture from a camera. */
  readonly announced: boolean;
  /** An offer with a voice in it was sent. */
  readonly offered: boolean;
  /** LiveKit took it. */
  readonly taken: boolean;
  /** The connection did not last until the end. */
  readonly ended: boolean;
  /** Packets of sound that were sent. */
  readonly packets: number;
};

type InPage = Omit<Attempt, 'saysSealed'> & { readonly encryption: number };

/** One whole attempt; it runs in the page. */
const attempt = async ({ url, token, wait, hold, encryption }: InPage): Promise<Outcome> => {
  const { LivekitClient, mayShow, tone } = globalThis as unknown as WithLivekit;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const room = new LivekitClient.Room({ adaptiveStream: false, dynacast: false });
  const seen = { announced: false, offered: false, taken: false, ended: false, packets: 0 };
  await room.connect(url, token, { autoSubscribe: false });
  const me = room.localParticipant;
  await mayShow(me);
  await pause(wait);
  let over = false;
  for (const event of ['disconnected', 'signalReconnecting'] as const)
    room.once(event, () => (over = seen.ended = true));
  room.once('localTrackUnpublished', () => (over = true));
  const { client } = room.engine;
  const [addTrack, offer] = [client.sendAddTrack.bind(client), client.sendOffer.bind(client)];
  client.sendAddTrack = (request) => {
    Object.assign(request, { type: 1, source: 1, encryption });
    seen.announced = true;
    return addTrack(request);
  };
  client.sendOffer = (description, ...more) => {
    const sections = (description.sdp ?? '').split(/^m=/m);
    seen.offered ||= sections.some((one) => one.startsWith('audio') && /^a=send(only|recv)/m.test(one));
    return offer(description, ...more);
  };
  const voice = tone();
  const source = 'camera' as never;
  void me.publishTrack(voice.track, { source, dtx: false, red: false }).then(
    () => (seen.taken = true),
    () => undefined,
  );
  for (const end = performance.now() + hold; !over && performance.now() < end;) await pause(10);
  // What was on its way when it ended may still be heard.
  await pause(200);
  const stats = await room.engine.pcManager?.publisher.getStats();
  stats?.forEach((one) => {
    if (one.type === 'outbound-rtp' && one.kind === 'audio') seen.packets += Number(one.packetsSent);
  });
  const outcome = { ...seen };
  await room.disconnect();
  await voice.end();
  return outcome;
};

export type Disguise = { attempt(how: Attempt): Promise<Outcome> };

/** @param origin of ours: our gateway answers no other page */
export const disguiseIn = async (browser: Browser, origin: string): Promise<Disguise> => {
  const page: Page = await barePage(browser, origin);
  return {
    attempt: ({ saysSealed, ...how }) => page.evaluate(attempt, { ...how, encryption: saysSealed ? GCM : 0 }),
  };
};
