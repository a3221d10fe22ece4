import { AddTrackRequest, SignalRequest, TrackSource, TrackType } from '@livekit/protocol';
import { describe, expect, test } from 'vitest';
import { readFrame, written } from './frames.ts';
import { createTracks } from './tracks.ts';
import { message, text } from '../testing/message.ts';

/** What is carried of a frame, or why not. */
const read = (frame: Uint8Array): string => {
  const one = readFrame(frame);
  return 'not' in one ? `not: ${one.not}` : one.request.case;
};
const announce = (request: ConstructorParameters<typeof AddTrackRequest>[0]): string =>
  createTracks().announce(new AddTrackRequest({ cid: 'cid', ...request }), 0);

describe('frames of a client', () => {
  test('[GW9] a track is called what it is, or it is not carried', () => {
    const { AUDIO, VIDEO } = TrackType;
    const { MICROPHONE, CAMERA } = TrackSource;
    expect(announce({ type: AUDIO, source: MICROPHONE })).toBe('fine');
    expect(announce({ type: VIDEO, source: CAMERA })).toBe('fine');
    for (const type of [AUDIO, VIDEO, TrackType.DATA]) {
      for (const source of [0, 1, 2, 3, 4]) {
        const honest = (type === AUDIO && source === MICROPHONE) || (type === VIDEO && source === CAMERA);
        if (!honest) expect(announce({ type, source }), `${type} ${source}`).toBe('disguise');
      }
    }
    // Sound is the type of a message that names none.
    expect(announce({ source: MICROPHONE })).toBe('fine');
    expect(announce({ source: CAMERA })).toBe('disguise');
  });

  test('[GW9] a codec is of the kind of its track, and none is added to a track that is there', () => {
    const camera = { type: TrackType.VIDEO, source: TrackSource.CAMERA };
    const codecs = (...names: string[]) => ({
      ...camera,
      simulcastCodecs: names.map((codec, at) => ({ codec, cid: `cid${at}` })) as never,
    });
    expect(announce(codecs('vp8', 'video/H264'))).toBe('fine');
    for (const codec of ['opus', 'audio/opus', 'red', ''])
      expect(announce(codecs('vp8', codec)), codec).toBe('disguise');
    expect(announce({ ...camera, sid: 'TR_1' })).toBe('disguise');
    expect(announce({ ...camera, cid: '' })).toBe('disguise');
    expect(announce({ ...camera, name: 'n'.repeat(200) })).toBe('disguise');
  });

  test('[GW9] a frame asks for one thing: what several would become is left to nobody', () => {
    const track = message([1, text('cid')], [3, 0], [8, 2]);
    expect(read(message([4, track]))).toBe('addTrack');
    expect(read(message([4, track], [4, message([8, 1])]))).toBe('not: unreadable');
    expect(read(message([4, message([3, 1])], [14, 1], [4, track]))).toBe('not: unreadable');
    expect(read(message([14, 1], [4, track]))).toBe('not: unreadable');
    expect(read(new Uint8Array())).toBe('not: unreadable');
    // One field of eight bytes for those who believe its form, an empty request and another for those who do not.
    const form = [0x21, 0, 0x32, 5, 0x0a, 3, 0x61, 0x62, 0x63];
    expect(read(Uint8Array.from(form))).toBe('not: unreadable');
  });

  test('[GW22] what is no message is not carried', () => {
    for (const bytes of [
      [0x22, 50, 1],
      [0xff],
      [0x23],
      [0x22, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      // A number where a message belongs.
      [0x08, 1],
    ]) {
      expect(read(Uint8Array.from(bytes)), bytes.join()).toBe('not: unreadable');
    }
  });

  test('[GW22] only what clients of ours send is carried, of all that LiveKit knows and of all that it may know later', () => {
    const names = SignalRequest.fields.list().map(({ no, localName }) => [no, localName] as const);
    const carried = names.filter(([no, name]) => {
      const frame = name === 'ping' ? message([no, 1]) : message([no, new Uint8Array()]);
      return !read(frame).startsWith('not:');
    });
    // Written out once more: whoever lets another one through has to say so here too.
    expect(carried.map(([, name]) => name)).toEqual([
      'offer',
      'answer',
      'trickle',
      'addTrack',
      'mute',
      'subscription',
      'trackSetting',
      'leave',
      'syncState',
      'ping',
      'pingReq',
      'updateAudioTrack',
    ]);
    // Who may hear somebody is said by nobody but the server.
    expect(read(message([11, message([1, 0])]))).toBe('not: subscriptionPermission');
    const known = new Set(names.map(([no]) => no));
    for (let no = 1; no < 200; no += 1)
      if (!known.has(no)) expect(read(message([no, new Uint8Array()])), `${no}`).toBe('not: unknown');
  });

  test('[GW22] LiveKit gets what was understood here: fields that are not known do not go on', () => {
    const frame = message([4, message([1, text('cid')], [3, 0], [8, 2], [99, text('later')])]);
    const one = readFrame(frame);
    const out = 'request' in one ? Buffer.from(written(one.request)) : Buffer.alloc(0);
    expect([out.includes('cid'), out.includes('later')]).toEqual([true, false]);
  });

  test('[GW22] a frame of many tiny things is not read, nor one too long', () => {
    const tiny = (no: number): Uint8Array =>
      Buffer.concat(Array.from({ length: 20_000 }, () => message([no, new Uint8Array()])));
    for (const [no, inner] of [
      [1, 4],
      [2, 4],
      [4, 9],
      [6, 2],
      [12, 3],
    ] as const) {
      expect(read(message([no, tiny(inner)])), `${no}`).toBe('not: too large');
    }
    expect(read(message([12, message([5, tiny(4)])]))).toBe('not: too large');
    expect(read(message([1, message([2, Buffer.alloc(450_000, 'a')])]))).toBe('not: too large');
    expect(read(message([1, message([2, Buffer.alloc(200_000, 'a')])]))).toBe('offer');
    expect(read(message([12, message([5, message([2, Buffer.alloc(200_000, 'a')])])]))).toBe('syncState');
  });
});
