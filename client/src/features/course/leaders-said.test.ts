import type { RoomView } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { saidBetween } from './spoken-model.ts';
import { courseIn } from '../../testing/course.ts';
import { youAs } from '../../testing/you.ts';

const NONE = {
  ...{ waiting: [], ask: null, unenforced: [], disguised: [], helps: [] },
  plan: { edition: 0, edited: null },
};
const place = (seat: string, name: string, sits = 'circle') => ({
  ...{ seat, name, sits, role: 'member', presence: 'here', hand: null, floor: false },
  media: { identity: seat },
});
/** A discussion, to a leader who knows this; `null` = to a member. */
const view = (leader: object | null, sits = 'back') =>
  ({
    course: courseIn('discussion', { turn: 5 }),
    session: { endsAt: null },
    door: 'closed',
    presenter: 'c',
    places: [place('r', 'Ruth Adler'), place('c', 'Claire Dubois', sits), place('m', 'Mei Lin')],
    you: youAs({ seat: 'r' }),
    leader: leader === null ? null : { ...NONE, ...leader },
  }) as unknown as RoomView;
const said = (was: RoomView | null, is: RoomView) =>
  saidBetween(was, is).map(({ text, urgent }) => (urgent ? `! ${text}` : text));

const calls = {
  waiting: [{ line: 'l', people: [{ name: 'Anneke de Vries' }] }],
  ask: { seat: 'c' },
  unenforced: [{ seat: 'c', mayBeHeard: true }],
  disguised: ['m'],
};
const CALLING = [
  '! Claire Dubois asks to come in.',
  '! Claire’s microphone is not closed yet. Please wait a moment.',
  'The program of Mei Lin tried to send sound past the rules of this room. It was stopped.',
  'Anneke de Vries waits at the door.',
];

describe('what leaders hear', () => {
  it('[CO5] is the signal, the door, tricks that were stopped and what is not confirmed', () => {
    expect(said(view({}), view(calls))).toEqual(CALLING);
    expect(said(view(calls), view(calls))).toEqual([]);
  });

  it('[ED6] is that the other leader has changed the course, once', () => {
    const by = (seat: string, edition = 1) => view({ plan: { edition, edited: { by: seat, at: 9 } } });
    expect(said(view({}), by('m'))).toEqual(['Mei Lin has changed what is still to come.']);
    expect(said(by('m'), by('m'))).toEqual([]);
    expect(said(view({}), by('r'))).toEqual([]);
    expect(said(null, by('m'))).not.toContain('Mei Lin has changed what is still to come.');
  });

  it('[CO5] is heard by nobody else', () => {
    expect(said(view(null), view(null))).toEqual([]);
    expect(said(view(calls), view(null))).toEqual([]);
    expect(said(null, view(null))).toHaveLength(1);
  });

  it('[CO5] stands there for a leader who comes in or begins to lead', () => {
    expect(said(null, view(calls)).slice(1)).toEqual(CALLING);
    expect(said(view(null), view(calls))).toEqual(CALLING);
  });

  it('[CO5] names every line that is not confirmed, and again when it may be heard', () => {
    const rests = view({ unenforced: [{ seat: 'm', mayBeHeard: false }] });
    const heard = view({ unenforced: [{ seat: 'm', mayBeHeard: true }] });
    expect(said(view({}), rests)).toEqual(['Mei’s sound or picture is not ready yet. Please wait a moment.']);
    expect(said(rests, heard)).toEqual(['! Mei’s microphone is not closed yet. Please wait a moment.']);
    expect(said(heard, rests)).toEqual([]);
  });

  const moved = (
    by: string,
    turn: number,
    undo: boolean,
    kind: 'discussion' | 'questions' = 'discussion',
  ) => {
    const is = view({ undo: undo ? { by, until: 9 } : null });
    return { ...is, course: courseIn(kind, { turn }) } as RoomView;
  };

  it('[LE70] is who moved, as long as it can be undone, and that it was undone', () => {
    const [before, by, own] = [moved('m', 4, false, 'questions'), moved('m', 5, true), moved('r', 5, true)];
    expect(said(before, by)).toContain('Mei moved on to Discussion. Undo for ten seconds: Alt+Z.');
    expect(said(before, own)).toContain('Undo for ten seconds: Alt+Z.');
    expect(said(by, moved('m', 6, false, 'questions'))).toContain('Undone. Questions.');
    expect(said(by, moved('m', 5, false))).toEqual([]);
    expect(said(before, { ...by, leader: null }).join()).not.toContain('Undo');
  });

  it('[LE71, LE72, LE9] is a stopped case, who has a case, and how long a presenter was away', () => {
    const stopped = { ...view({}), course: courseIn('discussion', { turn: 5, paused: true }) } as RoomView;
    expect(said(view({}), stopped)).toEqual([
      'A short pause. We go on in a moment.',
      '! Claire Dubois has stopped the case. You choose how to go on.',
    ]);
    expect(said(view(null), { ...stopped, leader: null })).toEqual(['A short pause. We go on in a moment.']);
    expect(said(stopped, view({}))).toEqual(['The session goes on.']);
    expect(said(view({ offers: [] }), view({ offers: ['m'] }))).toEqual(['Mei Lin has a case.']);
    expect(said(view({ offers: ['m'] }), view({ offers: ['m'] }))).toEqual([]);
    const back = view({ missed: { seat: 'c', ms: 130_000 } });
    expect(said(view({}), back)).toEqual(['Claire Dubois is back and silent. 2 minutes missed.']);
    expect(said(back, back)).toEqual([]);
  });

  it('[VO6] silence is promised only for a presenter who still sits back', () => {
    const pending = view({ unenforced: [{ seat: 'c', mayBeHeard: true }] });
    expect(said(pending, view({}))).toEqual(['Claire’s microphone is closed.']);
    expect(said(pending, view({}, 'circle'))).toEqual([]);
  });
});
