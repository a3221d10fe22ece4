// What is read of an offer, and what is not read at all because LiveKit could see something else in it.

import { describe, expect, test } from 'vitest';
import { sdpOf } from '../testing/requests.ts';
import { mediaLinesOf, offeredLinesOf } from './sdp.ts';

const GOOD = sdpOf('audio sendonly 0 mic', 'video recvonly 1');
/** The same with something else in the place of a part of it. */
const changed = (part: string, instead: string): string => {
  expect(GOOD).toContain(part);
  return GOOD.replace(part, () => instead);
};
/** Names and sources of the first section written in these lines alone. */
const named = (...lines: readonly string[]): string =>
  changed(
    ['a=msid:stream mic', 'a=ssrc:7 cname:c', 'a=ssrc:7 msid:stream mic'].join('\r\n'),
    [...lines, 'a=x'].join('\r\n'),
  );
const sectionsOf = (count: number): string =>
  sdpOf(...Array.from({ length: count }, (_, n) => `audio recvonly ${n}` as const));
const ofLength = (letters: number): string => `${GOOD}a=${'x'.repeat(letters - GOOD.length - 4)}\r\n`;
const long = (letters: number): string => 'n'.repeat(letters);
const first = (sdp: string) => mediaLinesOf(sdp)?.[0] ?? null;

describe('a description', () => {
  test('[GW19] says of each section of sound or pictures its kind, name, direction and sources', () => {
    expect(mediaLinesOf(sdpOf('audio sendonly 0 mic', 'application sendrecv 1', 'video recvonly 2'))).toEqual(
      [
        { kind: 'audio', mid: '0', sends: true, track: 'mic', sources: [7] },
        { kind: 'video', mid: '2', sends: false, track: null, sources: [] },
      ],
    );
    expect(mediaLinesOf('v=0\r\n')).toEqual([]);
  });

  test.each([
    ['a=sendonly', true],
    ['a=sendrecv', true],
    ['a=recvonly', false],
    ['a=inactive', false],
    // Without a direction it is both ways.
    ['a=x', true],
    // Of another type than an attribute it is none.
    ['b=inactive', true],
  ])('[GW19] with %s in it may send: %s', (direction, sends) => {
    expect(first(changed('a=sendonly', direction))?.sends).toBe(sends);
  });

  test.each([
    ['of the stream', ['a=msid:stream mic'], 'mic', []],
    ['of no stream, as browsers write it', ['a=msid:- mic'], 'mic', []],
    ['of a source', ['a=ssrc:8 msid:stream mic'], 'mic', [8]],
    ['of two sources', ['a=ssrc:8 msid:stream mic', 'a=ssrc:009 msid:stream mic'], 'mic', [8, 9]],
    ['of the longest sort', [`a=msid:stream ${long(128)}`], long(128), []],
    ['of none, with one source said twice', ['a=ssrc:8 cname:c', 'a=ssrc:08 label:l'], null, [8]],
    ['of none, with another attribute that begins alike', ['a=msid-semantic: WMS x'], null, []],
  ] as const)('[GW19] reads the name %s', (_, lines, track, sources) => {
    expect(first(named(...lines))).toMatchObject({ track, sources });
  });

  test.each<[string, string]>([
    ['a stream without a name', named('a=msid:stream')],
    ['a stream without a word', named('a=msid')],
    ['a stream with an empty name', named('a=msid:stream ')],
    ['a stream with nothing before its name', named('a=msid: mic')],
    ['a stream of three words', named('a=msid:stream mic cam')],
    ['a stream with a name too long', named(`a=msid:stream ${long(129)}`)],
    ['a source without a name', named('a=ssrc:8 msid:mic')],
    ['a source with two names', named('a=ssrc:8 msid:stream mic cam')],
    ['a source with a word before its name', named('a=ssrc:8 9 msid:stream mic')],
    ['a source with a name too long', named(`a=ssrc:8 msid:stream ${long(129)}`)],
    ['a source with a name in other letters', named('a=ssrc:8 MSID:stream mic')],
    ['a source without a number', named('a=ssrc:x cname:c')],
    ['a source with a letter before its number', named('a=ssrc:x7 cname:c')],
    ['a source with a number alone', named('a=ssrc:8')],
    ['a source without anything', named('a=ssrc')],
    ['a stream and a source of two names', named('a=msid:stream mic', 'a=ssrc:8 msid:stream cam')],
    ['two directions', changed('a=sendonly', 'a=inactive\r\na=sendonly')],
    ['a direction with a value', changed('a=sendonly', 'a=inactive:x')],
    ['no mid', changed('a=mid:0', 'a=x')],
    ['two mids', changed('a=mid:0', 'a=mid:0\r\na=mid:2')],
    ['a mid and one without a value', changed('a=mid:0', 'a=mid:0\r\na=mid')],
    ['one mid of two sections', changed('a=mid:1', 'a=mid:0')],
    ['a section of text', changed('m=video', 'm=text')],
    ['a name for the whole', changed('t=0 0', 't=0 0\r\na=msid:stream mic')],
    ['a name for the whole without a value', changed('t=0 0', 't=0 0\r\na=msid')],
    ['no end', GOOD.slice(0, -'\r\n'.length)],
    ['no beginning', GOOD.slice('v=0\r\n'.length)],
    ['another beginning', `\r\n${GOOD}`],
    ['a line that is none', changed('s=-', 's')],
  ])('[GW19] with %s is not read', (_, sdp) => {
    expect([mediaLinesOf(sdp), offeredLinesOf(sdp)]).toEqual([null, null]);
  });

  test('[GW25] is read up to a length and a number of sections that no session reaches', () => {
    expect(mediaLinesOf(ofLength(400_000))).toHaveLength(2);
    expect(mediaLinesOf(ofLength(400_001))).toBeNull();
    expect(mediaLinesOf(sectionsOf(600))).toHaveLength(600);
    expect(mediaLinesOf(sectionsOf(601))).toBeNull();
  });
});

describe('an offer', () => {
  const MARK = 'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid';

  test.each<[string, string, boolean]>([
    ['of two sections that mark their packets', GOOD, true],
    ['of data alone, as a page begins that has nothing to send', sdpOf('application sendrecv 0'), true],
    ['of nothing', 'v=0\r\n', true],
    ['of one section without sources', sdpOf('audio recvonly 0'), false],
    ['with an extension that cannot be read', changed(MARK, `${MARK}\r\na=extmap:x urn:x`), false],
    ['with two that cannot be read', changed(MARK, `${MARK}\r\na=extmap:x urn:x\r\na=extmap:y urn:x`), false],
    ['with two marks', changed(MARK, `${MARK}\r\n${MARK.replace('4', '5')}`), false],
    ['with another extension', changed(MARK, `${MARK}\r\na=extmap:5/sendonly urn:x words`), true],
    ['with two of one number', changed(MARK, `${MARK}\r\na=extmap:04 urn:x`), false],
  ])('[GW50] %s', (_, sdp, declared) => {
    expect(offeredLinesOf(sdp) !== null).toBe(declared);
  });
});
