import type { RoomView } from '@tele-balint/shared/view/view';
import { expect, it } from 'vitest';
import { SILENT_OWN } from '../../media/snapshot.ts';
import { youAs } from '../../testing/you.ts';
import { type Again, againAfter, nowOf } from './opened-again.ts';

const after = (...course: readonly Parameters<typeof againAfter>[1][]): readonly Again[] => {
  let now: Again = 'no';
  return course.map((next) => (now = againAfter(now, next)));
};
const open = { may: true, wish: true, live: true };
const closed = { may: true, wish: false, live: false };
const rests = { may: false, wish: true, live: false };

it('[VO15] a microphone that rested by the rules is told of once it has opened by itself', () => {
  expect(after(open, rests, { ...open, live: false }, open, open)).toEqual([
    'no',
    'rests',
    'due',
    'open',
    'open',
  ]);
  expect(after(rests, open, rests)).toEqual(['rests', 'open', 'rests']);
});

it('[VO15] nothing is told of one that its owner opens, or had closed', () => {
  expect(after(open, closed, open)).not.toContain('open');
  expect(after({ ...rests, wish: false }, closed, open)).not.toContain('open');
  expect(after(rests, { ...open, live: false }, closed, open)).not.toContain('open');
});

it('[VO15, VO7] that the others hear it is not said of one that the system keeps silent', () => {
  const view = { you: youAs() } as unknown as RoomView;
  const live = { ...SILENT_OWN, micLive: true };
  expect(nowOf(view, live, true)).toEqual(open);
  expect(after(rests, open, nowOf(view, { ...live, micSilent: true }, true))).toEqual([
    'rests',
    'open',
    'no',
  ]);
});
