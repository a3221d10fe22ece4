import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { currentNotices } from './notice-model.ts';
import { backInCircle } from './phase-sentence.ts';
import { saidBetween } from './spoken-model.ts';
import { numbered } from '@tele-balint/shared/protocol/courses';
import { PRESETS } from '@tele-balint/shared/protocol/presets';
import { stepViews } from '@tele-balint/shared/view/view-steps';
import type { PhaseKind } from '@tele-balint/shared/protocol/steps';
import { courseIn } from '../../testing/course.ts';
import { isChosen } from '../../state/steps.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { youAs } from '../../testing/you.ts';

const mei = {
  seat: 'm',
  name: 'Mei Lin',
  role: 'member',
  site: '',
  presence: 'here',
  hand: null,
  floor: false,
  media: { identity: 'x' },
};
const claire = { ...mei, seat: 'c', name: 'Claire Dubois' };
const view = (
  kind: PhaseKind,
  turn: number,
  change: Record<string, object> = {},
  places: object[] = [mei, claire],
) =>
  ({
    course: courseIn(kind, { turn, ...change['course'] }),
    session: { endsAt: null, begun: true, until: 3_600_000, ...change['session'] },
    door: 'closed',
    presenter: 'c',
    places,
    you: youAs({ seat: 'm', ...change['you'] }),
    leader: change['leader'] ?? null,
  }) as unknown as RoomView;
const said = (was: RoomView | null, is: RoomView) =>
  saidBetween(was, is).map(({ text, urgent }) => (urgent ? `! ${text}` : text));

describe('spoken sentences', () => {
  it('[CO1] say phase and right at every move, and nothing where nothing changed', () => {
    const was = view('questions', 3);
    expect(said(null, was)).toEqual(['Questions. Short questions of fact. You may speak.']);
    expect(said(was, view('discussion', 5))).toEqual([
      'Discussion. Claire Dubois sits back and listens. You may speak.',
    ]);
    expect(said(was, view('questions', 3))).toEqual([]);
    const rests = { you: { may: { microphone: false }, why: 'floor' } };
    expect(said(was, view('presentation', 2, rests))[0]).toContain('a hand asks for the floor');
  });

  it('[CO13] say of a presenter who is gone that the chair is kept, in the case and to all but leaders', () => {
    const chair = (presence: string, kind: PhaseKind = 'discussion', leader = {}) =>
      view(kind, 5, leader, [mei, { ...claire, presenter: true, presence }]);
    expect(said(chair('here'), chair('away'))).toEqual(['The chair of Claire Dubois is kept.']);
    expect(said(chair('away'), chair('here'))).toEqual(['Claire Dubois is back.']);
    const closing = (presence: string) => chair(presence, 'closing');
    expect(said(closing('here'), closing('away'))).toEqual(['Claire Dubois is reconnecting.']);
  });

  it('[LE71] say once that a case is closed gently', () => {
    const closed = view('return', 6, { course: { gently: true } });
    expect(said(view('discussion', 5), closed)[0]).toBe('We close this case here, gently. Thank you for it.');
    expect(said(closed, closed)).toEqual([]);
  });

  it('[CO1] say a right and never the state of a microphone, which is its owner’s', () => {
    const was = view('call', 1);
    expect(said(was, view('presentation', 2))).toEqual([
      'Presentation. Claire Dubois is telling the case. You may speak.',
    ]);
    const hers = { you: { seat: 'c' } };
    expect(said(view('call', 1, hers), view('presentation', 2, hers))).toEqual([
      'Presentation. You have the floor.',
    ]);
    expect(said(was, view('arrive', 2))).toEqual(['Arriving. Everybody may speak.']);
    const rests = { you: { may: { microphone: false }, why: 'phase' } };
    expect(said(was, view('arrive', 2, rests))).toEqual(['Arriving. Your microphone rests.']);
  });

  it.each([
    ['presentation', 'Presentation. The presenter’s chair is empty. You may speak.'],
    ['pushBack', 'Push-back. The presenter’s chair is empty. You may speak.'],
    ['discussion', 'Discussion. The presenter’s chair is empty. You may speak.'],
    ['return', 'Return. The presenter’s chair is empty. You may speak.'],
  ] as const)('[CO1] name nobody in %s where the presenter has left or was removed', (kind, sentence) => {
    const was = view('call', 1);
    const removed = view(kind, 2, {}, [mei]);
    expect(said(was, removed)[0]).toBe(sentence);
    const left = view(kind, 2, {}, [mei, { ...claire, presence: 'left' }]);
    expect(said(was, left)[0]).toBe(sentence);
  });

  it('[CO1] say of no chair that it moves back, where the presenter stays in the circle', () => {
    const steps = stepViews(PRESETS.noPushBack90);
    const index = steps.findIndex(({ kind }) => kind === 'discussion');
    const stays = view('discussion', 2, { course: { steps, index } });
    expect(said(view('call', 1), stays)[0]).toBe('Discussion. You may speak.');
  });

  it('[CO1] promise no voice to a presenter who comes back to a quiet minute', () => {
    const steps = stepViews(
      numbered([
        ['presentation', 5],
        ['discussion', 5],
        ['quiet', 2],
        ['return', 5],
      ]),
    );
    const hers = { you: { seat: 'c', may: { microphone: false }, why: 'phase' } };
    const quiet = view('quiet', 3, { ...hers, course: { steps, index: 2 } });
    expect(said(view('call', 1, { you: { seat: 'c' } }), quiet)[0]).toBe(
      'A quiet minute. Your microphone rests.',
    );
  });

  it('[CO12] tell who was chosen to present, and who is it no more', () => {
    const chosen = view('call', 1, { you: { seat: 'c' } });
    const nobody = { ...chosen, presenter: null };
    const other = { ...chosen, presenter: 'm' as never };
    const told = '! You have been chosen: you present the case.';
    expect(said(nobody, chosen)).toEqual([told]);
    expect(said(other, chosen)).toEqual([told]);
    expect(said(chosen, chosen)).toEqual([]);
    expect(said(chosen, other)).toEqual(['! Somebody else presents the case now.']);
    expect(said(chosen, nobody)).toEqual([]);
    expect(said(null, chosen)[0]).toBe(told);
    expect(isChosen(chosen)).toBe(true);
    expect([nobody, other, view('discussion', 5, { you: { seat: 'c' } })].some(isChosen)).toBe(false);
  });

  it('[VO6] interrupt for the presenter, and promise silence only when it is confirmed', () => {
    const was = view('questions', 3, { you: { seat: 'c' } });
    const pending = view('pushBack', 4, { you: { seat: 'c', comeIn: 'none', confirmed: false } });
    const silent = view('pushBack', 4, { you: { seat: 'c', comeIn: 'none' } });
    expect(said(was, pending)[0]).toMatch(/^! You are sitting back\..*may still be heard/);
    expect(said(pending, silent)).toEqual(['! Your microphone is closed. You can simply listen.']);
    expect(said(silent, pending)[0]).toMatch(/^! You are sitting back\..*may still be heard/);
    expect(saidBetween(silent, pending, false)).toEqual([]);
    expect(said(silent, view('return', 6, { you: { seat: 'c' } }))[0]).toContain(
      'Open your microphone when you are ready',
    );
  });

  it('[CO1] tell hold, hand, floor, door and the announced end', () => {
    const was = view('discussion', 5);
    const held = view('discussion', 5, { course: { clock: { held: 1 } } });
    expect(said(was, held)).toEqual(['A short pause. We go on in a moment.']);
    expect(said(held, was)).toEqual(['The session goes on.']);
    expect(said(was, view('discussion', 5, {}, [{ ...mei, hand: 2 }, claire]))).toEqual([
      'Your hand is up. You are second.',
    ]);
    expect(said(was, view('discussion', 5, {}, [{ ...mei, floor: true }, claire]))).toEqual([
      '! You have the floor.',
    ]);
    expect(said(was, view('discussion', 5, { session: { endsAt: 9 } }))[0]).toMatch(/^! A leader ends/);
    const open = { ...was, door: 'open' } as const;
    expect(said(was, open)).toEqual(['The door is open.']);
    expect(said(open, was)).toEqual(['The door is closed.']);
  });

  it('[CO1] tell that the session has begun, and that its end has moved', () => {
    const early = view('arrive', 0, { session: { begun: false, until: null } });
    const begun = view('arrive', 0);
    expect(said(early, begun)).toEqual(['The session has begun.']);
    expect(said(early, view('call', 1))).toContain('The session has begun.');
    const later = view('arrive', 0, { session: { until: 3_900_000 } });
    expect(said(begun, later)).toEqual([`The evening ends at ${timeOfDay(3_900_000)} now.`]);
    expect(said(later, begun)).toHaveLength(1);
    expect(said(later, later)).toEqual([]);
  });

  it('[CO1] tell who comes, who is reconnecting and who left', () => {
    const was = view('discussion', 5);
    const with2 = (change: object) => view('discussion', 5, {}, [mei, { ...claire, ...change }]);
    expect(said(was, with2({ presence: 'away' }))).toEqual(['Claire Dubois is reconnecting.']);
    expect(said(with2({ presence: 'away' }), was)).toEqual(['Claire Dubois is back.']);
    expect(said(was, with2({ presence: 'left' }))).toEqual(['Claire Dubois has left.']);
    expect(said(was, view('discussion', 5, {}, [mei]))).toEqual(['Claire Dubois has left.']);
    const lars = { ...mei, seat: 'o', name: 'Lars Holm', role: 'observer' };
    expect(said(was, view('discussion', 5, {}, [mei, claire, lars]))).toEqual([
      'Lars Holm came in as observer and can hear.',
    ]);
    const lets = view('discussion', 5, {}, [
      mei,
      claire,
      { ...lars, presence: 'away', media: { identity: null } },
    ]);
    expect(said(was, lets)).toEqual([]);
    expect(said(lets, view('discussion', 5, {}, [mei, claire, lars]))).toEqual([
      'Lars Holm came in as observer and can hear.',
    ]);
  });

  it('[CO1] tell a right that is given or taken within the step', () => {
    const speak = view('questions', 3);
    const listen = view('questions', 3, { you: { may: { microphone: false }, why: 'phase' } });
    expect(said(speak, listen)).toEqual(['Your microphone rests.']);
    expect(said(listen, speak)).toEqual(['You may speak.']);
    expect(said(listen, view('discussion', 4))).toHaveLength(1);
  });

  it('[CO1] tell a floor that is taken back, to its owner and to all, and once', () => {
    const asks = { you: { may: { microphone: false }, why: 'floor' } };
    const had = view('presentation', 3, {}, [{ ...mei, floor: true }, claire]);
    const has = view('presentation', 3, asks);
    expect(said(had, has)).toEqual([
      'The floor has been taken back.',
      'Your microphone rests; a hand asks for the floor.',
    ]);
    expect(said(has, had)).toEqual(['! You have the floor.']);
    const kofi = { ...mei, seat: 'k', name: 'Kofi Mensah', floor: true };
    const kofis = view('presentation', 3, asks, [mei, claire, kofi]);
    const none = view('presentation', 3, asks, [mei, claire, { ...kofi, floor: false }]);
    expect(said(kofis, none)).toEqual(['Kofi Mensah no longer has the floor.']);
    expect(said(kofis, view('questions', 4, {}, [mei, claire, { ...kofi, floor: false }]))).toEqual([
      'Questions. Short questions of fact. You may speak.',
    ]);
  });

  it('[CO1] stand as one sentence for all that a broken line missed', () => {
    expect(backInCircle(view('discussion', 5)).text).toBe(
      'You are back in the circle after a break in the line. The phase is Discussion. You may speak.',
    );
  });

  it('[CO1] tell nobody who sits back that they are in the circle', () => {
    const back = view('discussion', 5, { you: { seat: 'c', comeIn: 'none' } });
    expect(backInCircle(back).text).toMatch(/^You are sitting back\. .*You can simply listen/);
  });
});

describe('notices', () => {
  it('[CO1] stand for twenty seconds, or until they are closed', () => {
    const notice = { type: 'leadsOn', seat: 'r', at: 1_000 } as never;
    expect(currentNotices([notice], 2_000, [])).toHaveLength(1);
    expect(currentNotices([notice], 21_000, [])).toHaveLength(0);
    expect(currentNotices([notice], 2_000, ['leadsOn 1000'])).toHaveLength(0);
  });
});
