import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sitsBack } from '../session/roster.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { goesBackFromEverywhere } from '../testing/run-course.ts';
import { protocols } from '../testing/protocols.ts';
import { SECOND, type StepId } from '../vocabulary.ts';
import { caseAhead, casesOf, planOf } from './cases.ts';
import { PHASES, type PhaseKind, PHASE_KINDS } from './phases.ts';
import { USUAL_EVENING, type Protocol, type Step } from './steps.ts';

const stepsOf = (kinds: readonly PhaseKind[]): readonly Step[] =>
  kinds.map((kind, index) => ({ id: `s${index + 1}` as StepId, kind, minutes: null }));

const TWO: Protocol = {
  ...USUAL_EVENING,
  madeFrom: null,
  steps: stepsOf([
    'call',
    'presentation',
    'discussion',
    'return',
    'call',
    'presentation',
    'discussion',
    'return',
    'closing',
  ]),
};

const next = (play: Play) => play.rested().lead({ type: 'next', turn: play.session.course.turn });

describe('cases', () => {
  it('[CM10] begin with the first step that needs a presenter, and end before the next call, break or closing', () => {
    expect(planOf(TWO.steps).cases).toEqual([null, 0, 0, 0, null, 1, 1, 1, null]);
    expect(planOf(stepsOf(['presentation', 'break', 'questions'])).cases).toEqual([0, null, 1]);
  });

  it('[CM10] go on through a step that needs no presenter and ends no case', () => {
    const quiet = { needsPresenter: false, endsCase: false };
    const telling = { needsPresenter: true, endsCase: false };
    const call = { needsPresenter: false, endsCase: true };
    expect(casesOf([quiet, telling, quiet, telling, call, quiet])).toEqual([null, 0, 0, 0, null, null]);
  });

  it('[CM10] a presenter is chosen for the case ahead, and after the last one for none', () => {
    const plan = planOf(TWO.steps);
    expect([0, 1, 4, 8].map((index) => caseAhead(plan, index))).toEqual([0, 0, 1, null]);
  });

  it('[CM10] a second call asks for a presenter of its own, and leaves the first one an ordinary member', () => {
    const { play, ruth, claire, samir } = fullCircle(TWO);
    for (let n = 0; n < 4; n += 1) expect(next(play).ok).toBe(true);
    expect(play.room(ruth).presenter).toBeNull();
    expect(next(play)).toMatchObject({ refusal: 'no-presenter' });
    expect(play.lead({ type: 'choosePresenter', seat: play.seat(samir) }).ok).toBe(true);
    expect(next(play).ok).toBe(true);
    expect(play.room(ruth).presenter).toBe(play.seat(samir));
    expect(next(play).ok && sitsBack(play.session, play.seat(samir))).toBe(true);
    expect(play.room(claire).you.may.microphone).toBe(true);
  });

  it('[CM7] leaders go on from a quiet minute within a case whose presenter has gone, at whichever step they entered it', () => {
    const steps = stepsOf(['call', 'presentation', 'quiet', 'discussion', 'return', 'closing']);
    const { play, claire } = fullCircle({ ...TWO, steps });
    play.to('quiet').lead({ type: 'remove', seat: play.seat(claire) });
    expect(next(play).ok).toBe(true);
    const begun = fullCircle({ ...TWO, steps });
    begun.play
      .to('presentation')
      .to('quiet')
      .lead({ type: 'remove', seat: begun.play.seat(begun.claire) });
    expect(begun.play.room(begun.samir).you.may.microphone).toBe(false);
    expect(next(begun.play).ok).toBe(true);
    expect(begun.play.room(begun.ruth).course.kind).toBe('discussion');
  });

  it('[LD2] within a case a quiet minute makes no leader of its presenter, who is shown as such', () => {
    const steps = stepsOf(['call', 'presentation', 'quiet', 'discussion', 'return', 'closing']);
    const { play, ruth, tomas, claire } = fullCircle({ ...TWO, steps });
    play.backUp(claire);
    play.to('presentation').to('quiet');
    expect(play.room(ruth).presenter).toBe(play.seat(claire));
    [ruth, tomas].forEach((line) => play.disconnect(line));
    expect(play.wait(60 * SECOND).room(claire).you.seats[0].leads).toBe(false);
  });

  it('[PR2] one press leads a presenter sitting back to a step of the same case at which they may speak', () => {
    fc.assert(
      fc.property(protocols(), (protocol) => {
        goesBackFromEverywhere(protocol);
      }),
      { numRuns: 300 },
    );
  });

  it('[CM10] every kind that needs no presenter and every case agree with the table', () => {
    for (const kind of PHASE_KINDS) {
      const { needsPresenter, endsCase } = PHASES[kind];
      expect(casesOf([PHASES.presentation, PHASES[kind]])[1]).toBe(endsCase ? null : 0);
      expect(needsPresenter && endsCase).toBe(false);
      expect(PHASES[kind].voice.presenter !== null).toBe(needsPresenter);
    }
  });
});
