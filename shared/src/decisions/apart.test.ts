import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import { grantsOf } from '../session/grants.ts';
import { seatsOn } from '../session/roster.ts';
import { fullCircle, Play } from '../testing/play.ts';
import type { LineId, StepId } from '../vocabulary.ts';

/** Questions to Claire, who shares a camera at York with Kofi and Elena. */
const presenting = () => {
  const { play, samir } = fullCircle();
  const answer = play.askTogether('open', 'York', ['Claire Dubois', 'Kofi Mensah', 'Elena Petrova']);
  const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  play.connect(york);
  play.lead({ type: 'admit', line: york, answer: 'letIn' });
  const seats = seatsOn(play.session, york).map(({ seat }) => seat);
  play.to('call').lead({ type: 'choosePresenter', seat: seats[0]! });
  play.to('questions');
  return { play, samir, york, seats };
};

const microphoneOf = ({ session, now }: Play, line: LineId) =>
  grantsOf(session, now).find((grant) => grant.line === line)?.microphone;

describe('a presenter who sits apart from the others at their camera', () => {
  it('[SI5] lets them speak once a leader has confirmed it, told to all, for this case', () => {
    const { play, samir, york } = presenting();
    expect(play.says(samir, { type: 'sitApart', apart: true })).toMatchObject({ refusal: 'not-leader' });
    expect(play.lead({ type: 'sitApart', apart: true }).ok).toBe(true);
    expect(play.lead({ type: 'sitApart', apart: true })).toMatchObject({ refusal: 'nothing-to-do' });
    expect(play.room(samir).course.apart).toBe(true);
    play.to('discussion');
    expect([microphoneOf(play, york), play.room(york).you.why]).toEqual([true, null]);
    expect(play.room(york).you.seats[0].comeIn).toBe('none');
    play.lead({ type: 'sitApart', apart: false });
    expect(microphoneOf(play, york)).toBe(false);
  });

  it('[SI5] is at an end with the case, with an undo, and with another presenter', () => {
    for (const ends of ['case', 'undo', 'presenter'] as const) {
      const { play, york, seats } = presenting();
      play.lead({ type: 'sitApart', apart: true });
      if (ends === 'case') play.to('closing').to('call');
      else if (ends === 'undo') {
        play.to('pushBack');
        expect(microphoneOf(play, york)).toBe(true);
        play.lead({ type: 'undo', turn: play.session.course.turn });
      } else play.to('presentation').lead({ type: 'choosePresenter', seat: seats[1]! });
      expect(play.session.course.apart).toBeNull();
      play.lead({ type: 'choosePresenter', seat: seats[0]! });
      expect(microphoneOf(play.to('discussion'), york)).toBe(false);
    }
  });

  it('[SI5] is silent where nobody else is left at the camera', () => {
    const { play, york, seats } = presenting();
    play.lead({ type: 'sitApart', apart: true });
    play.to('discussion');
    for (const seat of seats.slice(1)) play.says(york, { type: 'leave', as: seat });
    expect(microphoneOf(play, york)).toBe(false);
  });

  it('[SI5] is confirmed before the case as well, and holds for the presenter of then only', () => {
    for (const stays of [true, false]) {
      const { play, york, seats } = presenting();
      play.to('call');
      play.lead({ type: 'choosePresenter', seat: seats[0]! });
      expect(play.lead({ type: 'sitApart', apart: true }).ok).toBe(true);
      if (!stays) play.lead({ type: 'choosePresenter', seat: seats[1]! });
      expect(microphoneOf(play.to('discussion'), york)).toBe(stays);
    }
    const { play } = fullCircle();
    play.to('call');
    expect(play.lead({ type: 'sitApart', apart: true })).toMatchObject({ refusal: 'nothing-to-do' });
    play.to('closing');
    expect(play.lead({ type: 'sitApart', apart: true })).toMatchObject({ refusal: 'wrong-phase' });
  });

  it('[SI5] said before a second case does not hold for the first one of the same presenter', () => {
    const kinds = ['call', 'presentation', 'discussion', 'return'] as const;
    const steps = [...kinds, ...kinds, 'closing' as const].map((kind, n) => ({
      ...{ id: `s${n + 1}` as StepId, kind, minutes: 5 },
    }));
    const { play } = fullCircle({ ...protocolOf('case45', true), steps });
    const answer = play.askTogether('open', 'York', ['Claire Dubois', 'Kofi Mensah']);
    const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.connect(york);
    play.lead({ type: 'admit', line: york, answer: 'letIn' });
    const claire = seatsOn(play.session, york)[0]!.seat;
    const goTo = (nth: number) => {
      const move = { type: 'goTo', step: steps[nth]!.id, turn: play.session.course.turn } as const;
      expect(play.rested().lead(move).ok).toBe(true);
    };
    play.lead({ type: 'choosePresenter', seat: claire });
    for (const nth of [2, 4]) goTo(nth);
    play.lead({ type: 'choosePresenter', seat: claire });
    expect(play.lead({ type: 'sitApart', apart: true }).ok).toBe(true);
    goTo(2);
    expect([play.session.course.apart, microphoneOf(play, york)]).toEqual([null, false]);
  });

  it('[SI5, PR4] is at an end where their line goes on in another browser, wherever that stands', () => {
    const play = new Play('case45', true, ['york']);
    play.connect(play.enter('ruth', 'Ruth'));
    const answer = play.askTogether('york', 'York', ['Claire Dubois', 'Kofi Mensah', 'Elena Petrova']);
    const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.connect(york);
    play.lead({ type: 'admit', line: york, answer: 'letIn' });
    play
      .begin()
      .to('call')
      .lead({ type: 'choosePresenter', seat: seatsOn(play.session, york)[0]!.seat });
    play.lead({ type: 'sitApart', apart: true });
    expect(microphoneOf(play.to('discussion'), york)).toBe(true);
    const phone = play.enter('york', 'Claire Dubois');
    play.connect(phone);
    expect(play.lead({ type: 'admit', line: phone, answer: 'letIn' }).ok).toBe(true);
    expect([microphoneOf(play, york), microphoneOf(play, phone)]).toEqual([undefined, false]);
    expect(play.lead({ type: 'sitApart', apart: true }).ok).toBe(true);
    expect(microphoneOf(play, phone)).toBe(true);
  });

  it('[SI5] needs others at the same camera', () => {
    const { play } = fullCircle();
    play.to('questions');
    expect(play.lead({ type: 'sitApart', apart: true })).toMatchObject({ refusal: 'nothing-to-do' });
  });

  it('[SI5, SO2] and steps out leaves the voice of the others there as it is', () => {
    const { play } = fullCircle();
    const answer = play.askTogether('open', 'York', ['Ola', 'Ben']);
    const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.lead({ type: 'admit', line: york, answer: 'letIn' });
    play.connect(york);
    const [ola, ben] = seatsOn(play.session, york).map(({ seat }) => seat);
    const heard = () =>
      grantsOf(play.session, play.now).find(({ line }) => line === york)?.microphone ?? false;
    play.to('call').lead({ type: 'choosePresenter', seat: ola! });
    play.to('discussion');
    expect(heard()).toBe(false);
    expect(play.lead({ type: 'sitApart', apart: true }).ok).toBe(true);
    expect(play.lead({ type: 'sitApart', apart: true })).toMatchObject({ refusal: 'nothing-to-do' });
    expect(heard()).toBe(true);
    play.says(york, { type: 'stepOut', as: ola! });
    expect(heard()).toBe(true);
    play.says(york, { type: 'stepOut', as: ben! });
    expect(heard()).toBe(false);
    play.says(york, { type: 'stepIn', as: ola! });
    expect(heard()).toBe(false);
    play.says(york, { type: 'stepIn', as: ben! });
    play.says(york, { type: 'leave', as: ben! });
    expect(heard()).toBe(false);
    expect(play.lead({ type: 'sitApart', apart: false })).toMatchObject({ refusal: 'nothing-to-do' });
  });
});
