// What is refused while sealing is on, and that nothing is asked about it while it is off: gateway and what reads LiveKit's lists.

import { AddTrackRequest, Encryption_Type, TrackInfo, TrackSource, TrackType } from '@livekit/protocol';
import { describe, expect, test } from 'vitest';
import { publicationOf } from '../livekit/livekit.ts';
import { addCamera, addMicrophone, asks } from '../testing/requests.ts';
import { gatewayed } from '../testing/signal.ts';
import { judge } from './guard.ts';
import { createStays } from './stays.ts';
import { createTracks, type Tracks } from './tracks.ts';

const { NONE, GCM, CUSTOM } = Encryption_Type;
const MICROPHONE = { type: TrackType.AUDIO, source: TrackSource.MICROPHONE };
const CAMERA = { type: TrackType.VIDEO, source: TrackSource.CAMERA };

type Sent = ConstructorParameters<typeof AddTrackRequest>[0] & object;
const request = (sent: Sent) => new AddTrackRequest({ cid: 'cid', ...sent });
/** What becomes of a request to publish: carried, or refused as LiveKit refuses it. */
const outcome = (sent: Sent, tracks: Tracks): string => {
  const verdict = judge(asks({ case: 'addTrack', value: request(sent) }), tracks, 0);
  return verdict.type === 'drop'
    ? `${verdict.what}, ${verdict.answer === undefined ? 'silence' : 'answered'}`
    : verdict.type;
};

describe.each([true, false])('through a gateway with sealing: %s', (sealing) => {
  const at = gatewayed(sealing);

  test('[GW56] an unsealed track reaches LiveKit only where none is asked for, in a new stay and a resumed one', async () => {
    const sealed = addCamera('cam', { encryption: GCM });
    const { client, send } = await at.through('alice');
    expect(await send(addMicrophone('mic'), sealed)).toHaveLength(sealing ? 1 : 2);
    client.close();
    const again = await at.through('alice', { reconnect: '1' });
    expect(await again.send(addMicrophone('mic-2'))).toHaveLength(0);
    const fresh = await at.through('bert', { reconnect: '1' });
    const answer = fresh.send(addMicrophone('mic'));
    expect(await answer).toEqual(sealing ? [] : 'ended');
  });
});

const ROWS = [
  ['a microphone without a seal', { ...MICROPHONE, encryption: NONE }, 'refused'],
  ['a camera without a seal', { ...CAMERA, encryption: NONE }, 'refused'],
  ['a microphone that says nothing of one', MICROPHONE, 'refused'],
  ['a camera with a seal that no page of ours makes', { ...CAMERA, encryption: CUSTOM }, 'refused'],
  ['a seal of a number that nobody knows', { ...MICROPHONE, encryption: 7 as Encryption_Type }, 'refused'],
  ['a sealed microphone', { ...MICROPHONE, encryption: GCM }, 'carry'],
  ['a sealed camera', { ...CAMERA, encryption: GCM }, 'carry'],
] as const;

describe.each(ROWS)('%s', (_, sent, expected) => {
  test(`[GW56] is ${expected} while sealing is on, and LiveKit knows nothing of it`, () => {
    const tracks = createTracks(null, true);
    expect(outcome(sent, tracks)).toBe(expected === 'carry' ? 'carry' : 'a track in disguise, answered');
    // It took no name and no place.
    if (expected === 'refused') expect(outcome({ ...sent, encryption: GCM }, tracks)).toBe('carry');
  });

  test('[GW56] is carried while sealing is off', () => {
    expect(outcome(sent, createTracks())).toBe('carry');
    expect(outcome(sent, createTracks(null, false))).toBe('carry');
  });

  test('[EN22] is read off LiveKit’s list as the gateway reads it', () => {
    const kind = sent.type === TrackType.AUDIO ? 'audio' : 'video';
    const listed = new TrackInfo({ ...sent, mimeType: `${kind}/x` });
    expect(publicationOf(listed, true).kind).toBe(expected === 'carry' ? kind : 'unsealed');
    expect(publicationOf(listed, false).kind).toBe(kind);
  });
});

test('[EN22] a seal makes no disguise honest', () => {
  const disguised = { ...CAMERA, encryption: GCM, mimeType: 'audio/opus' };
  expect(publicationOf(new TrackInfo(disguised), true).kind).toBe('mixed');
  expect(
    outcome({ type: TrackType.AUDIO, source: TrackSource.CAMERA, encryption: GCM }, createTracks(null, true)),
  ).toMatch(/disguise/);
});

test.each([true, false])('[GW56] of a stay that began before us too, sealing: %s', async (sealing) => {
  const tracks = await createStays(() => Promise.resolve([]), sealing).resumed('alice');
  expect(tracks.announce(request({ ...MICROPHONE, encryption: NONE }), 0)).toBe(
    sealing ? 'disguise' : 'forgotten',
  );
});
