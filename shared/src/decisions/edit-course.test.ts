import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../protocol/faults.ts';
import { PRESETS, protocolOf } from '../protocol/presets.ts';
import type { Step } from '../protocol/steps.ts';
import { keptSteps } from '../session/edited.ts';
import { along } from '../testing/along.ts';
import { moves } from '../testing/arbitraries.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { MINUTE, type StepId } from '../vocabulary.ts';
import { personalCommand, type PersonalCommand } from './commands-schema.ts';

type Edit = Extract<PersonalCommand, { readonly type: 'editCourse' }>;

const idsOf = (play: Play): readonly StepId[] => play.session.protocol.steps.map(({ id }) => id);
/** The edit that changes nothing, with this laid over it. */
const edit = (play: Play, more: Partial<Edit> = {}): Edit => {
  const { madeFrom: _, steps: _steps, ...evening } = play.session.protocol;
  const ahead = [...idsOf(play).slice(keptSteps(play.session))];
  const edition = play.session.edited?.edition ?? 0;
  return { type: 'editCourse', turn: play.session.course.turn, edition, ahead, evening, ...more };
};
const step = (id: string, more: Partial<Step> = {}): Step => ({
  ...{ id: id as StepId, kind: 'talk', minutes: 10 },
  ...more,
});
const at = (play: Play, kind: string) => play.session.protocol.steps.find((one) => one.kind === kind)!.id;

describe('changing the course', () => {
  it('[CM40] puts in, takes out, moves and changes what is to come, and leaves what runs as it is', () => {
    const { play, ruth, samir } = fullCircle();
    play.to('presentation').wait(MINUTE);
    play.says(samir, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(samir) });
    const before = play.session;
    const [, , questions, pushBack, discussion, back, closing] = idsOf(play).slice(1) as StepId[];
    const shorter = step(String(discussion), { kind: 'discussion', minutes: 12, title: 'Together' });
    const ahead = [pushBack!, shorter, back!, step('new'), closing!];
    expect(play.lead(edit(play, { ahead })).ok).toBe(true);
    const { protocol, course } = play.session;
    expect(protocol.steps.map(({ id, minutes }) => [id, minutes]).slice(3)).toEqual([
      ...[
        [pushBack, null],
        [discussion, 12],
        [back, 5],
        ['new', 10],
        [closing, 5],
      ],
    ]);
    expect(protocol.steps.map(({ id }) => id)).not.toContain(questions);
    expect(protocol.steps.slice(0, 3)).toEqual(before.protocol.steps.slice(0, 3));
    expect(course).toEqual({ ...before.course, undo: null });
    expect(play.session.evening).toEqual(before.evening);
    expect(play.room(ruth).course.steps.map(({ title }) => title)).toContain('Together');
    expect(play.room(samir).you.may.microphone).toBe(true);
    play.lead({ type: 'next', turn: course.turn });
    expect(play.room(ruth).course.kind).toBe('pushBack');
  });

  it('[CM40] that says the same changes nothing, in whatever order the course was written down', () => {
    const protocol = protocolOf('case45', true);
    const backwards = Object.fromEntries(Object.entries(protocol).toReversed()) as typeof protocol;
    const { play } = fullCircle(backwards);
    expect(play.lead(edit(play))).toEqual({ ok: false, refusal: 'nothing-to-do' });
  });

  it('[CM40] takes what holds for the whole evening', () => {
    const { play } = fullCircle();
    const { evening } = edit(play);
    play.lead(
      edit(play, { evening: { ...evening, presenterWait: 30, debrief: false, reentry: 'presenter' } }),
    );
    expect(play.session.protocol).toMatchObject({ presenterWait: 30, debrief: false, reentry: 'presenter' });
    expect(play.session.protocol.madeFrom).toBeNull();
  });

  it('[CM40] refuses steps that are over or run, unknown ones, and a course that could not be run', () => {
    const { play } = fullCircle();
    play.to('discussion');
    const before = play.session;
    const refusal = (ahead: Edit['ahead']) => {
      const answer = play.lead(edit(play, { ahead }));
      return answer.ok ? null : answer.refusal;
    };
    const [back, closing] = [at(play, 'return'), at(play, 'closing')];
    for (const id of ['s1', String(before.course.step), 'nobodys', 'toString'])
      expect(refusal([id as StepId, back, closing])).toBe('no-such-step');
    expect(refusal([step('s1'), back, closing])).toBe('no-such-step');
    // Nobody would bring the presenter back.
    expect(refusal([closing])).toBe('broken-course');
    expect(refusal([back, back, closing])).toBe('broken-course');
    expect(refusal([back, step('new', { minutes: 240 }), step('too', { minutes: 480 }), closing])).toBe(
      'broken-course',
    );
    expect(play.session).toBe(before);
  });

  it('[CM40] is done once, and not over what the other leader has changed or moved since', () => {
    const { play, tomas } = fullCircle();
    const [mine, theirs] = [
      edit(play, { ahead: [...edit(play).ahead, step('new')] }),
      edit(play, { ahead: ['s2' as StepId] }),
    ];
    expect(play.lead(mine).ok).toBe(true);
    const once = play.session;
    expect(play.lead(mine)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(play.says(tomas, theirs)).toEqual({ ok: false, refusal: 'stale-turn' });
    expect(play.session).toBe(once);
    const old = edit(play, { ahead: [...edit(play).ahead].toReversed() });
    play.to('call');
    expect(play.lead(old)).toEqual({ ok: false, refusal: 'stale-turn' });
  });

  it('[CM40] ends the undo of the move before, moves no turn, and keeps "bring back" at hand', () => {
    const { play } = fullCircle();
    play.to('discussion');
    const { turn } = play.session.course;
    expect(play.lead(edit(play, { ahead: [...edit(play).ahead, step('new')] })).ok).toBe(true);
    expect(play.lead({ type: 'undo', turn })).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(play.lead({ type: 'bringBack', turn }).ok).toBe(true);
  });

  it('[CM40] changes every step until Begin, the first too, and the end with its date', () => {
    const { play, ruth } = fullCircle('online60', true, false);
    const ahead = [step('new', { kind: 'quiet', minutes: 2 }), ...edit(play).ahead.slice(1)];
    expect(play.lead(edit(play, { ahead })).ok).toBe(true);
    expect(play.room(ruth).course).toMatchObject({ kind: 'quiet', index: 0 });
    expect(play.room(ruth).you.may.microphone).toBe(false);
    expect(play.lead(edit(play, { ahead: [] }))).toMatchObject({ refusal: 'broken-course' });
    play.begin();
    expect(play.session.course.endsAt).toBe(play.session.course.since + 2 * MINUTE);
    expect(play.session.evening?.endsAt).toBe(play.session.course.since + 57 * MINUTE);
  });

  it('[CM40, FL10] of the first step before Begin leaves nothing that was given or taken in it', () => {
    const { play, ruth, samir, mei, claire } = fullCircle('case45', true, false);
    // A course may begin with its presenter sitting back.
    const first = step('back', { kind: 'discussion' });
    const rest = [step('home', { kind: 'return' }), step('end', { kind: 'closing' })];
    expect(play.lead(edit(play, { ahead: [first, ...rest] })).ok).toBe(true);
    play.lead({ type: 'choosePresenter', seat: play.seat(claire) });
    play.lead({ type: 'closeLine', seat: play.seat(samir) });
    play.lead({ type: 'askToOpen', seat: play.seat(mei) });
    expect(play.says(claire, { type: 'askToComeIn' }).ok).toBe(true);
    const other = step('talk', { over: { voice: { outer: 'open' } } });
    expect(play.lead(edit(play, { ahead: [other, ...edit(play).ahead] })).ok).toBe(true);
    expect(play.session.course).toMatchObject({ closed: [], prompted: [], ask: null });
    expect(play.room(samir).you).toMatchObject({ may: { microphone: true }, why: null });
    expect([play.room(mei).you.askedToOpen, play.room(ruth).leader?.ask]).toEqual([null, null]);
  });

  it('[CM40, LV2] is over with the evening', () => {
    const { play, ruth } = fullCircle();
    play.lead({ type: 'endSession', stay: true });
    play.wait(MINUTE).tick();
    expect(play.says(ruth, edit(play, { ahead: [] }))).toMatchObject({ refusal: 'wrong-phase' });
  });

  it('[CM40, OR1] keeps an outer ring in which somebody sits whom leaders asked there', () => {
    const { play, mei, lars } = fullCircle({ ...protocolOf('case45', true), outerRing: true });
    const off = () => {
      const { evening } = edit(play);
      const answer = play.lead(edit(play, { evening: { ...evening, outerRing: false } }));
      return answer.ok ? 'ok' : answer.refusal;
    };
    for (const [there, back, line] of [
      ['askOut', 'askIn', mei],
      ['askIn', 'askOut', lars],
    ] as const) {
      play.lead({ type: there, seat: play.seat(line) });
      expect(off()).toBe('ring-in-use');
      expect(play.session.protocol.outerRing).toBe(true);
      // Another change is none of the ring's.
      expect(play.lead(edit(play, { ahead: [...edit(play).ahead, step(`new-${there}`)] })).ok).toBe(true);
      play.lead({ type: back, seat: play.seat(line) });
    }
    play.lead({ type: 'askOut', seat: play.seat(mei) });
    play.says(mei, { type: 'leave' });
    expect(off()).toBe('ok');
    // Back at the place that was kept, one press leads to their own ring.
    play.connect(mei);
    expect(play.lead({ type: 'askIn', seat: play.seat(mei) }).ok).toBe(true);
  });

  it('[CM40] leaves a presenter with their case wherever it goes, and takes them with its last step', () => {
    const { play, claire } = fullCircle('two90');
    const steps = PRESETS.two90;
    const second = steps.slice(7, 13).map(({ id }) => id);
    play.to('presentation');
    const chosen = () => play.session.course.presenters;
    // The second case before the first is over: it is the third one now.
    const more = ['presentation', 'return'].map((kind, n) =>
      step(`m${n}`, { kind: kind as Step['kind'], minutes: 5 }),
    );
    expect(play.lead(edit(play, { ahead: ['s4', 's5', 's6', 's7'] as StepId[] })).ok).toBe(true);
    expect(chosen()).toEqual({ 0: play.seat(claire) });
    expect(second).toHaveLength(6);
    expect(play.lead(edit(play, { ahead: [...edit(play).ahead, step('c'), ...more] })).ok).toBe(true);
    play.to('talk');
    play.lead({ type: 'choosePresenter', seat: play.seat(claire) });
    expect(chosen()[1]).toBe(play.seat(claire));
    const before = [
      step('o0', { kind: 'presentation', minutes: 5 }),
      step('o1'),
      ...(['m0', 'm1'] as StepId[]),
    ];
    expect(play.lead(edit(play, { ahead: before })).ok).toBe(true);
    expect(chosen()).toEqual({ 0: play.seat(claire), 2: play.seat(claire) });
    expect(play.lead(edit(play, { ahead: ['o0' as StepId] })).ok).toBe(true);
    expect(chosen()).toEqual({ 0: play.seat(claire) });
  });

  it('[CM41] tells leaders, and nobody else, who changed it', () => {
    const { play, ruth, tomas, samir } = fullCircle();
    expect(play.room(ruth).leader?.plan).toMatchObject({ edition: 0, edited: null });
    const opened = step('new', { over: { voice: { member: 'none' } } });
    expect(play.says(tomas, edit(play, { ahead: [...edit(play).ahead, opened] })).ok).toBe(true);
    const edited = { by: play.seat(tomas), at: play.now };
    expect(play.room(ruth).leader?.plan).toMatchObject({ edition: 1, edited, over: { new: opened.over } });
    expect(JSON.stringify(play.room(samir))).not.toContain('edit');
    expect(play.says(samir, edit(play, { ahead: [] }))).toMatchObject({ refusal: 'not-leader' });
  });

  it('[CM40] whatever is changed when, the course can be run, and the running step stands where it stood', () => {
    fc.assert(
      fc.property(moves(), fc.boolean(), (list, begun) => {
        const look = (play: Play, before: Play['session']) => {
          expect(faultsOf(play.session.protocol)).toEqual([]);
          expect(idsOf(play)).toContain(play.session.course.step);
          if (play.session.edited === before.edited || before.evening === null) return;
          const kept = keptSteps(before);
          expect(play.session.protocol.steps.slice(0, kept)).toEqual(before.protocol.steps.slice(0, kept));
          expect(play.session.course.step).toBe(before.course.step);
        };
        along(list, true, look, begun);
      }),
      { numRuns: 300 },
    );
  });

  it('[SK12] a frame with more steps than any evening has, or minutes that are none, is nothing of ours', () => {
    const { play } = fullCircle();
    const fits = (ahead: readonly unknown[]) => personalCommand.safeParse({ ...edit(play), ahead }).success;
    expect(fits([step('new')])).toBe(true);
    expect(fits(Array.from({ length: 1_000 }, (_, n) => step(`n${n}`)))).toBe(false);
    for (const minutes of [-5, 0, 1.5, 241, Number.NaN]) expect(fits([step('new', { minutes })])).toBe(false);
    expect(fits([{ ...step('new'), by: 'me' }])).toBe(false);
  });
});
