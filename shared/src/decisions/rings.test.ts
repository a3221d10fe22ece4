import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import type { PhaseKind } from '../protocol/phases.ts';
import { fullCircle } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';

const outerRing = { ...protocolOf('case45', true), outerRing: true };

/** A begun circle whose course lets members sit outside. */
const circle = () => {
  const all = fullCircle(outerRing);
  const { play } = all;
  const ask = (type: 'askOut' | 'askIn', line: LineId) => play.lead({ type, seat: play.seat(line) });
  return {
    ...all,
    out: (line: LineId) => ask('askOut', line),
    in: (line: LineId) => ask('askIn', line),
    sits: (line: LineId) => play.room(line).places.find(({ seat }) => seat === play.seat(line))?.sits,
    may: (line: LineId) => play.room(line).you.may.microphone,
  };
};

describe('the outer ring', () => {
  it('[OR1] leaders ask a member out and in again, everybody sees it, and twice is once', () => {
    const { play, mei, samir, claire, ...is } = circle();
    play.to('questions');
    expect(is.out(mei).ok).toBe(true);
    expect(is.out(mei)).toMatchObject({ refusal: 'nothing-to-do' });
    for (const line of [mei, samir, claire])
      expect(play.room(line).places.find(({ seat }) => seat === play.seat(mei))?.sits).toBe('row');
    expect(is.in(mei).ok).toBe(true);
    expect(is.in(mei)).toMatchObject({ refusal: 'nothing-to-do' });
    expect([is.sits(mei), is.may(mei), play.session.rings]).toEqual(['circle', true, {}]);
  });

  it('[OR1] no leader, backup who leads on, presenter or person chosen to present is asked out', () => {
    const { play, ruth, tomas, claire, samir, ...is } = circle();
    const no = { refusal: 'not-a-leaders-place' };
    for (const line of [ruth, tomas, claire]) expect(is.out(line)).toMatchObject(no);
    play.to('discussion');
    expect(is.out(claire)).toMatchObject(no);
    play.backUp(samir);
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(31_000).tick();
    expect(play.room(samir).you.seats[0].leads).toBe(true);
    expect(play.says(samir, { type: 'askOut', seat: play.seat(samir) })).toMatchObject(no);
  });

  it('[OR1] who has gone, or has no place, is not asked; members ask nobody', () => {
    const { play, mei, samir, ...is } = circle();
    expect(play.says(samir, { type: 'askOut', seat: play.seat(mei) })).toMatchObject({
      refusal: 'not-leader',
    });
    expect(play.lead({ type: 'askOut', seat: 'nobody' as never })).toMatchObject({ refusal: 'no-such-seat' });
    play.says(mei, { type: 'leave' });
    expect(is.out(mei)).toMatchObject({ refusal: 'no-such-seat' });
  });

  it('[OR1] a course without an outer ring for members keeps everybody in their own', () => {
    const { play, mei, lars } = fullCircle();
    for (const [type, line] of [
      ['askOut', mei],
      ['askIn', lars],
    ] as const)
      expect(play.lead({ type, seat: play.seat(line) })).toMatchObject({ refusal: 'no-outer-ring' });
    expect(play.room(play.session.seats[0]!.line).leader?.rings).toEqual({ out: [], in: [] });
  });

  it('[OR1] an observer is asked in, speaks as a member, presents nothing, and goes back', () => {
    const { play, lars, ...is } = circle();
    play.to('questions');
    expect(is.may(lars)).toBe(false);
    expect(is.in(lars).ok).toBe(true);
    expect([is.sits(lars), is.may(lars)]).toEqual(['circle', true]);
    play.to('call');
    expect(play.says(lars, { type: 'offerCase' })).toMatchObject({ refusal: 'not-a-leaders-place' });
    expect(is.out(lars).ok).toBe(true);
    expect(is.sits(lars)).toBe('row');
  });

  it('[OR1] leaders see whom they may ask out and in, and no one else sees that', () => {
    const { play, ruth, samir, mei, lars, ...is } = circle();
    is.out(mei);
    const seats = (...lines: readonly LineId[]) => lines.map((line) => play.seat(line));
    expect(play.room(ruth).leader?.rings).toEqual({ out: seats(samir), in: seats(mei, lars) });
    expect(JSON.stringify(play.room(samir))).not.toContain('"rings"');
  });

  it('[OR1] the outer ring takes twelve, and nobody is asked into a full inner one', () => {
    const { play, mei, ...is } = circle();
    const sit = (link: string, n: number) => {
      const line = play.enter(link, `${link} ${n}`);
      const answer = play.lead({ type: 'admit', line, answer: 'letIn' });
      return answer.ok;
    };
    for (let n = 0; n < 11; n += 1) expect(sit('watch', n)).toBe(true);
    expect(is.out(mei)).toMatchObject({ refusal: 'too-many' });
    play.lead({ type: 'remove', seat: play.session.seats.at(-1)!.seat });
    expect(is.out(mei).ok).toBe(true);
    let inside = 4;
    while (sit('open', inside)) inside += 1;
    expect(inside).toBe(14);
    expect(is.in(mei)).toMatchObject({ refusal: 'too-many' });
  });

  it('[OR2] has the voice and camera of its column at once, in every step', () => {
    const { play, mei, ...is } = circle();
    is.out(mei);
    const voices: Partial<Record<PhaseKind, boolean>> = {
      arrive: true,
      call: false,
      questions: false,
      discussion: false,
      return: false,
      closing: true,
    };
    for (const [kind, may] of Object.entries(voices)) {
      play.to(kind as PhaseKind);
      expect([kind, is.may(mei)]).toEqual([kind, may]);
    }
    play.to('questions');
    play.lead({ type: 'openVoice', part: 'outer', voice: 'open' });
    expect(is.may(mei)).toBe(true);
  });

  it('[OR2] hand, floor and an offer end with going out, and do not come back with an undo', () => {
    const { play, mei, samir, ...is } = circle();
    play.to('presentation');
    for (const line of [mei, samir]) play.says(line, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(mei) });
    play.to('questions');
    is.out(mei);
    is.out(samir);
    expect(play.lead({ type: 'undo', turn: play.session.course.turn }).ok).toBe(true);
    expect(play.session.course).toMatchObject({ hands: [], floor: [] });
    expect([is.may(mei), is.may(samir)]).toEqual([false, false]);
  });

  it('[OR2] nobody presents from there', () => {
    const { play, mei, samir, ...is } = circle();
    play.to('call');
    play.says(mei, { type: 'offerCase' });
    is.out(mei);
    expect(play.session.course.offers).toEqual([]);
    expect(play.says(mei, { type: 'offerCase' })).toMatchObject({ refusal: 'not-a-leaders-place' });
    for (const [line, ok] of [
      [mei, false],
      [samir, true],
    ] as const)
      expect(play.lead({ type: 'choosePresenter', seat: play.seat(line) }).ok).toBe(ok);
  });

  it('[OR1] everybody at one camera goes out together', () => {
    const { play, ruth, ...is } = circle();
    const answer = play.askTogether('open', 'York', ['Ana', 'Ben']);
    const line = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.connect(line);
    play.lead({ type: 'admit', line, answer: 'letIn' });
    expect(is.out(line).ok).toBe(true);
    expect(play.room(ruth).places.filter(({ sits }) => sits === 'row')).toHaveLength(3);
    // Whoever joins them there sits in the same ring.
    const as = play.seat(line);
    play.says(line, { type: 'askBeside', as, name: 'Eve', profession: '', site: '' });
    play.lead({ type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: true });
    expect(play.room(ruth).places.filter(({ sits }) => sits === 'row')).toHaveLength(4);
    expect(is.in(line).ok).toBe(true);
    expect(play.session.rings).toEqual({});
  });

  it('[OR1] keeps who is named to lead inside', () => {
    const { play, mei } = circle();
    const seat = play.seat(mei);
    play.lead({ type: 'nameBackup', seat });
    expect(play.lead({ type: 'askOut', seat })).toMatchObject({ refusal: 'not-a-leaders-place' });
    play.lead({ type: 'nameBackup', seat: null });
    play.lead({ type: 'handOn', seat });
    expect(play.lead({ type: 'askOut', seat })).toMatchObject({ refusal: 'not-a-leaders-place' });
    play.lead({ type: 'handOn', seat: null });
    expect(play.lead({ type: 'askOut', seat }).ok).toBe(true);
  });

  it('[OR1, DR14] an undo brings nobody in for whom there is no place any more', () => {
    const { play, claire, ...is } = circle();
    let inside = 5;
    const sit = () => {
      const line = play.enter('open', `Guest ${inside}`);
      if (!play.lead({ type: 'admit', line, answer: 'letIn' }).ok) return false;
      inside += 1;
      return true;
    };
    while (sit());
    play.to('return').rested();
    play.lead({ type: 'next', turn: play.session.course.turn });
    expect([inside, is.out(claire).ok, sit()]).toEqual([14, true, true]);
    expect(play.lead({ type: 'undo', turn: play.session.course.turn })).toMatchObject({
      refusal: 'nothing-to-do',
    });
    expect(is.sits(claire)).toBe('row');
  });
});
