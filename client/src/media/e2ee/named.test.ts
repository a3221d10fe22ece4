import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';
import { namedIn } from './named.ts';

const at = (name: string, line: string, identity: string | null) =>
  ({
    ...place(name),
    line,
    media: { identity, microphone: true, camera: true },
  }) as RoomView['places'][number];

it('[EE13] lines that are connected are named once, with their media identity, and the own people by name', () => {
  const you = youAs({ seat: 'Zoe\u0308' });
  const places = [
    at('Zoe\u0308', you.line, 'media-z'),
    at('Ada', 'line-a', 'media-a'),
    at('Ben', 'line-a', 'media-a'),
    at('Cleo', 'line-c', null),
  ];
  expect(namedIn({ kind: 'room', places, you } as unknown as RoomView)).toEqual({
    names: ['Zo\u00eb'],
    lines: ['line-a'],
    media: new Map([['media-a', 'line-a']]),
  });
  expect(namedIn(null)).toEqual({ names: [], lines: [], media: new Map() });
});
