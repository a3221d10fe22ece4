import { describe, expect, it } from 'vitest';
import { USUAL_EVENING, type Protocol } from '../protocol/steps.ts';
import type { PhaseKind } from '../protocol/phases.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { MINUTE, SECOND, type LineId, type StepId } from '../vocabulary.ts';

const courseOf = (...kinds: readonly PhaseKind[]): Protocol => ({
  ...USUAL_EVENING,
  madeFrom: null,
  steps: kinds.map((kind, index) => ({ id: `s${index + 1}` as StepId, kind, minutes: null })),
});
const CASE = ['call', 'presentation', 'pushBack', 'discussion', 'return'] as const;
const TWO = courseOf(...CASE, ...CASE, 'closing');

const turnOf = (play: Play) => play.session.course.turn;
const next = (play: Play) => play.rested().lead({ type: 'next', turn: turnOf(play) });
const goTo = (play: Play, step: string) =>
  play.rested().lead({ type: 'goTo', step: step as StepId, turn: turnOf(play) });
const close = (play: Play) => play.lead({ type: 'closeCase', turn: turnOf(play) });

describe('another case', () => {
  it('[CM10] at a call that is gone back to nobody presents, also in a course of one case', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('return').to('call');
    expect(play.room(ruth).presenter).toBeNull();
    expect(next(play)).toMatchObject({ refusal: 'no-presenter' });
    expect(play.room(claire).you.may.microphone).toBe(true);
  });

  it('[CM10] whoever goes back before a case only looks at it where it has not begun', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('call').to('arrive').to('call');
    expect(play.room(ruth).presenter).toBe(play.seat(claire));
  });

  it('[CM10, CM30] an undo gives the presenter of the case back', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('questions').to('call');
    play.lead({ type: 'undo', turn: turnOf(play) });
    expect(play.room(ruth).presenter).toBe(play.seat(claire));
    expect(play.room(ruth).course.kind).toBe('questions');
  });

  it('[CM10, DR3] of two cases each has its own presenter, and the door closes for each', () => {
    const { play, ruth, claire, mei } = fullCircle(TWO);
    goTo(play, 's4');
    expect(play.room(claire).you.seats[0].comeIn).toBe('none');
    goTo(play, 's6');
    expect(play.room(ruth).presenter).toBeNull();
    play.lead({ type: 'choosePresenter', seat: play.seat(mei) });
    play.lead({ type: 'openDoor' });
    goTo(play, 's8');
    expect(play.session.door).toBe('closed');
    expect(play.room(mei).you.seats[0].comeIn).toBe('none');
    expect(play.room(claire).you.may.microphone).toBe(true);
    // Back before the second: only that one is told anew.
    goTo(play, 's6');
    expect(play.session.course.presenters).toEqual({ 0: play.seat(claire) });
    goTo(play, 's1');
    expect(play.session.course.presenters).toEqual({});
  });
});

describe('a case that its presenter stops', () => {
  it.each(['presentation', 'questions', 'pushBack', 'discussion', 'return'] as const)(
    '[PR20] stands still in %s, with the same words for all but leaders',
    (kind) => {
      const { play, ruth, claire, samir, mei } = fullCircle();
      play.to(kind).wait(10 * SECOND);
      const may = play.room(samir).you.may;
      expect(play.room(claire).you.seats[0].can).toContain('stopCase');
      expect(play.room(samir).you.seats[0].can).not.toContain('stopCase');
      expect(play.says(samir, { type: 'stopCase' })).toMatchObject({ refusal: 'not-presenter' });
      expect(play.says(claire, { type: 'stopCase' }).ok).toBe(true);
      expect(play.says(claire, { type: 'stopCase' })).toMatchObject({ refusal: 'nothing-to-do' });
      // Moving the chair back has no clock that could stand still.
      const held = kind === 'pushBack' ? undefined : play.now;
      expect(play.wait(MINUTE).room(ruth).course.paused).toBe(true);
      for (const line of [samir, mei, claire]) {
        const { course, leader } = play.room(line);
        expect([course.paused, course.clock?.held, leader]).toEqual([true, held, null]);
      }
      expect(play.room(samir).you.may).toEqual(may);
      expect(play.lead({ type: 'resume' }).ok).toBe(true);
      expect(play.room(samir).course).toMatchObject({
        paused: false,
        clock: kind === 'pushBack' ? null : { held: null },
      });
    },
  );

  it('[PR20] stops without a clock, too, and at once after a move; a move ends it', () => {
    const { play, ruth, claire, samir } = fullCircle(TWO);
    goTo(play, 's2');
    expect(play.says(claire, { type: 'stopCase' }).ok).toBe(true);
    expect(play.room(samir).course).toMatchObject({ paused: true, clock: null });
    expect(play.room(ruth).you.seats[0].can).toContain('resume');
    expect(next(play).ok).toBe(true);
    expect(play.room(samir).course.paused).toBe(false);
  });

  it('[PR20] stops also in a quiet minute within it', () => {
    const { play, claire } = fullCircle(
      courseOf('call', 'presentation', 'quiet', 'pushBack', 'discussion', 'return', 'closing'),
    );
    play.to('quiet');
    expect(play.says(claire, { type: 'stopCase' }).ok).toBe(true);
  });

  it('[PR20] is nobody’s to stop before it begins, nor afterwards', () => {
    const { play, claire } = fullCircle();
    for (const kind of ['call', 'closing'] as const)
      expect(play.to(kind).says(claire, { type: 'stopCase' })).toMatchObject({ refusal: 'wrong-phase' });
  });

  it('[PR20] stays stopped when the presenter leaves, until leaders go on', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('discussion').says(claire, { type: 'stopCase' });
    play.says(claire, { type: 'leave' });
    expect(play.room(ruth).course.paused).toBe(true);
    expect(play.lead({ type: 'resume' }).ok).toBe(true);
  });

  it('[PR21] is closed gently: to the return with its presenter, past the case without them', () => {
    for (const kind of ['presentation', 'questions', 'pushBack', 'discussion'] as const) {
      const { play, ruth, claire, samir } = fullCircle();
      play.to(kind);
      expect(close(play).ok).toBe(true);
      expect(play.room(ruth).course).toMatchObject({ kind: 'return', gently: true });
      expect(play.room(claire).you.may.microphone).toBe(true);
      expect(close(play).ok).toBe(true);
      expect(play.room(samir).course).toMatchObject({ kind: 'closing', gently: true });
      expect(close(play)).toMatchObject({ refusal: 'wrong-phase' });
      play.rested().lead({ type: 'back', turn: turnOf(play) });
      expect(play.room(samir).course.gently).toBe(false);
    }
    const { play, ruth, claire } = fullCircle(TWO);
    goTo(play, 's4');
    play.disconnect(claire);
    expect(close(play).ok).toBe(true);
    expect(play.room(ruth).course).toMatchObject({ index: 5, kind: 'call', gently: true });
    play.lead({ type: 'undo', turn: turnOf(play) });
    expect(play.room(ruth).course).toMatchObject({ index: 3, gently: false });
  });
});

describe('a presenter who is gone', () => {
  const placeOf = (play: Play, line: Parameters<Play['room']>[0], name: string) =>
    play.room(line).places.find((place) => place.name === name);

  it.each(['line', 'leave', 'remove'] as const)(
    '[PR22] keeps a calm chair in everybody’s eyes but the leaders’ (%s)',
    (how) => {
      for (const kind of ['questions', 'pushBack', 'discussion'] as const) {
        const { play, ruth, claire, samir } = fullCircle();
        play.to(kind);
        const seat = play.seat(claire);
        if (how === 'line') play.disconnect(claire);
        else if (how === 'leave') play.says(claire, { type: 'leave' });
        else play.lead({ type: 'remove', seat });
        const away = { presence: 'away', presenter: true, sits: kind === 'questions' ? 'circle' : 'back' };
        expect(placeOf(play, samir, 'Claire')).toMatchObject(away);
        expect(play.room(samir).presenter).toBe(seat);
        const gone = { line: 'away', leave: 'left', remove: 'removed' }[how];
        const decideAt = how === 'line' ? play.now + 120 * SECOND : play.now;
        expect(play.room(ruth).leader?.chair).toEqual({
          ...{ seat, how: gone, since: play.now, decideAt, again: 120 * SECOND },
        });
        play.to('closing');
        expect(placeOf(play, samir, 'Claire')?.presence).toBe(how === 'remove' ? undefined : gone);
        expect(play.room(ruth).leader?.chair).toBeNull();
      }
    },
  );

  it('[PR22, SO2] is among those who can hear as long as the case runs, however they went', () => {
    const ears = (how: (circle: ReturnType<typeof fullCircle>) => void, kind: PhaseKind) => {
      const circle = fullCircle();
      const { play, claire, samir, ruth } = circle;
      play.to(kind);
      how(circle);
      const has = (line: LineId) => play.room(line).ears.includes(play.seat(claire));
      const said = [has(samir), has(ruth)];
      play.to('closing');
      return [...said, has(samir)];
    };
    for (const kind of ['questions', 'discussion'] as const) {
      // Leaders read of their line as it is.
      expect(ears(({ play, claire }) => play.disconnect(claire), kind)).toEqual([true, false, false]);
      expect(ears(({ play, claire }) => play.says(claire, { type: 'leave' }), kind)).toEqual([
        true,
        false,
        false,
      ]);
      const remove = ({ play, claire }: ReturnType<typeof fullCircle>) =>
        play.lead({ type: 'remove', seat: play.seat(claire) });
      expect(ears(remove, kind)).toEqual([true, false, false]);
      expect(ears(({ play, claire }) => play.says(claire, { type: 'stepOut' }), kind)).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('[PR22] comes back silent, and leaders read how long they were away', () => {
    const { play, ruth, claire, samir } = fullCircle();
    play.to('discussion').disconnect(claire);
    play.wait(2 * MINUTE).connect(claire);
    const missed = { seat: play.seat(claire), ms: 2 * MINUTE };
    expect(play.room(ruth).leader).toMatchObject({ chair: null, missed });
    expect(play.room(claire).you.may.microphone).toBe(false);
    expect(JSON.stringify(play.room(samir))).not.toContain('"missed"');
    play.to('return');
    expect(play.room(ruth).leader?.missed).toBeNull();
  });
});

describe('"I have a case"', () => {
  it('[PR24] is said by several, and seen by leaders and by whoever said it', () => {
    const { play, ruth, claire, samir, mei, lars } = fullCircle();
    play.to('call');
    for (const line of [mei, samir]) expect(play.says(line, { type: 'offerCase' }).ok).toBe(true);
    expect(play.says(mei, { type: 'offerCase' })).toMatchObject({ refusal: 'nothing-to-do' });
    expect(play.room(ruth).leader?.offers).toEqual([play.seat(mei), play.seat(samir)]);
    expect(play.room(mei).you.seats[0].offered).toBe(true);
    expect(play.room(claire).you.seats[0].offered).toBe(false);
    expect(JSON.stringify(play.room(claire))).not.toContain('"offers"');
    for (const line of [lars, ruth])
      expect(play.says(line, { type: 'offerCase' })).toMatchObject({ refusal: 'not-a-leaders-place' });
  });

  it('[PR24] ends when they take it back, leave or are chosen, and when a case begins', () => {
    const { play, ruth, samir, mei, claire } = fullCircle();
    const offers = () => play.room(ruth).leader?.offers;
    play.to('call');
    for (const line of [samir, mei]) play.says(line, { type: 'offerCase' });
    play.says(samir, { type: 'withdrawOffer' });
    expect(offers()).toEqual([play.seat(mei)]);
    play.says(mei, { type: 'leave' });
    expect(offers()).toEqual([]);
    for (const line of [samir, claire]) play.says(line, { type: 'offerCase' });
    play.lead({ type: 'choosePresenter', seat: play.seat(samir) });
    expect(offers()).toEqual([play.seat(claire)]);
    next(play);
    expect(offers()).toEqual([]);
    expect(play.says(claire, { type: 'offerCase' })).toMatchObject({ refusal: 'wrong-phase' });
  });
});
