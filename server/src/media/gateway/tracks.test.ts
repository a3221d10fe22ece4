// What one stay may announce and offer, course by course.

import { AddTrackRequest, TrackSource, TrackType } from '@livekit/protocol';
import { expect, test } from 'vitest';
import type { Published } from '../port.ts';
import { type Section, sdpOf } from '../testing/requests.ts';
import { type MediaLine, mediaLinesOf } from './sdp.ts';
import { createTracks } from './tracks.ts';

type Request = ConstructorParameters<typeof AddTrackRequest>[0];
const MICROPHONE = { type: TrackType.AUDIO, source: TrackSource.MICROPHONE };
const CAMERA = { type: TrackType.VIDEO, source: TrackSource.CAMERA };

const stayOf = (published?: readonly Published[]) => {
  const tracks = createTracks(published);
  const announce = (request: Request, now: number) => tracks.announce(new AddTrackRequest(request), now);
  return {
    ...tracks,
    microphone: (cid = 'mic', now = 0, more: Request = {}) => announce({ ...MICROPHONE, cid, ...more }, now),
    camera: (cid = 'cam', now = 0, more: Request = {}) => announce({ ...CAMERA, cid, ...more }, now),
    offers: (...sections: readonly Section[]) => tracks.offer(mediaLinesOf(sdpOf(...sections)) ?? []),
  };
};
type Stay = ReturnType<typeof stayOf>;
/** What is done in a stay, in order, and what is answered to it. */
type Course = readonly [what: string, does: (stay: Stay) => readonly unknown[], answers: readonly unknown[]];
/** Without what has no answer. */
const answersIn = (stay: Stay, does: Course[1]): readonly unknown[] =>
  does(stay).filter((answer) => answer !== undefined);

const long = (letters: number): string => 'n'.repeat(letters);
const codecs = (...cids: readonly string[]): Request => ({
  simulcastCodecs: cids.map((cid) => ({ codec: 'vp8', cid })) as never,
});

test.each<Course>([
  ['a codec without a name of its own', (s) => [s.camera('cam', 0, codecs(''))], ['fine']],
  [
    'names of 128 letters',
    (s) => [s.camera(long(128), 0, { name: long(128), stream: long(128), ...codecs(long(128)) })],
    ['fine'],
  ],
  ['a longer one', (s) => [s.camera(long(129))], ['disguise']],
  ['a longer one of its title', (s) => [s.camera('cam', 0, { name: long(129) })], ['disguise']],
  ['a longer one of its stream', (s) => [s.camera('cam', 0, { stream: long(129) })], ['disguise']],
  ['a longer one of a codec', (s) => [s.camera('cam', 0, codecs(long(129)))], ['disguise']],
  ['a name of two words', (s) => [s.camera('a cam')], ['disguise']],
  ['a name of two words of a codec', (s) => [s.camera('cam', 0, codecs('a cam'))], ['disguise']],
])('[GW9] a track is announced with %s', (_, does, answers) => {
  expect(answersIn(stayOf(), does)).toEqual(answers);
});

test.each<Course>([
  [
    'that was not offered in 10 s makes its client begin anew',
    (s) => [s.microphone('one', 5), s.microphone('two', 10_005), s.microphone('three', 10_006)],
    ['fine', 'taken', 'stuck'],
  ],
  [
    'that was offered keeps its place',
    (s) => [s.microphone('one'), s.offers('audio sendonly 0 one'), s.microphone('two', 10_001)],
    ['fine', true, 'taken'],
  ],
  [
    'that LiveKit refuses frees its own place alone',
    (s) => [s.microphone(), s.camera(), s.refused('mic'), s.camera('cam2'), s.microphone('mic2')],
    ['fine', 'fine', 'taken', 'fine'],
  ],
  [
    'that LiveKit ends frees its own place alone',
    (s) => [
      s.microphone(),
      s.camera(),
      s.accepted('mic', 'TR_1'),
      s.unpublished('TR_1'),
      s.camera('cam2'),
      s.microphone('mic2'),
    ],
    ['fine', 'fine', 'taken', 'fine'],
  ],
  [
    'that was announced once more is still the one that LiveKit takes and ends',
    (s) => [s.microphone(), s.microphone(), s.accepted('mic', 'TR_1'), s.unpublished('TR_1'), s.microphone()],
    ['fine', 'taken', 'fine'],
  ],
  [
    'that was announced once more is still the one that LiveKit refuses',
    (s) => [s.microphone(), s.microphone(), s.refused('mic'), s.microphone('two')],
    ['fine', 'taken', 'fine'],
  ],
  [
    'that LiveKit has taken is not refused later',
    (s) => [s.microphone(), s.accepted('mic', 'TR_1'), s.refused('mic'), s.microphone('two')],
    ['fine', 'taken'],
  ],
  [
    'that LiveKit has refused is not taken later',
    (s) => [s.microphone(), s.refused('mic'), s.accepted('mic', 'TR_1'), s.knows('TR_1')],
    ['fine', false],
  ],
  [
    'that LiveKit has ended is not taken later',
    (s) => [
      s.microphone(),
      s.accepted('mic', 'TR_1'),
      s.unpublished('TR_1'),
      s.accepted('mic', 'TR_2'),
      s.knows('TR_1'),
      s.knows('TR_2'),
    ],
    ['fine', true, false],
  ],
])('[GW21] a microphone %s', (_, does, answers) => {
  expect(answersIn(stayOf(), does)).toEqual(answers);
});

test.each<Course>([
  [
    'of no name sends nothing',
    (s) => [s.microphone(), s.offers('audio sendonly 0', 'video recvonly 1')],
    ['fine', false],
  ],
  [
    'of a device that is announced again sends it',
    (s) => [
      s.microphone(),
      s.offers('audio sendonly 0 mic'),
      s.offers('audio inactive 0 mic'),
      s.microphone(),
      s.offers('audio sendonly 1 mic'),
    ],
    ['fine', true, true, 'fine', true],
  ],
  [
    'of a device that was announced twice sends it once',
    (s) => [s.microphone(), s.microphone(), s.offers('audio sendonly 0 mic', 'audio sendonly 1 mic')],
    ['fine', 'taken', false],
  ],
  [
    'whose track ended does not send it, though one of its name was refused later',
    (s) => [
      s.microphone(),
      s.offers('audio sendonly 0 mic'),
      s.offers('audio inactive 0 mic'),
      s.microphone(),
      s.refused('mic'),
      s.offers('audio sendonly 1 mic'),
    ],
    ['fine', true, true, 'fine', false],
  ],
  [
    'whose track ended does not send it, though one of its name was refused before',
    (s) => [
      s.microphone(),
      s.refused('mic'),
      s.microphone(),
      s.offers('audio sendonly 0 mic'),
      s.offers('audio inactive 0 mic'),
      s.offers('audio sendonly 1 mic'),
    ],
    ['fine', 'fine', true, true, false],
  ],
  [
    'of what goes nowhere may be there twice',
    (s) => [s.microphone(), s.refused('mic'), s.offers('audio sendonly 0 mic', 'audio sendonly 1 mic')],
    ['fine', true],
  ],
  [
    'does not take a track over under another name',
    (s) => [
      s.microphone(),
      s.offers('audio sendonly 0 mic'),
      s.offers('audio inactive 0', 'audio sendonly 1 other'),
    ],
    ['fine', true, false],
  ],
  [
    'with a name of its own goes on when LiveKit has ended its track',
    (s) => [
      s.microphone(),
      s.offers('audio sendonly 0 own'),
      s.accepted('mic', 'TR_1'),
      s.unpublished('TR_1'),
      s.offers('audio sendonly 0 own'),
    ],
    ['fine', true, true],
  ],
  [
    'may rest and send again what goes nowhere',
    (s) => [
      s.microphone(),
      s.offers('audio sendonly 0 mic'),
      s.accepted('mic', 'TR_1'),
      s.unpublished('TR_1'),
      s.offers('audio inactive 0 mic'),
      s.offers('audio sendonly 1 mic'),
    ],
    ['fine', true, true, true],
  ],
])('[GW19] a section %s', (_, does, answers) => {
  expect(answersIn(stayOf(), does)).toEqual(answers);
});

test('[GW20] what LiveKit knows goes on in its own section alone, and in one that has one kind', () => {
  const sound = { sid: 'TR_1', mid: '3', kind: 'audio' } as const;
  const one = stayOf([sound]);
  expect(one.offers('audio sendonly 3 mic')).toBe(true);
  expect(one.offers('audio inactive 3', 'audio sendonly 5 mic')).toBe(false);
  const both = stayOf([sound, { ...sound, sid: 'TR_2', kind: 'video' }]);
  expect(both.offer([{ kind: 'video', mid: '3', sends: true, track: 'cam', sources: [] }])).toBe(false);
});

test('[GW25] one stay has so many names, announcements, and sections with their sources', () => {
  const names = stayOf();
  const second = Array.from({ length: 998 }, (_, n) => `second-${n}`);
  expect(names.camera('cam', 0, codecs(...second))).toBe('fine');
  expect([names.microphone(), names.microphone()]).toEqual(['fine', 'violation']);

  const announced = Array.from(
    { length: 401 },
    (
      (stay) => () =>
        stay.microphone()
    )(stayOf()),
  );
  expect([announced[0], ...announced.slice(398)]).toEqual(['fine', 'taken', 'taken', 'violation']);

  const places = stayOf();
  const section = (mid: string, sources: number): MediaLine => ({
    kind: 'audio',
    mid,
    sends: false,
    track: null,
    sources: Array.from({ length: sources }, (_, n) => n),
  });
  const full = section('0', 5999);
  expect([places.offer([full]), places.offer([full]), places.offer([full, section('1', 0)])]).toEqual([
    true,
    true,
    true,
  ]);
  expect(places.offer([full])).toBe(false);
});
