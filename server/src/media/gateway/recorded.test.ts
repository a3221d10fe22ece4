import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { JoinRequest, SignalRequest, SignalResponse, WrappedJoinRequest } from '@livekit/protocol';
import { expect, test } from 'vitest';
import { heard, judge, mayOffer } from './guard.ts';
import { readJoin } from './join.ts';
import { createTracks, type Tracks } from './tracks.ts';

type Json = Parameters<typeof SignalRequest.fromJson>[0];
type Step = { readonly joins?: Json; readonly asks?: Json; readonly hears?: Json };

const recorded = (name: string): readonly Step[] =>
  gunzipSync(readFileSync(new URL(`../testing/recorded/${name}.ndjson.gz`, import.meta.url)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Step);

/** The parameter that LiveKit's client makes of a join. */
const parameterOf = (join: Json): string => {
  const joinRequest = gzipSync(JoinRequest.fromJson(join).toBinary());
  return Buffer.from(new WrappedJoinRequest({ compression: 1, joinRequest }).toBinary()).toString(
    'base64url',
  );
};

test.each(['chromium', 'firefox'])(
  '[GW24] all that %s said in ten rounds and three resumes is carried',
  (browser) => {
    let tracks: Tracks = createTracks();
    const counted = { joins: 0, resumes: 0, offers: 0, announcements: 0 };
    const notCarried = new Set<string>();
    for (const { joins, asks, hears } of recorded(browser)) {
      if (joins !== undefined) {
        const join = readJoin(new URLSearchParams({ join_request: parameterOf(joins) }));
        expect(join).not.toBeNull();
        if (join?.resumes === true) counted.resumes += 1;
        else tracks = createTracks();
        counted.joins += 1;
        if (join?.offer) expect(mayOffer(join.offer, tracks)).toBe(true);
      }
      if (hears !== undefined) heard(SignalResponse.fromJson(hears).toBinary(), tracks);
      if (asks === undefined) continue;
      const frame = SignalRequest.fromJson(asks).toBinary();
      const verdict = judge(frame, tracks, 0);
      if (verdict.type !== 'carry') notCarried.add(verdict.what);
      const { case: kind } = SignalRequest.fromBinary(frame).message;
      if (kind === 'offer') counted.offers += 1;
      if (kind === 'addTrack') counted.announcements += 1;
    }
    expect([...notCarried]).toEqual(['subscriptionPermission']);
    expect(counted).toMatchObject({ joins: 4, resumes: 3 });
    expect(counted.announcements).toBeGreaterThanOrEqual(15);
    expect(counted.offers).toBeGreaterThan(20);
  },
);
