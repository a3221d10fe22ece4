import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { minutesToStay } from '../../state/staying.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';
import { centreOf } from '../circle/centre-model.ts';
import { phaseSentence } from './phase-sentence.ts';
import { staySaid } from './stay-said.ts';

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

  it('[LV3] stands in the middle, with what was asked for already', () => {
    expect(centreOf(ended('leaving', 8 * MINUTE))).toMatchObject({
      text: 'The evening has ended. You may stay and talk, without the leaders.',
      sub: 'About eight minutes more.',
    });
    expect(centreOf(ended('leaving', MINUTE, true)).sub).toBe(
      'The last minute. Then the room closes for everybody. Somebody asked for five more already.',
    );
    expect(phaseSentence(ended('leaving', 10 * MINUTE)).text).toBe(
      'The evening has ended. You may stay and talk, without the leaders. About ten minutes more.',
    );
  });

  it('[LV4] has no end in the debrief, which says who is there', () => {
    expect(centreOf(ended('debrief', null))).toMatchObject({
      text: 'Only you three are here. Members do not hear you, and you do not hear them.',
      sub: 'It lasts until you end it.',
    });
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
