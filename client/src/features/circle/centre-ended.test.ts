import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { centreOf } from './centre-model.ts';

const MINUTE = 60_000;
/** An evening that has ended, as somebody sees it who is there with two others, and a third whose line is away. */
const ended = (kind: PhaseKind, endsAt: number | null, more = false) =>
  ({
    now: 0,
    session: { begun: true, leaving: { endsAt, more } },
    leader: null,
    presenter: null,
    course: courseIn(kind),
    places: ['here', 'here', 'here', 'away'].map((presence, n) => ({
      seat: `s${n}`,
      name: `N${n}`,
      presence,
    })),
    you: youAs({ seat: 's0', may: { microphone: true, camera: true } }),
  }) as unknown as RoomView;

describe('the middle once the evening has ended', () => {
  it('[LV3] stands in the middle, with what was asked for already', () => {
    expect(centreOf(ended('leaving', 8 * MINUTE))).toMatchObject({
      text: 'The evening has ended. You may stay and talk, without the leaders.',
      sub: 'About eight minutes more.',
    });
    expect(centreOf(ended('leaving', MINUTE, true)).sub).toBe(
      'The last minute. Then the room closes for everybody. Somebody asked for five more already.',
    );
  });

  it('[LV4] has no end in the debrief, which says who is there', () => {
    expect(centreOf(ended('debrief', null))).toMatchObject({
      text: 'Only you three are here. Members do not hear you, and you do not hear them.',
      sub: 'It lasts until you end it.',
    });
  });
});
