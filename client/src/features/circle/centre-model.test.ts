import type { ClockView } from '@tele-balint/shared/view/course';
import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { centreOf, shareOf, timeWords } from './centre-model.ts';
import { PRESETS } from '@tele-balint/shared/protocol/presets';
import { stepViews } from '@tele-balint/shared/view/view-steps';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';

const view = (kind: PhaseKind, you: object = {}) =>
  ({
    session: { begun: true },
    leader: null,
    course: courseIn(kind),
    presenter: 'c',
    places: [{ seat: 'c', name: 'Claire Dubois' }],
    you: youAs({ seat: 'm', ...you }),
  }) as unknown as RoomView;

describe('the middle', () => {
  it('[VO7] says the phase and what it asks, to the presenter in their own words', () => {
    expect(centreOf(view('presentation')).text).toContain('Claire tells the case');
    expect(centreOf(view('presentation', { seat: 'c' })).text).toContain('You tell the case');
    expect(centreOf(view('discussion')).sub).toContain('Claire only listens now');
    expect(centreOf(view('discussion', { seat: 'c', comeIn: 'none' })).title).toBe('You are sitting back');
  });

  it('[VO7] says that the presenter stays, in a discussion whose chair is not moved back', () => {
    const steps = stepViews(PRESETS.noPushBack90);
    const index = steps.findIndex(({ kind }) => kind === 'discussion');
    const stays = (you: object = {}) => ({
      ...view('discussion', you),
      course: courseIn('discussion', { steps, index }),
    });
    expect(centreOf(stays()).sub).toBe('Claire stays in the circle, and may speak.');
    expect(centreOf(stays({ seat: 'c' })).sub).toBe('You stay in the circle, and may speak.');
  });

  it('[LE63] says that the session has not begun, and to leaders how it does', () => {
    const early = { ...view('arrive'), session: { begun: false } } as unknown as RoomView;
    expect(centreOf(early).sub).toMatch(/^Not begun yet\. A leader begins/);
    expect(centreOf({ ...early, leader: {} as never }).sub).toContain('when you press Begin');
    expect(centreOf(view('arrive')).sub ?? '').not.toContain('begun');
  });

  it('[LE71] reads the same of a short pause to everybody, and of a case closed gently', () => {
    const withCourse = (change: object, you: object = {}) => {
      const is = view('discussion', you);
      return centreOf({ ...is, course: { ...is.course, ...change } }).sub;
    };
    for (const you of [{}, { seat: 'c', comeIn: 'none' }]) {
      expect(withCourse({ paused: true, gently: true }, you)).toBe('A short pause. We go on in a moment.');
      expect(withCourse({ gently: true }, you)).toBe('We close this case here, gently. Thank you for it.');
    }
  });

  it('[LE18, VO17] tells the presenter who sees the call, and the group that they speak when ready', () => {
    const back = centreOf(view('discussion', { seat: 'c', comeIn: 'none' })).sub;
    expect(back).toContain('Only the leaders see “I need to come in”, and can bring you back at once.');
    const alone = centreOf(view('discussion', { seat: 'c', comeIn: 'now' })).sub;
    expect(alone).toBe('You can come back by yourself, whenever you like.');
    const leaderless = { ...view('discussion', { seat: 'c', comeIn: 'now' }), session: { leaderless: true } };
    expect(centreOf(leaderless as unknown as RoomView).sub).toBe(
      'No leader is here. You can come back by yourself.',
    );
    expect(centreOf(view('return')).text).toBe('Claire is back, and speaks when ready.');
  });

  it('[CR26] calls the presenter by a first name that nobody else bears, and ends no sentence twice', () => {
    const saidOf = (...names: string[]) =>
      centreOf({
        ...view('discussion'),
        places: names.map((name, n) => ({ seat: n === 0 ? 'c' : `${n}`, name })),
      } as unknown as RoomView).sub;
    expect(saidOf('Dr.')).toBe('Dr. only listens now. Stay with the patient and the clinician in the story.');
    expect(saidOf('Prof. Dr. med. Anna Berg')).toMatch(/^Anna only listens now\./);
    expect(saidOf('Dr Nair')).toMatch(/^Dr Nair only listens now\./);
    expect(saidOf('Anna Berg', 'Dr. Anna Cole')).toMatch(/^Anna Berg only listens now\./);
  });

  it.each(['presentation', 'questions', 'pushBack', 'discussion', 'return'] as const)(
    '[VO7] names nobody in %s where the presenter was removed',
    (kind) => {
      const { text, sub } = centreOf({ ...view(kind), places: [] });
      expect(`${text} ${sub ?? ''}`).toContain('The presenter’s chair is empty.');
      expect(`${text} ${sub ?? ''}`).not.toMatch(/^ |to \.|about ,/);
    },
  );

  it('[LE1] fills the rim with the share of time, stands still while held, and never overflows', () => {
    const clock = { since: 0, endsAt: 100, held: null } as unknown as ClockView;
    expect(shareOf(null, 5)).toBeNull();
    expect(shareOf(clock, 25)).toBe(0.25);
    expect(shareOf(clock, 900)).toBe(1);
    expect(shareOf({ ...clock, held: 40 } as ClockView, 90)).toBe(0.4);
  });

  it('says the rim by thirds', () => {
    expect(timeWords(0.35, false)).toContain('a third');
    expect(timeWords(0.5, false)).toContain('half');
    expect(timeWords(0.7, false)).toContain('two thirds');
    expect(timeWords(1, false)).toBe('The time for this phase has passed.');
  });

  it('[LV3] says nothing of a phase once the evening has ended: how long one may stay stands in the small line', () => {
    for (const share of [0, 0.5, 1]) expect(timeWords(share, true)).toBeNull();
  });
});
