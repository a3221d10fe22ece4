import { expect, test } from 'vitest';
import { heard, judge } from './guard.ts';
import { createTracks, type Tracks } from './tracks.ts';
import { addCamera, addMicrophone, offers, offersText, published, says, sdpOf } from '../testing/requests.ts';

/** What becomes of the last of these frames, in a stay whose microphone LiveKit has refused. */
const last = (frames: readonly Uint8Array[], tracks: Tracks = createTracks()): string => {
  judge(addMicrophone('mic'), tracks, 0);
  const request = { case: 'addTrack', value: { cid: 'mic' } };
  heard(says({ case: 'requestResponse', value: { reason: 2, request } as never }), tracks);
  judge(addCamera('cam'), tracks, 0);
  heard(published('cam', 'TR_cam'), tracks);
  return frames.map((frame) => judge(frame, tracks, 0).type).at(-1) ?? '';
};
/** Of these two sections, so that the first has the mid 0 and the source 7, the second 1 and 8. */
const both = (change: (sdp: string) => string = (sdp) => sdp): Uint8Array =>
  offersText(change(sdpOf('audio sendonly 0 mic', 'video sendonly 1 cam')));
const before = offers('audio sendonly 0 mic', 'video recvonly 1');

test('[GW50] a source belongs to one section for a whole stay: LiveKit calls a track as the section with its source does', () => {
  const moved = (sdp: string): string => sdp.replaceAll('a=ssrc:8', 'a=ssrc:7');
  expect(last([before, both()])).toBe('carry');
  expect(last([before, both(moved)])).toBe('end');
  expect(last([before, both((sdp) => moved(sdp.replaceAll('a=ssrc:7', 'a=ssrc:9')))])).toBe('end');
  expect(last([before, both((sdp) => sdp.replaceAll('a=ssrc:8', 'a=ssrc:007'))])).toBe('end');
  expect(last([both((sdp) => sdp.replaceAll('a=ssrc:8', 'a=ssrc:x'))])).toBe('end');
  const silent = offersText(sdpOf('audio recvonly 0 mic', 'video recvonly 1'));
  expect(last([silent, both((sdp) => moved(sdp).replace('mid:0', 'mid:2'))])).toBe('end');
});

test('[GW50] a section is of one kind for a whole stay, also one that LiveKit knew before', () => {
  expect(last([before, offers('video sendonly 0 cam')])).toBe('end');
  expect(last([offers('audio recvonly 0', 'video recvonly 1'), offers('video sendonly 0 cam')])).toBe('end');
  const known = createTracks([{ sid: 'TR_1', mid: '0', kind: 'audio' }]);
  expect(last([offers('video recvonly 0', 'video recvonly 1')], known)).toBe('end');
});

test('[GW50] every packet can be told to its section by its own mark; else LiveKit guesses by its coding', () => {
  const mark = 'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid';
  const marked = (...instead: readonly string[]): Uint8Array =>
    both((sdp) => sdp.replace(mark, instead.join('\r\n')));
  expect(last([marked(mark, 'a=extmap:5 urn:x')])).toBe('carry');
  expect(last([marked('a=x')])).toBe('end');
  expect(last([marked('a=extmap:4 urn:x', mark)])).toBe('end');
  expect(last([marked(mark, 'a=extmap:04/sendonly urn:x')])).toBe('end');
  expect(last([marked(`${mark}s`)])).toBe('end');
});

test('[GW50] a section that was refused may say nothing, as Chromium writes one', () => {
  const rest = (...more: readonly string[]): Uint8Array => {
    const stopped = ['m=audio 0 UDP/TLS/RTP/SAVPF 0', 'a=mid:5', 'a=inactive', ...more, ''].join('\r\n');
    return offersText(sdpOf('audio recvonly 0', 'video recvonly 1') + stopped);
  };
  expect(last([rest()])).toBe('carry');
  expect(last([rest('a=rtpmap:0 PCMU/8000')])).toBe('end');
  expect(last([rest('a=extmap:4 urn:x')])).toBe('end');
});

test('[GW50] an offer of one section only names its sources: what comes from others would be put into it', () => {
  expect(last([offers('audio recvonly 0')])).toBe('end');
  expect(last([offers('audio sendonly 0 mic')])).toBe('carry');
  expect(last([offers('audio recvonly 0', 'application sendrecv 1')])).toBe('carry');
});

test('[GW50] a direction has no value', () => {
  for (const direction of ['sendrecv', 'sendonly', 'recvonly', 'inactive'])
    expect(last([both((sdp) => sdp.replace('a=mid:0', `a=${direction}:x\r\na=mid:0`))])).toBe('end');
});
