// Stages, measures and people for the tests of the circle.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RemoteLine } from '../../media/snapshot.ts';
import { place } from '../../testing/place.ts';
import type { Box, Size } from './box.ts';

/** Of a member and of a leader with the drawer, on the usual screens. */
export const WIDE_STAGES: readonly Size[] = [
  { width: 1920, height: 956 },
  { width: 1576, height: 859 },
  { width: 1366, height: 644 },
  { width: 1316, height: 547 },
  { width: 1280, height: 596 },
  { width: 1022, height: 547 },
  { width: 936, height: 499 },
];
/** And on tablets and phones, upright and held sideways. */
export const STAGES: readonly Size[] = [
  ...WIDE_STAGES,
  { width: 820, height: 1040 },
  { width: 390, height: 560 },
  { width: 844, height: 270 },
  { width: 320, height: 420 },
];

/** So many tiles with one person each. */
export const one = (count: number): number[] => Array.from({ length: count }, () => 1);

/** The distance of two boxes, in px; negative where they overlap. */
export const gapOf = (a: Box, b: Box): number =>
  Math.max(Math.abs(a.x - b.x) - (a.w + b.w) / 2, Math.abs(a.y - b.y) - (a.h + b.h) / 2);

/** Whether a box stands on the stage with all of itself. */
export const inStage = ({ x, y, w, h }: Box, { width, height }: Size): boolean =>
  Math.abs(x) + w / 2 <= width / 2 + 0.01 && Math.abs(y) + h / 2 <= height / 2 + 0.01;

/** A member in the circle whose line is `of-` and their seat's name. */
export const seated = (seat: string, name = seat, change: object = {}): PlaceView =>
  place(name, {
    seat,
    media: { identity: `of-${seat}`, microphone: true, camera: true },
    ...change,
  } as Partial<PlaceView>);

/** The line of somebody who is seen and may be heard. */
export const lineWith = (video: string): RemoteLine => ({
  audio: 'a',
  video,
  micOpen: true,
  camOn: true,
  camOff: false,
  settled: true,
  speaking: false,
  quality: 'good',
});
