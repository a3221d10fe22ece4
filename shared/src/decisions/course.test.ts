import { describe, expect, it } from 'vitest';
import { runningIndex } from '../session/roster.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { MINUTE, SECOND } from '../vocabulary.ts';

const turnOf = (play: Play) => play.session.course.turn;

describe('the course', () => {
  it('[CM1] two leaders pressing next at once move one step', () => {
    const { play, ruth, tomas } = fullCircle();
    play.to('presentation').rested();
    const turn = turnOf(play);
    expect(play.says(ruth, { type: 'next', turn }).ok).toBe(true);
    expect(play.says(tomas, { type: 'next', turn })).toEqual({ ok: false, refusal: 'stale-turn' });
    expect(play.room(ruth).course.kind).toBe('questions');
  });

  it('[CM1] a thousand interleavings of two leaders pressing next move one step each', () => {
    const { play, ruth, tomas } = fullCircle();
    for (let n = 0; n < 1_000; n += 1) {
      play.to('presentation').rested();
      const turn = turnOf(play);
      const step = runningIndex(play.session);
      const [first, second] = (n * 2_654_435_761) & 1_024 ? [ruth, tomas] : [tomas, ruth];
      const answers = [play.says(first, { type: 'next', turn }), play.says(second, { type: 'next', turn })];
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(runningIndex(play.session)).toBe(step + 1);
    }
  });

  it('[CM2] next out of call without a presenter is refused with the reason', () => {
    const play = new Play();
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    play.to('call').rested();
    expect(play.lead({ type: 'next', turn: turnOf(play) })).toEqual({ ok: false, refusal: 'no-presenter' });
    expect(play.room(ruth).you.seats[0].can).toContain('next');
  });

  it('[CM2] a leader, an observer or somebody who left cannot be the presenter', () => {
    const { play, ruth, lars, mei } = fullCircle();
    const choose = (line: typeof ruth) => play.lead({ type: 'choosePresenter', seat: play.seat(line) });
    expect(choose(ruth)).toMatchObject({ refusal: 'not-a-leaders-place' });
    expect(choose(lars)).toMatchObject({ refusal: 'not-a-leaders-place' });
    play.says(mei, { type: 'leave' });
    expect(choose(mei)).toMatchObject({ refusal: 'no-such-seat' });
  });

  it('[CM2] the backup who leads on is not chosen, and does not take the case along that they were chosen for', () => {
    const { play, ruth, tomas, claire, mei } = fullCircle();
    play.backUp(claire);
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.to('call').wait(30 * SECOND);
    expect(play.room(claire).you.seats[0].leads).toBe(true);
    expect(play.room(claire).presenter).toBeNull();
    expect(play.says(claire, { type: 'next', turn: turnOf(play) })).toMatchObject({
      refusal: 'no-presenter',
    });
    play.says(claire, { type: 'choosePresenter', seat: play.seat(mei) });
    expect(play.says(claire, { type: 'choosePresenter', seat: play.seat(claire) })).toMatchObject({
      refusal: 'not-a-leaders-place',
    });
    expect(play.says(claire, { type: 'next', turn: turnOf(play) }).ok).toBe(true);
  });

  it.each(['leave', 'remove'] as const)(
    '[CM7] within the running case leaders can always go on: the presenter is gone (%s)',
    (how) => {
      for (const kind of ['presentation', 'questions', 'pushBack', 'discussion'] as const) {
        const { play, claire } = fullCircle();
        play.to(kind);
        if (how === 'leave') play.says(claire, { type: 'leave' });
        else play.lead({ type: 'remove', seat: play.seat(claire) });
        if (kind === 'discussion') expect(play.lead({ type: 'bringBack', turn: turnOf(play) }).ok).toBe(true);
        while (play.session.course.step !== play.session.protocol.steps.at(-1)?.id)
          expect(play.rested().lead({ type: 'next', turn: turnOf(play) }).ok).toBe(true);
      }
    },
  );

  it('[CM2] a case is not entered with a presenter who is gone, and nobody is shown as chosen', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('call').rested().says(claire, { type: 'leave' });
    expect(play.room(ruth).presenter).toBeNull();
    expect(play.lead({ type: 'next', turn: turnOf(play) })).toMatchObject({ refusal: 'no-presenter' });
  });

  it('[TM1] nothing happens at the end of a step', () => {
    const { play, ruth } = fullCircle();
    play
      .to('questions')
      .wait(60 * MINUTE)
      .tick();
    expect(play.room(ruth).course.kind).toBe('questions');
  });

  it('[TM1] extending counts from the end, or from now when the end has passed', () => {
    const { play } = fullCircle();
    play.to('questions');
    const ends = play.session.course.endsAt ?? 0;
    play.lead({ type: 'extend', minutes: 2, turn: turnOf(play) });
    expect(play.session.course.endsAt).toBe(ends + 2 * MINUTE);
    play.wait(20 * MINUTE);
    play.lead({ type: 'extend', minutes: 2, turn: turnOf(play) });
    expect(play.session.course.endsAt).toBe(play.now + 2 * MINUTE);
  });

  it('[TM3] hold stops the clock of the step, not the rights and not the evening; resume gives the step its time back', () => {
    const { play, samir } = fullCircle();
    play.to('questions').wait(MINUTE);
    const { endsAt } = play.session.course;
    const { evening } = play.session;
    play.lead({ type: 'hold' });
    expect(play.room(samir).you.may.microphone).toBe(true);
    play.wait(3 * MINUTE).lead({ type: 'resume' });
    expect(play.session.course.endsAt).toBe((endsAt ?? 0) + 3 * MINUTE);
    expect(play.session.evening).toEqual(evening);
  });

  it('[TM3] a step without a clock is not held', () => {
    const { play } = fullCircle();
    expect(play.to('call').lead({ type: 'hold' })).toMatchObject({ refusal: 'nothing-to-do' });
  });

  it('[TM1] extending a held step over its time gives the whole minutes once it goes on', () => {
    const { play } = fullCircle();
    play.to('questions').wait(10 * MINUTE);
    play.lead({ type: 'hold' });
    play.wait(4 * MINUTE).lead({ type: 'extend', minutes: 2, turn: turnOf(play) });
    play.wait(3 * MINUTE).lead({ type: 'resume' });
    expect(play.session.course.endsAt).toBe(play.now + 2 * MINUTE);
  });

  it('[CM4] a session that is held ends all the same', () => {
    const { play } = fullCircle();
    play.to('questions').lead({ type: 'hold' });
    play.lead({ type: 'endSession' });
    expect(play.wait(MINUTE).tick().session.status).toBe('ended');
  });

  it('[TM3] a move ends the hold', () => {
    const { play } = fullCircle();
    play.to('questions').lead({ type: 'hold' });
    play.to('pushBack');
    expect(play.session.course.heldSince).toBeNull();
  });

  it('[TM1] back resumes the time that the step had left', () => {
    const { play } = fullCircle();
    play.to('presentation').wait(2 * MINUTE);
    play.lead({ type: 'next', turn: turnOf(play) });
    play.wait(MINUTE).lead({ type: 'back', turn: turnOf(play) });
    expect(play.session.course.endsAt).toBe(play.now + 3 * MINUTE);
  });

  it('[CM4] the end is announced for 60 s, any leader can take it back, then the session is over', () => {
    const { play, tomas, samir } = fullCircle();
    play.lead({ type: 'endSession' });
    expect(play.room(samir).session.endsAt).toBe(play.now + 60 * SECOND);
    play.wait(30 * SECOND).says(tomas, { type: 'keepSession' });
    expect(play.wait(MINUTE).tick().session.status).toBe('running');
    play.lead({ type: 'endSession' });
    expect(play.wait(MINUTE).tick().session.status).toBe('ended');
    expect(play.view(samir)).toMatchObject({ kind: 'over', reason: 'over' });
  });

  it('[TM6] an empty session ends 2 h after its last line left, one that nobody has begun after 14 days', () => {
    const { play, ruth, tomas, claire, samir, mei, lars } = fullCircle();
    [ruth, tomas, claire, samir, mei, lars].forEach((line) => play.disconnect(line));
    expect(play.wait(119 * MINUTE).tick().session.status).toBe('running');
    expect(play.wait(MINUTE).tick().session.status).toBe('ended');
    const unopened = new Play().wait(14 * 24 * 60 * MINUTE - 1).tick();
    expect(unopened.session.status).toBe('made');
    expect(unopened.wait(1).tick().session.status).toBe('ended');
  });
});
