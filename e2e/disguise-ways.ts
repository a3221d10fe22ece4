// Ways to sound under a camera's name without naming it in an offer: a page with LiveKit's own client, whose offers and
// answers are changed on their way.

import type { Browser } from 'playwright-core';
import { barePage, type WithLivekit } from './bare-page.ts';

/**
 * `program`: says that it is of a make whose pictures LiveKit knows by their packets, and sends sound in a section of
 * pictures · `source`: sends sound as the microphone that was refused, and moves its source under the camera's name.
 */
export type Way = 'program' | 'source';

type Attempt = { readonly url: string; readonly token: string; readonly way: Way; readonly hold: number };

/** Packets of sound that were sent, and what LiveKit was offered. */
export type Sent = { readonly packets: number; readonly offers: readonly string[] };

/** One whole attempt; it runs in the page. */
const attempt = async ({ url, token, way, hold }: Attempt): Promise<Sent> => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const Plain = globalThis.WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(way === 'program' ? String(address).replace('sdk=js', 'sdk=go') : address, protocols);
    }
  };
  const { LivekitClient, mayShow, tone } = globalThis as unknown as WithLivekit;
  const room = new LivekitClient.Room({
    adaptiveStream: false,
    dynacast: false,
    singlePeerConnection: false,
  });
  await room.connect(url, token, { autoSubscribe: false });
  const me = room.localParticipant;
  await mayShow(me);
  const { client } = room.engine;
  const [addTrack, sendOffer, heardAnswer] = [
    client.sendAddTrack.bind(client),
    client.sendOffer.bind(client),
    client.onAnswer,
  ];
  const offers: string[] = [];
  let cid = '';

  /** A section without what it says of sending, and then with this. */
  const saying = (section: string, ...lines: readonly string[]): string =>
    [
      ...section
        .trimEnd()
        .split('\r\n')
        .filter((line) => !/^a=(send|recv|inactive|msid|ssrc|rid|simulcast)/.test(line)),
      ...lines,
      '',
    ].join('\r\n');
  const named = (name: string, source: number): readonly string[] => [
    'a=sendonly',
    `a=msid:s ${name}`,
    `a=ssrc:${source} cname:c`,
  ];
  const changed = (sdp: string): string => {
    const [head = '', ...sections] = sdp.split(/^(?=m=)/m);
    const source = Number(/^m=audio[^]*?a=ssrc:(\d+)/m.exec(sdp)?.[1] ?? 1);
    const asSound =
      way === 'program' ? ['a=recvonly'] : named('mic', offers.length === 0 ? source : source + 1);
    const asPictures = way === 'source' && offers.length === 0 ? ['a=recvonly'] : named(cid, source);
    return [
      head,
      ...sections.map((one) => {
        if (one.startsWith('m=audio')) return saying(one, ...asSound);
        return one.startsWith('m=video') ? saying(one, ...asPictures) : one;
      }),
    ].join('');
  };
  client.sendAddTrack = (request) => {
    ({ cid } = request);
    if (way === 'source') {
      const again = request.clone();
      void addTrack(Object.assign(again, { cid: 'mic', type: 0, source: 2, simulcastCodecs: [] }));
    }
    return addTrack(Object.assign(request, { type: 1, source: 1, simulcastCodecs: [] }));
  };
  client.sendOffer = (description, ...more) => {
    const sdp = changed(description.sdp ?? '');
    offers.push(sdp);
    return sendOffer({ type: 'offer', sdp }, ...more);
  };
  client.onAnswer = (description, ...more) => {
    const [head = '', ...sections] = (description.sdp ?? '').split(/^(?=m=)/m);
    const sdp = sections.map((one) => (one.startsWith('m=app') ? one : saying(one, 'a=recvonly')));
    heardAnswer?.({ ...description, sdp: head + sdp.join('') }, ...more);
  };
  const voice = tone();
  const [picture] = document.createElement('canvas').captureStream(5).getVideoTracks();
  if (picture === undefined) throw new Error('nothing to send');
  const publisher = room.engine.pcManager?.publisher as unknown as {
    addTransceiver(track: MediaStreamTrack, how: RTCRtpTransceiverInit): RTCRtpTransceiver;
    getStats(): Promise<RTCStatsReport>;
  };
  publisher.addTransceiver(picture, { direction: 'sendonly' });
  void me
    .publishTrack(voice.track, { source: 'camera' as never, dtx: false, red: false })
    .catch(() => undefined);
  for (let part = 0; part < 4; part += 1) {
    await pause(hold / 4);
    if (offers.length > 0) void room.engine.negotiate().catch(() => undefined);
  }
  let packets = 0;
  (await publisher.getStats()).forEach((one) => {
    if (one.type === 'outbound-rtp' && one.kind === 'audio') packets += Number(one.packetsSent);
  });
  await room.disconnect();
  await voice.end();
  return { packets, offers };
};

/** @param origin of ours: our gateway answers no other page */
export const tryWay = async (browser: Browser, origin: string, how: Attempt): Promise<Sent> => {
  const page = await barePage(browser, origin);
  const sent = await page.evaluate(attempt, how);
  await page.context().close();
  return sent;
};
