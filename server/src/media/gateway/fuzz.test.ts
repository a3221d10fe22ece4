import { SignalRequest } from '@livekit/protocol';
import { tally } from '@tele-balint/shared/testing/fuzz-tally';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readFrame } from './frames.ts';
import { heard, judge } from './guard.ts';
import { readJoin } from './join.ts';
import { mediaLinesOf } from './sdp.ts';
import { createTracks } from './tracks.ts';
import { LenientLiveKit, sendingLines } from '../testing/lenient-livekit.ts';
import { message } from '../testing/message.ts';
import {
  addCamera,
  addMicrophone,
  offers,
  offersText,
  published,
  says,
  type Section,
  sdpOf,
} from '../testing/requests.ts';

/** `npm run fuzz` asks for ten times as many. */
const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 10_000) };
vi.setConfig({ testTimeout: 60 * RUNS.numRuns });

const name = fc.constantFrom('mic', 'cam', 'x');
/** What an honest client would send, and what differs from that only by its name. */
const likely: fc.Arbitrary<Section> = fc.constantFrom<Section>(
  'audio sendonly 0 mic',
  'audio sendonly 1 x',
  'audio inactive 0 mic',
  'audio inactive 1 x',
  'video sendonly 2 cam',
  'video sendonly 3 x',
);
const honest = fc.constantFrom(addMicrophone('mic'), addMicrophone('x'), addCamera('cam'), addCamera('x'));
const section: fc.Arbitrary<Section> = fc
  .tuple(
    fc.constantFrom('audio', 'video', 'application'),
    fc.constantFrom('sendrecv', 'sendonly', 'recvonly', 'inactive'),
    fc.nat(3),
    fc.option(name),
  )
  .map(
    ([kind, direction, mid, track]) =>
      `${kind} ${direction} ${mid}${track === null ? '' : ` ${track}`}` as Section,
  );

/** What may be changed in an offer to be read in two ways; seeds of what was tried here. */
const change: fc.Arbitrary<(sdp: string) => string> = fc
  .constantFrom<readonly [RegExp, string]>(
    [/\r\n/, '\n'],
    [/\r\n/g, '\n'],
    [/a=mid/, 'a=x\na=inactive\r\na=mid'],
    [/m=audio/, 'm=AUDIO'],
    [/m=video/, 'm=Audio'],
    [/m=video/, 'm=audio'],
    [/m=audio 9/, 'm=audio 0'],
    [/ UDP/, '  UDP'],
    [/a=send(only|recv)/, ''],
    [/a=sendonly/, 'a=SENDONLY'],
    [/a=recvonly/, 'a=recvonly \r\na=sendonly'],
    [/a=inactive/, 'a=inactive:1'],
    [/a=recvonly/, 'a=recvonly\r\na=sendrecv'],
    [/a=msid:stream \w+/, 'a=msid:cam'],
    [/a=msid:stream (\w+)/, 'a=msid:stream cam\r\na=msid:stream $1'],
    [/a=ssrc:7 msid:stream \w+/, 'a=ssrc:7 msid:stream cam'],
    [/a=ssrc:7 msid:stream \w+/, 'a=ssrc:8 MSID:stream cam'],
    [/a=ssrc:7 cname/, 'a=ssrc:8 msid:s  mic'],
    [/a=mid:\d/, 'a=mid:1'],
    [/a=mid:\d\r\n/, ''],
    [/t=0 0/, 't=0 0\r\na=msid:stream cam\r\na=recvonly'],
    [/t=0 0/, 't=0 0\r\na=sendrecv'],
    [/a=group/, 'b=AS:1\r\na=group'],
    [/$/, 'm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:9'],
    [/$/, '\0'],
  )
  .map(
    ([from, to]) =>
      (sdp: string) =>
        sdp.replace(from, to),
  );
const text = fc
  .tuple(fc.array(section, { maxLength: 4 }), fc.array(change, { maxLength: 3 }))
  .map(([sections, changes]) => changes.reduce((sdp, one) => one(sdp), sdpOf(...sections)));

const codecs = fc.option(
  fc.array(fc.record({ codec: fc.constantFrom('vp8', 'opus', 'audio/opus', ''), cid: name }), {
    maxLength: 2,
  }),
  { nil: undefined },
);
const odd = fc
  .tuple(fc.boolean(), name, codecs, fc.constantFrom('', 'TR_0'), fc.option(fc.nat(4), { nil: undefined }))
  .map(([sound, cid, simulcastCodecs, sid, source]) =>
    (sound ? addMicrophone : addCamera)(cid, {
      sid,
      ...(simulcastCodecs && { simulcastCodecs: simulcastCodecs as never }),
      ...(source !== undefined && { source }),
    }),
  );
const announcement = fc.oneof({ weight: 3, arbitrary: honest }, { weight: 1, arbitrary: odd });
/** A message of anything, nested or not. */
const raw = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.oneof(fc.nat(300), fc.uint8Array({ maxLength: 40 }))), {
    maxLength: 3,
  })
  .map((fields) => message(...fields));
const broken = fc
  .tuple(
    fc.oneof(
      announcement,
      text.map((sdp) => offersText(sdp)),
    ),
    fc.nat(),
    fc.nat(255),
  )
  .map(([frame, at, byte]) => {
    const copy = Uint8Array.from(frame);
    if (copy.length > 0) copy[at % copy.length] = byte;
    return copy;
  });
const frame = fc.oneof(
  { weight: 4, arbitrary: announcement },
  { weight: 3, arbitrary: fc.array(section, { maxLength: 4 }).map((sections) => offers(...sections)) },
  {
    weight: 4,
    arbitrary: fc
      .uniqueArray(likely, { maxLength: 3, selector: (one) => one.split(' ')[2] ?? '' })
      .map((sections) => offers(...sections)),
  },
  { weight: 2, arbitrary: text.map((sdp) => offersText(sdp)) },
  { weight: 1, arbitrary: broken },
  { weight: 1, arbitrary: raw },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
);
/** What LiveKit may say between two frames: it ends or refuses its track of this number. */
const turn = fc.record({
  frame,
  ends: fc.option(fc.nat(3), { freq: 1 }),
  refuses: fc.constantFrom(false, false, false, true),
});

describe('whatever is sent to the gateway', () => {
  test('[GW29] no sound comes under a picture’s name, and of each kind there is one at a time', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 3, maxLength: 14 }), (turns) => {
        const [tracks, livekit] = [createTracks(), new LenientLiveKit()];
        for (const { frame: sent, ends, refuses } of turns) {
          const verdict = judge(sent, tracks, 0);
          // Whoever was cut off comes again and goes on with the same stay.
          const told = verdict.type === 'carry' ? livekit.receives(verdict.frame) : null;
          if (told !== null && refuses) {
            livekit.forgets(told.sid);
            heard(
              says({
                case: 'requestResponse',
                value: { reason: 2, request: { case: 'addTrack', value: { cid: told.cid } } } as never,
              }),
              tracks,
            );
          } else if (told !== null) heard(published(told.cid, told.sid), tracks);
          const ended = ends === null ? undefined : livekit.sids[ends];
          if (ended !== undefined) {
            livekit.forgets(ended);
            heard(says({ case: 'trackUnpublished', value: { trackSid: ended } as never }), tracks);
          }
          // Plain comparisons: of `expect` there would be a million.
          if (livekit.disguises.length > 0) throw new Error(livekit.disguises.join());
          if (livekit.live('audio') > 1 || livekit.live('video') > 1) throw new Error('two of a kind');
        }
      }),
      RUNS,
    );
    tally('turns of the signal', RUNS.numRuns);
  });

  test('[GW29] an offer that is read here is read alike by whoever takes all they can make sense of', () => {
    fc.assert(
      fc.property(text, (sdp) => {
        const lines = mediaLinesOf(sdp);
        if (lines === null) return;
        const mine = lines.filter(({ sends }) => sends);
        const theirs = sendingLines(sdp);
        expect(theirs.map(({ kind, mid }) => `${kind} ${mid}`)).toEqual(
          mine.map(({ kind, mid }) => `${kind} ${mid}`),
        );
        theirs.forEach(({ names }, at) =>
          expect(new Set(names)).toEqual(new Set(mine[at]?.track === null ? [] : [mine[at]?.track])),
        );
      }),
      RUNS,
    );
    tally('offers', RUNS.numRuns);
  });

  test('[GW29] a frame that is carried says the same to every reader, and none breaks the gateway', () => {
    fc.assert(
      fc.property(frame, (sent) => {
        const read = readFrame(sent);
        if (!('request' in read)) return;
        const verdict = judge(sent, createTracks(), 0);
        if (verdict.type === 'carry')
          expect(SignalRequest.fromBinary(verdict.frame).message.case).toBe(read.request.case);
      }),
      RUNS,
    );
    tally('frames of the signal', RUNS.numRuns);
  });

  test('[GW29] no join breaks the gateway', () => {
    const parameter = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .oneof(raw, fc.uint8Array({ maxLength: 60 }))
        .map((bytes) => Buffer.from(bytes).toString('base64url')),
      raw.map((inner) => Buffer.from(message([2, inner])).toString('base64url')),
    );
    fc.assert(
      fc.property(parameter, (joins) => {
        expect(() => readJoin(new URLSearchParams({ join_request: joins }))).not.toThrow();
      }),
      RUNS,
    );
    tally('joins', RUNS.numRuns);
  });
});
