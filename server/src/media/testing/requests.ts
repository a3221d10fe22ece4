// What clients of LiveKit and LiveKit itself say over the signal, for tests of the gateway.

import {
  AddTrackRequest,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  TrackPublishedResponse,
  TrackInfo,
  TrackSource,
  TrackType,
} from '@livekit/protocol';

/** A frame of a client. */
export const asks = (message: SignalRequest['message']): Uint8Array =>
  new SignalRequest({ message }).toBinary();
/** A frame of LiveKit. */
export const says = (message: SignalResponse['message']): Uint8Array =>
  new SignalResponse({ message }).toBinary();

type Extra = Omit<ConstructorParameters<typeof AddTrackRequest>[0] & object, 'cid'>;

/** A request to publish, as a frame. */
const adds = (value: ConstructorParameters<typeof AddTrackRequest>[0]): Uint8Array =>
  asks({ case: 'addTrack', value: new AddTrackRequest(value) });
export const addMicrophone = (cid: string, extra: Extra = {}): Uint8Array =>
  adds({ cid, type: TrackType.AUDIO, source: TrackSource.MICROPHONE, ...extra });
export const addCamera = (cid: string, extra: Extra = {}): Uint8Array =>
  adds({ cid, type: TrackType.VIDEO, source: TrackSource.CAMERA, ...extra });

/** One section of an offer: `audio sendonly 3 name`, the name left out where there is none. */
export type Section = `${'audio' | 'video' | 'application'} ${string} ${number}${'' | ` ${string}`}`;

/** Source of the section with the mid 0; each other has its own. */
const FIRST_SOURCE = 7;

const sectionOf = (section: Section): readonly string[] => {
  const [kind, direction, mid, track] = section.split(' ');
  const source = FIRST_SOURCE + Number(mid);
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF 111`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=${direction}`,
    ...(kind === 'application' ? [] : ['a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid']),
    ...(track === undefined
      ? []
      : [`a=msid:stream ${track}`, `a=ssrc:${source} cname:c`, `a=ssrc:${source} msid:stream ${track}`]),
  ];
};

/** A description of some sections, as a browser writes it. */
export const sdpOf = (...sections: readonly Section[]): string =>
  [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    ...sections.flatMap(sectionOf),
    '',
  ].join('\r\n');

/** An offer with this text, as a frame. */
export const offersText = (sdp: string, type = 'offer'): Uint8Array =>
  asks({ case: 'offer', value: new SessionDescription({ type, sdp }) });
/** An offer of some sections, as a frame. */
export const offers = (...sections: readonly Section[]): Uint8Array => offersText(sdpOf(...sections));

/** LiveKit has taken a request to publish, as a frame. */
export const published = (cid: string, sid: string): Uint8Array =>
  says({ case: 'trackPublished', value: new TrackPublishedResponse({ cid, track: new TrackInfo({ sid }) }) });
