import type { ClockView } from '@tele-balint/shared/view/course';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { emptyChair } from '../../state/presenter-gone.ts';
import { lateOf, lateSaid } from './late-said.ts';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';

const clock = { since: 0, endsAt: 60_000, held: null } as unknown as ClockView;
const away = { seat: 'c', how: 'away', since: 10_000, decideAt: 40_000 };
const view = (
  { kind = 'discussion', ...change }: Partial<RoomView['course']> = {},
  leader: object | null = { chair: null },
) =>
  ({
    course: courseIn(kind, { turn: 5, clock, ...change }),
    presenter: 'c',
    places: [{ seat: 'c', name: 'Claire', presence: 'here' }],
    you: youAs({ seat: 'r' }),
    leader,
  }) as unknown as RoomView;
/** All that is said while these instants pass, one after the other. */
const saidOver = (moments: readonly (readonly [RoomView, number])[]) => {
  const lates = moments.map(([one, now]) => lateOf(one, now));
  return moments
    .flatMap(([one], i) => (i === 0 ? [] : lateSaid(lates[i - 1] ?? null, lates[i]!, one)))
    .map(({ text }) => text);
};

describe('what time alone brings about', () => {
  it('[LE9] the presenter’s line that is gone for 30 seconds is said once', () => {
    const gone = view({}, { chair: away });
    expect(saidOver([39_000, 39_999, 40_000, 41_000, 55_000].map((now) => [gone, now]))).toEqual([
      'The presenter’s line has been gone for 30 seconds.',
    ]);
  });

  it('[LE9] nobody else’s line, and no presenter whose case is over', () => {
    const closing = view({ kind: 'closing' }, { chair: null });
    for (const one of [view(), closing]) {
      expect(
        saidOver([
          [one, 39_000],
          [one, 41_000],
        ]),
      ).toEqual([]);
    }
  });

  it('[LE9] the end of a step’s time is said once, and again after more time', () => {
    const words = 'The time for Discussion has passed. Nothing changes until you say so.';
    const more = view({ clock: { ...clock, endsAt: 180_000 as Instant } });
    expect(
      saidOver([
        [view(), 59_999],
        [view(), 60_000],
        [view(), 61_000],
        [more, 62_000],
        [more, 181_000],
        [more, 182_000],
      ]),
    ).toEqual([words, words]);
  });

  it('[LE9] a held clock does not pass, and who comes late hears nothing of it', () => {
    const held = view({ clock: { ...clock, held: 30_000 as Instant } });
    expect(
      saidOver([
        [held, 59_000],
        [held, 61_000],
      ]),
    ).toEqual([]);
    expect(lateSaid(null, lateOf(view(), 61_000), view())).toEqual([]);
  });
});

describe('the empty chair', () => {
  const removed = view({}, { chair: { ...away, how: 'removed', decideAt: 10_000 } });
  it('[LE9] calls for leaders in push-back and discussion, from the first half minute on or for good', () => {
    expect(emptyChair(view({}, { chair: away }), 39_999)).toBeNull();
    expect(emptyChair(view({}, { chair: away }), 40_000)).toBe('away');
    expect(emptyChair(removed, 10_000)).toBe('gone');
    expect(emptyChair(view(), 99_000)).toBeNull();
  });

  it('[LE9] calls for nobody else, and in no other phase', () => {
    expect(emptyChair({ ...removed, leader: null }, 10_000)).toBeNull();
    expect(emptyChair({ ...removed, course: courseIn('return') }, 10_000)).toBeNull();
    expect(emptyChair(view({ kind: 'questions' }, { chair: away }), 40_000)).toBeNull();
  });
});
