// Proof: nothing that a client says stands in LiveKit's log, whatever LiveKit makes of it.

import { once } from 'node:events';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { addMicrophone, asks, offersText, sdpOf } from '@tele-balint/server/media/testing/requests';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveKit, startLiveKit } from './livekit.ts';
import { until } from './until.ts';

const SENTENCE = 'my patient said that nobody may know';
/** The same without spaces, for places where a space would end a value. */
const WORD = SENTENCE.replaceAll(' ', '-');
/** Characters that LiveKit may write while somebody sends it nonsense. */
const LITTLE = 2000;

const good = sdpOf('audio sendonly 0 mic');
/** Offers that LiveKit cannot use, each for another reason and at another place of its program. */
const OFFERS: Readonly<Record<string, string>> = {
  'no offer at all': SENTENCE,
  'a broken line': `${good}m=audio ${SENTENCE}\r\n`,
  'no way to connect': `${good}a=note:${SENTENCE}\r\n`,
  'a broken codec': `${good}a=rtpmap:111 ${SENTENCE}\r\na=fmtp:x ${SENTENCE}\r\n`,
  'a broken candidate': `${good}a=candidate:${SENTENCE}\r\n`,
  'a broken fingerprint': `${good}a=ice-ufrag:abcd\r\na=ice-pwd:abcdabcdabcdabcdabcdabcd\r\na=fingerprint:sha-256 ${WORD}\r\n`,
  'an unknown name': sdpOf(`audio sendonly 0 ${WORD}` as 'audio sendonly 0 word'),
};

let livekit: LiveKit;

beforeAll(async () => {
  livekit = await startLiveKit();
});
afterAll(() => livekit.stop());

/** Straight at LiveKit: our gateway would carry none of this. */
const connect = async (): Promise<WebSocket> => {
  const token = new AccessToken(livekit.key, livekit.secret, { identity: 'somebody', ttl: 60 });
  token.addGrant({ roomJoin: true, room: 'log.circle', canPublish: true });
  const socket = new WebSocket(
    `${livekit.url.replace('http', 'ws')}/rtc?${new URLSearchParams({ access_token: await token.toJwt(), protocol: '16' }).toString()}`,
  );
  await once(socket, 'message');
  return socket;
};

test('[SU11] LiveKit’s log holds nothing of what clients say', async () => {
  for (const [what, sdp] of Object.entries(OFFERS)) {
    const socket = await connect();
    const send = (frame: Uint8Array): void => socket.send(Uint8Array.from(frame));
    const pongs: unknown[] = [];
    socket.addEventListener('message', ({ data }) => pongs.push(data));
    send(addMicrophone('mic', { name: SENTENCE }));
    send(offersText(sdp));
    send(asks({ case: 'answer', value: { type: 'answer', sdp } as never }));
    send(asks({ case: 'trickle', value: { candidateInit: SENTENCE } as never }));
    send(asks({ case: 'updateMetadata', value: { metadata: SENTENCE, name: SENTENCE } as never }));
    send(asks({ case: 'subscription', value: { trackSids: [SENTENCE], subscribe: true } as never }));
    send(
      asks({
        case: 'syncState',
        value: { publishTracks: [{ cid: SENTENCE, track: { sid: SENTENCE } }] } as never,
      }),
    );
    const before = pongs.length;
    send(asks({ case: 'ping', value: 1n }));
    // It has read them all when it answers the last, or has given the client up.
    await until(
      `LiveKit’s answer behind ${what}`,
      () => socket.readyState !== WebSocket.OPEN || pongs.length > before,
    );
    socket.close();
  }
  await createLiveKit(livekit).closeRoom('log.circle');
  await until('LiveKit to be well', () => createLiveKit(livekit).ready());
  const output = livekit.output();
  expect(output.slice(-LITTLE)).not.toMatch(/patient|nobody may know/);
  expect(output).not.toContain(SENTENCE);
  expect(output).not.toContain(WORD);
  expect(output.length).toBeLessThan(LITTLE);
});
