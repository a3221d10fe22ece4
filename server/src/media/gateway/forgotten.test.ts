import { LeaveRequest_Action, SignalResponse } from '@livekit/protocol';
import { expect, test } from 'vitest';
import { heard, judge } from './guard.ts';
import { createTracks, type Tracks } from './tracks.ts';
import { addCamera, addMicrophone, offersText, says, sdpOf, type Section } from '../testing/requests.ts';

/** A stay that began before this gateway, of which LiveKit knows a microphone and a camera. */
const before = (): Tracks =>
  createTracks([
    { sid: 'TR_mic', mid: '3', kind: 'audio' },
    { sid: 'TR_cam', mid: '4', kind: 'video' },
  ]);
const RECEIVES = ['audio recvonly 0', 'video recvonly 1'] as const;
/** Pictures in several sizes, as Chromium offers them: without their sources. */
const unnamed = (sdp: string): string =>
  sdp.replace(/(m=video[^]*?)(a=ssrc:[^]*?)(?=m=|$)/g, (_, head: string) => head);
const offer = (...sections: readonly Section[]): Uint8Array => offersText(unnamed(sdpOf(...sections)));

/** Carried, or told to begin anew without being accused. */
const verdictOn = (frame: Uint8Array, tracks: Tracks): string => {
  const verdict = judge(frame, tracks, 0);
  if (verdict.type !== 'end') return verdict.type;
  if (verdict.violation || verdict.answer === undefined) return 'accused';
  const { message } = SignalResponse.fromBinary(verdict.answer);
  const anew = message.case === 'leave' && message.value.action === LeaveRequest_Action.RECONNECT;
  return anew ? 'begins anew' : 'ended';
};

test('[GW20] what LiveKit knows of it goes on', () => {
  const tracks = before();
  for (let n = 0; n < 3; n += 1)
    expect(verdictOn(offer(...RECEIVES, 'audio sendonly 3 mic', 'video sendonly 4 cam'), tracks)).toBe(
      'carry',
    );
  expect(verdictOn(offer(...RECEIVES, 'audio inactive 3', 'video sendonly 4 cam'), tracks)).toBe('carry');
});

test('[GW20] a source of sound that waits at LiveKit since then cannot be called the camera’s', () => {
  const moved = offersText(sdpOf(...RECEIVES, 'audio sendonly 3 mic', 'video sendonly 4 cam'));
  expect(verdictOn(moved, before())).toBe('begins anew');
  // Nor can a section be taken that was one of sound then.
  expect(verdictOn(offer(...RECEIVES, 'video sendonly 2 cam'), before())).toBe('begins anew');
});

test('[GW20] whoever announces something in it begins anew: its name may be one of then', () => {
  for (const track of [addCamera('waits'), addMicrophone('waits')])
    expect(verdictOn(track, before())).toBe('begins anew');
});

test('[GW20] sound that LiveKit has ended meanwhile does not go on under another name', () => {
  const tracks = before();
  heard(says({ case: 'trackUnpublished', value: { trackSid: 'TR_mic' } as never }), tracks);
  expect(verdictOn(offer(...RECEIVES, 'audio sendonly 3 cam'), tracks)).toBe('begins anew');
  expect(verdictOn(offer(...RECEIVES, 'audio inactive 3', 'video sendonly 4 cam'), tracks)).toBe('carry');
});
