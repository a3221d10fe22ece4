import { gunzipSync, gzipSync } from 'node:zlib';
import { ClientInfo_SDK as Make, JoinRequest, WrappedJoinRequest } from '@livekit/protocol';
import { expect, test } from 'vitest';
import { upstreamOf } from './admission.ts';
import { readJoin } from './join.ts';
import { message, text } from '../testing/message.ts';

const mayJoinWith = (parameter: string | null): boolean =>
  readJoin(new URLSearchParams(parameter === null ? {} : { join_request: parameter })) !== null;
const parameter = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const plain = (request: Uint8Array): string => parameter(message([2, request]));
const packed = (request: Uint8Array): string => parameter(message([1, 1], [2, gzipSync(request)]));
const OFFER = message([1, text('offer')], [2, text('v=0 '.repeat(2_000))]);
/** As a page of ours says it: settings, offer, and that it comes back to its stay. */
const HONEST = message([2, message([2, 1])], [6, OFFER], [7, 1], [9, text('PA_1')]);

test('[GW16] a join with an offer passes, packed or not, and so does the older way', () => {
  expect([plain(HONEST), packed(HONEST), null].map(mayJoinWith)).toEqual([true, true, true]);
});

test('[GW16] a join that brings tracks, metadata or attributes is refused', () => {
  const track = message([1, text('cid')], [8, 1]);
  const extras = [
    message([5, track]),
    message([3, text('metadata')]),
    message([4, message([1, text('key')])]),
  ];
  for (const extra of extras) {
    const request = Buffer.concat([HONEST, extra]);
    expect([plain(request), packed(request)].map(mayJoinWith)).toEqual([false, false]);
  }
});

test('[GW16] what cannot be read, or would be read in two ways, is refused', () => {
  const bad = {
    'no message': '!!!',
    'two requests': parameter(message([2, HONEST], [2, HONEST])),
    'too much unpacked': packed(Buffer.concat([HONEST, message([6, Buffer.alloc(2 * 1024 * 1024)])])),
    'many tiny fields': packed(Buffer.concat(Array.from({ length: 33 }, () => message([7, 1])))),
    torn: parameter(message([1, 1], [2, gzipSync(HONEST).subarray(0, 40)])),
    'packed in an unknown way': parameter(message([1, 2], [2, HONEST])),
  };
  for (const [what, join] of Object.entries(bad)) expect(mayJoinWith(join), what).toBe(false);
});

test('[GW20] a resume brings no offer: LiveKit reads none there, and a track that it knows would count as ended here', () => {
  const again = readJoin(new URLSearchParams({ join_request: packed(HONEST) }));
  expect(again).toMatchObject({ resumes: true, offer: null });
  const first = readJoin(new URLSearchParams({ join_request: packed(message([6, OFFER])) }));
  expect(first).toMatchObject({ resumes: false, offer: { type: 'offer' } });
});

test('[GW52] a client in Go is of no make, in a join and in the address', () => {
  const makes = [Make.JS, Make.NODE, Make.RUST, Make.GO, Make.CPP, 99].map((sdk) => {
    const clientInfo = message([1, sdk], [2, text('2.23.0')]);
    const join = readJoin(new URLSearchParams({ join_request: packed(message([1, clientInfo])) }));
    const outer = WrappedJoinRequest.fromBinary(Buffer.from(join?.parameter ?? '', 'base64url'));
    const { clientInfo: told } = JoinRequest.fromBinary(gunzipSync(outer.joinRequest));
    expect(told?.version).toBe('2.23.0');
    return told?.sdk;
  });
  expect(makes).toEqual([Make.JS, Make.NODE, Make.RUST, Make.UNKNOWN, Make.UNKNOWN, Make.UNKNOWN]);
  const named = ['js', 'node', 'rust', 'go', 'GO', 'cpp', ''].map((sdk) =>
    upstreamOf('http://x', new URL(`http://y/sfu/session/rtc?sdk=${sdk}`), 'token', null).searchParams.get(
      'sdk',
    ),
  );
  expect(named).toEqual(['js', 'node', 'rust', null, null, null, null]);
});

test('[GW16] LiveKit gets a join as it was understood here: nothing that is not known goes on', () => {
  const strange = Buffer.concat([HONEST, message([99, text('later')])]);
  for (const wrapped of [plain(strange), packed(strange)]) {
    const join = readJoin(new URLSearchParams({ join_request: wrapped }));
    expect(join).toMatchObject({ resumes: true, offer: null });
    const again = WrappedJoinRequest.fromBinary(Buffer.from(join?.parameter ?? '', 'base64url'));
    const request = JoinRequest.fromBinary(gunzipSync(again.joinRequest));
    expect(request).toMatchObject({ reconnect: true, participantSid: 'PA_1' });
    expect(Buffer.from(request.toBinary()).includes('later')).toBe(false);
    expect(request.publisherOffer).toBeUndefined();
  }
});

test('[GW20] the older way says in the address that it goes on with its stay', () => {
  const resumes = (reconnect: string): boolean | undefined =>
    readJoin(new URLSearchParams({ reconnect }))?.resumes;
  expect(['1', 'true', '0', 'yes', ''].map(resumes)).toEqual([true, true, false, false, false]);
});
