import { gzipSync } from 'node:zlib';
import {
  JoinRequest,
  LeaveRequest_Action,
  SessionDescription,
  SignalResponse,
  TrackInfo,
  WrappedJoinRequest,
} from '@livekit/protocol';
import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  addCamera,
  addMicrophone,
  asks,
  offers,
  offersText,
  published,
  says,
  type Section,
  sdpOf,
} from '../testing/requests.ts';
import { gatewayed } from '../testing/signal.ts';

// Each look makes connections of its own.
vi.setConfig({ testTimeout: 30_000 });
const gateway = gatewayed();
const RECEIVES: readonly Section[] = ['audio recvonly 0', 'video recvonly 1', 'application sendrecv 2'];

/** Whether frames end the connection, and whether whoever enforces hears of it. */
const ends = async (...frames: readonly Uint8Array[]): Promise<boolean> => {
  const told = gateway.told.length;
  const ended = (await (await gateway.through('alice')).send(...frames)) === 'ended';
  expect(gateway.told.slice(told).includes('violation alice')).toBe(ended);
  return ended;
};
/** The address that joins with an offer. */
const joining = (
  sdp: string,
  more: ConstructorParameters<typeof JoinRequest>[0] = {},
  packed = true,
): string => {
  const offer = new SessionDescription({ type: 'offer', sdp });
  const bytes = new JoinRequest({ publisherOffer: offer, ...more }).toBinary();
  const wrapped = packed
    ? new WrappedJoinRequest({ compression: 1, joinRequest: gzipSync(bytes) })
    : new WrappedJoinRequest({ joinRequest: bytes });
  return Buffer.from(wrapped.toBinary()).toString('base64url');
};
const outcome = (url: string): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
  });

describe('an offer', () => {
  test('[GW19] sends what was announced; what receives or rests passes', async () => {
    expect(await ends(offers(...RECEIVES))).toBe(false);
    expect(await ends(offers(...RECEIVES, 'audio inactive 3', 'video inactive 4'))).toBe(false);
    expect(await ends(addMicrophone('mic'), offers(...RECEIVES, 'audio sendonly 3 mic'))).toBe(false);
    expect(await ends(addCamera('cam'), offers(...RECEIVES, 'video sendrecv 3 cam'))).toBe(false);
  });

  test('[GW19] of sound under a camera’s name ends the connection, however it is written', async () => {
    const camera = addCamera('cam', { simulcastCodecs: [{ codec: 'vp8', cid: 'second' }] });
    expect(await ends(camera, offers('audio sendonly 0 cam'))).toBe(true);
    expect(await ends(camera, offers('audio sendrecv 0 second'))).toBe(true);
    expect(
      await ends(addMicrophone('mic'), camera, offers('video sendonly 0 cam', 'audio sendonly 1 cam')),
    ).toBe(true);
    expect(await ends(addMicrophone('mic'), offers('video sendonly 0 mic'))).toBe(true);
    expect(await ends(offers('audio sendonly 0 nobody'))).toBe(true);
    expect(await ends(camera, offers('audio sendonly 0 nobody'))).toBe(true);
    expect(await ends(addMicrophone('mic'), offers('audio sendonly 0 mic', 'audio sendonly 1 nobody'))).toBe(
      true,
    );
    expect(await ends(offers('audio sendonly 0'))).toBe(true);
  });

  test('[GW19] a name is of one kind for a whole stay, whatever comes first', async () => {
    expect(await ends(addMicrophone('mic'), offers('audio sendonly 0 mic'), addCamera('mic'))).toBe(true);
    expect(await ends(offers('audio inactive 0 later'), addCamera('later'))).toBe(true);
    expect(await ends(addCamera('cam'), addMicrophone('cam'))).toBe(true);
  });

  test('[GW19] may call the one announced track of its kind by another name, as Firefox does, for the whole stay', async () => {
    const alice = await gateway.through('alice');
    expect(await alice.send(addMicrophone('mic'), offers('audio sendonly 0 own'))).toHaveLength(2);
    expect(await alice.send(offers('audio sendonly 0 own'), addCamera('cam'))).toHaveLength(2);
    expect(await alice.send(offers('audio sendonly 0 own', 'video sendonly 1 other'))).toHaveLength(1);
    expect(await alice.send(offers('audio sendonly 0 other', 'video sendonly 1 other'))).toBe('ended');
    expect(await ends(addMicrophone('mic'), offers('audio sendonly 0 own'), addCamera('own'))).toBe(true);
  });

  test('[GW19] that can be read in two ways ends the connection', async () => {
    const [audio, camera] = [addMicrophone('mic'), addCamera('cam')];
    const good = sdpOf('audio sendonly 0 mic');
    const bad: Record<string, string> = {
      'a bare line feed': good.replaceAll('\r\n', '\n'),
      'one bare line feed': good.replace('a=mid:0\r\n', 'a=mid:0\r\na=x\na=msid:s cam\r\n'),
      'another case': good.replace('m=audio', 'm=AUDIO'),
      'another attribute’s case': good.replace('a=sendonly', 'a=SendOnly'),
      'two names': good.replace('a=ssrc:7 msid:stream mic', 'a=ssrc:7 msid:stream cam'),
      'a stream with two tracks': good.replace('a=msid:stream mic', 'a=msid:stream cam mic'),
      'two directions': good.replace('a=sendonly', 'a=inactive\r\na=sendonly'),
      'two sections of one mid': sdpOf('audio sendonly 0 mic', 'video recvonly 0'),
      'no mid': good.replace('a=mid:0\r\n', ''),
      'no end': good.slice(0, -2),
      'a section of text': `${good}m=text 9 UDP 0\r\n`,
      'no description': 'v=1\r\n',
      nothing: '',
    };
    for (const [what, sdp] of Object.entries(bad))
      expect(await ends(audio, camera, offersText(sdp)), what).toBe(true);
    expect(await ends(audio, offersText(good, 'pranswer'))).toBe(true);
    expect(await ends(audio, offersText(good.replace('a=sendonly\r\n', '')))).toBe(false);
    expect(await ends(offersText(sdpOf('audio recvonly 0').replace('a=recvonly\r\n', '')))).toBe(true);
    expect(await ends(offersText(sdpOf('audio sendonly 0 x').replace('m=audio 9', 'm=audio 0')))).toBe(true);
  });

  test('[GW19] an answer sends nothing', async () => {
    const answer = (...sections: Section[]): Uint8Array =>
      asks({ case: 'answer', value: new SessionDescription({ type: 'answer', sdp: sdpOf(...sections) }) });
    expect(await ends(answer('audio recvonly 0', 'video inactive 1'))).toBe(false);
    expect(await ends(addMicrophone('mic'), answer('audio sendrecv 0 mic'))).toBe(true);
  });

  test('[GW19] in a join is looked at too, packed or not: who joins has announced nothing', async () => {
    for (const packed of [true, false]) {
      const url = (sdp: string): Promise<string> =>
        gateway.url('alice', { join_request: joining(sdp, {}, packed) });
      expect(await outcome(await url(sdpOf(...RECEIVES)))).toBe(101);
      expect(await outcome(await url(sdpOf('audio sendonly 0 mic')))).toBe(400);
    }
    expect(gateway.told).toEqual(['violation alice', 'violation alice']);
  });
});

describe('a stay that is taken up again', () => {
  const AGAIN = { reconnect: '1' };

  test('[GW20] goes on with what it had announced, and a new one begins with nothing', async () => {
    const first = await gateway.through('alice');
    await first.send(addMicrophone('mic'), offers('audio sendonly 0 mic'));
    await first.hear(published('mic', 'TR_mic'));
    const again = await gateway.through('alice', AGAIN);
    expect(await again.send(offers('audio sendonly 0 mic'))).toHaveLength(1);
    const packed = joining(sdpOf('audio sendonly 0 mic'), { reconnect: true });
    expect(await outcome(await gateway.url('alice', { join_request: packed }))).toBe(101);
    const anew = await gateway.through('alice');
    expect(await anew.send(offers('audio sendonly 0 mic'))).toBe('ended');
  });

  test('[GW20] that began before this gateway is known by what LiveKit says of it', async () => {
    gateway.known = [{ sid: 'TR_1', mid: '3', kind: 'audio' }];
    const alice = await gateway.through('alice', AGAIN);
    expect(await alice.send(offers(...RECEIVES, 'audio sendonly 3 mic'))).toHaveLength(1);
    expect(await alice.send(offers(...RECEIVES, 'audio sendonly 3 mic', 'audio sendonly 4 x'))).toBe('ended');
    const bert = await gateway.through('bert', AGAIN);
    expect(await bert.send(offers(...RECEIVES, 'video sendonly 3 mic'))).toBe('ended');
  });

  test('[GW20] that began before this gateway, and whose track LiveKit has ended, begins anew; nobody is accused', async () => {
    const state = asks({
      case: 'syncState',
      value: { publishTracks: [{ cid: 'mic', track: new TrackInfo({ sid: 'TR_mic' }) }] } as never,
    });
    for (const frame of [offers(...RECEIVES, 'audio sendonly 3 mic'), state]) {
      const alice = await gateway.through('alice', AGAIN);
      const heard: unknown[] = [];
      alice.client.on('message', (data) => heard.push(SignalResponse.fromBinary(data as Buffer).message));
      expect(await alice.send(frame)).toBe('ended');
      expect(heard).toMatchObject([{ case: 'leave', value: { action: LeaveRequest_Action.RECONNECT } }]);
    }
    expect(gateway.told).toEqual([]);
  });

  test('[GW20] says only what this stay has announced, and no description goes on', async () => {
    const first = await gateway.through('alice');
    await first.send(addMicrophone('mic'));
    await first.hear(published('mic', 'TR_mic'));
    const again = await gateway.through('alice', AGAIN);
    const state = (sid: string): Uint8Array =>
      asks({
        case: 'syncState',
        value: {
          publishTracks: [{ cid: 'mic', track: new TrackInfo({ sid }) }],
          offer: { type: 'offer', sdp: sdpOf('audio sendonly 0 other') },
          subscription: { trackSids: ['TR_other'], subscribe: true },
        } as never,
      });
    const [carried] = (await again.send(state('TR_mic'))) as readonly { value: object }[];
    expect(carried?.value).toMatchObject({
      publishTracks: [{ cid: 'mic' }],
      subscription: { trackSids: ['TR_other'] },
    });
    expect(Object.keys(carried?.value ?? {})).not.toContain('offer');
    expect(await again.send(state('TR_foreign'))).toEqual([]);
  });
});

describe('one microphone and one camera of one identity', () => {
  const unpublished = (trackSid: string): Uint8Array =>
    says({ case: 'trackUnpublished', value: { trackSid } as never });

  test('[GW21] a second one is refused while the first is live', async () => {
    const alice = await gateway.through('alice');
    const answers: Buffer[] = [];
    alice.client.on('message', (data) => answers.push(data as Buffer));
    expect(await alice.send(addMicrophone('one'), addMicrophone('two'), addCamera('cam'))).toHaveLength(2);
    await vi.waitUntil(() => answers.length === 1);
    expect(await alice.send(addCamera('cam2'), addMicrophone('one'))).toHaveLength(0);
    // What was refused goes nowhere: a client may have offered it before it heard of the refusal.
    expect(await alice.send(offers('audio sendonly 0 one', 'audio sendonly 1 two'))).toHaveLength(1);
  });

  test('[GW21] what LiveKit refuses or ends frees the place, and so does an offer without it', async () => {
    const alice = await gateway.through('alice');
    await alice.send(addMicrophone('one'));
    await alice.hear(
      says({
        case: 'requestResponse',
        value: { reason: 2, request: { case: 'addTrack', value: { cid: 'one' } } } as never,
      }),
    );
    expect(await alice.send(addMicrophone('two'), offers('audio sendonly 0 two'))).toHaveLength(2);
    await alice.hear(published('two', 'TR_2'), unpublished('TR_2'));
    expect(await alice.send(addMicrophone('three'), offers('audio sendonly 0 three'))).toHaveLength(2);
    expect(await alice.send(offers('audio inactive 0 three'), addMicrophone('four'))).toHaveLength(2);
    expect(await alice.send(offers('audio sendonly 0 three', 'audio sendonly 1 four'))).toBe('ended');
  });

  test('[GW21] the same device may be announced again when its track is over', async () => {
    const alice = await gateway.through('alice');
    for (let round = 0; round < 10; round += 1) {
      expect(await alice.send(addMicrophone('mic'), offers(`audio sendonly ${round} mic`))).toHaveLength(2);
      await alice.hear(published('mic', `TR_${round}`), unpublished(`TR_${round}`));
      expect(await alice.send(offers(`audio inactive ${round} mic`))).toHaveLength(1);
    }
  });

  test('[GW21] one announcement has one section', async () => {
    expect(await ends(addMicrophone('mic'), offers('audio sendonly 0 mic', 'audio sendonly 1 mic'))).toBe(
      true,
    );
  });
});
