import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { minutesToStay } from '../../state/staying.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { phaseSentence } from './phase-sentence.ts';
import { staySaid } from './stay-said.ts';

const MINUTE = 60_000;
const ended = (kind: PhaseKind, endsAt: number | null) =>
  ({
    now: 0,
    session: { begun: true, leaving: { endsAt, more: false } },
    leader: null,
    presenter: null,
    course: courseIn(kind),
    places: [],
    you: youAs(),
  }) as unknown as RoomView;
const staying = (endsAt: number | null) =>
  ({ session: { leaving: { endsAt, more: false } } }) as unknown as RoomView;

describe('the time to stay', () => {
  it('[LV3] is told in whole minutes, and as the last one at its end', () => {
    const left = (ms: number) => minutesToStay(staying(10 * MINUTE), 10 * MINUTE - ms);
    expect([10 * MINUTE, 8 * MINUTE + 10_000, MINUTE + 1, MINUTE, 1_000].map(left)).toEqual([
      10,
      8,
      1,
      'last',
      'last',
    ]);
    expect(minutesToStay(staying(null), 0)).toBeNull();
  });

  it('[LV3] is said as the evening ends, and of a debrief no time is', () => {
    expect(phaseSentence(ended('leaving', 10 * MINUTE)).text).toBe(
      'The evening has ended. You may stay and talk, without the leaders. About ten minutes more.',
    );
    expect(phaseSentence(ended('debrief', null)).text).not.toMatch(/minute/);
  });

  it('[LV3] is said at five minutes, and in its last minute, once', () => {
    expect(staySaid(6, 5)?.text).toBe('About five minutes more.');
    expect(staySaid(1, 'last')?.text).toBe('The last minute. Then the room closes for everybody.');
    expect(staySaid(null, 'last')).toBeNull();
    expect(staySaid('last', 'last')).toBeNull();
    expect(staySaid('last', 5)).toBeNull();
    expect(staySaid(10, 9)).toBeNull();
  });
});
