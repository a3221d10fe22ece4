import { describe, expect, it } from 'vitest';
import { grantsOf } from '../session/grants.ts';
import { fullCircle } from '../testing/play.ts';
import { SECOND, type LineId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

const inDiscussion = () => {
  const all = fullCircle();
  const { play } = all;
  play.to('discussion');
  const answer = (line: LineId, command: PersonalCommand) => {
    const said = play.says(line, command);
    return said.ok ? 'ok' : said.refusal;
  };
  const about = (type: 'closeLine' | 'freeLine' | 'askToOpen', line: LineId) => ({
    type,
    seat: play.seat(line),
  });
  const maySend = (line: LineId) =>
    grantsOf(play.session, play.now).find((grant) => grant.line === line)?.microphone;
  return { ...all, answer, about, maySend };
};

describe('one noisy line', () => {
  it('[FL10] is closed for the running step, for all who sit at it, and has the step’s voice again with the next move', () => {
    const { play, ruth, samir, mei, answer, about, maySend } = inDiscussion();
    expect(answer(ruth, about('closeLine', samir))).toBe('ok');
    expect([maySend(samir), maySend(mei)]).toEqual([false, true]);
    expect(play.room(samir).you).toMatchObject({ may: { microphone: false, camera: true }, why: 'closed' });
    expect(play.room(ruth).leader?.closed).toEqual([play.seat(samir)]);
    play.to('return');
    expect([maySend(samir), play.room(samir).you.why]).toEqual([true, null]);
  });

  it('[FL10] is as before where the move is undone', () => {
    const { play, ruth, samir, mei, answer, about, maySend } = inDiscussion();
    answer(ruth, about('closeLine', samir));
    play.to('return');
    answer(ruth, about('closeLine', mei));
    expect(answer(ruth, { type: 'undo', turn: play.session.course.turn })).toBe('ok');
    expect([maySend(samir), maySend(mei)]).toEqual([false, true]);
  });

  it('[FL10] stays closed at another browser, and with the floor', () => {
    const { play, ruth, samir, answer, about } = inDiscussion();
    answer(ruth, about('closeLine', samir));
    play.disconnect(samir);
    const other = play.enter('open', 'Samir');
    play.connect(other);
    play.lead({ type: 'admit', line: other, answer: 'letIn', seat: play.seat(samir) });
    expect(play.room(other).you).toMatchObject({ may: { microphone: false }, why: 'closed' });
    const story = fullCircle();
    story.play.to('presentation');
    story.play.lead({ type: 'giveFloor', seat: story.play.seat(story.mei) });
    story.play.lead({ type: 'closeLine', seat: story.play.seat(story.mei) });
    expect(story.play.room(story.mei).you.may.microphone).toBe(false);
  });

  it('[FL10, LD4] does not count while nobody leads', () => {
    const { play, ruth, tomas, samir, answer, about, maySend } = inDiscussion();
    answer(ruth, about('closeLine', samir));
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.wait(29 * SECOND);
    expect(maySend(samir)).toBe(false);
    play.wait(SECOND);
    expect(maySend(samir)).toBe(true);
    play.connect(tomas);
    expect(maySend(samir)).toBe(false);
  });

  it('[FL10] two presses, two leaders, wrong people: each answered as it is', () => {
    const { ruth, tomas, claire, samir, lars, mei, answer, about } = inDiscussion();
    const presses: readonly (readonly [LineId, PersonalCommand, string])[] = [
      [ruth, about('freeLine', samir), 'nothing-to-do'],
      [ruth, about('closeLine', samir), 'ok'],
      [tomas, about('closeLine', samir), 'nothing-to-do'],
      [mei, about('closeLine', samir), 'not-leader'],
      [samir, about('freeLine', samir), 'not-leader'],
      [tomas, about('freeLine', samir), 'ok'],
      [ruth, about('freeLine', samir), 'nothing-to-do'],
      [ruth, about('closeLine', tomas), 'not-a-leaders-place'],
      [ruth, about('closeLine', ruth), 'not-a-leaders-place'],
      // They have no voice that could be closed.
      [ruth, about('closeLine', claire), 'nothing-to-do'],
      [ruth, about('closeLine', lars), 'nothing-to-do'],
      [ruth, { type: 'closeLine', seat: 'nobody' as never }, 'no-such-seat'],
    ];
    for (const [line, command, expected] of presses)
      expect([command, answer(line, command)]).toEqual([command, expected]);
  });

  it('[FL10] frees a leader’s line who led the step only later', () => {
    const { play, ruth, samir, answer, about, maySend } = inDiscussion();
    answer(ruth, about('closeLine', samir));
    answer(ruth, { type: 'handOn', seat: play.seat(samir) });
    answer(samir, { type: 'takeLead' });
    expect(maySend(samir)).toBe(true);
  });
});

describe('asking somebody to open their microphone', () => {
  it('[FL11] is a word on that page alone, until the step ends, and opens nothing', () => {
    const { play, ruth, samir, mei, answer, about, maySend } = inDiscussion();
    expect(answer(ruth, about('askToOpen', samir))).toBe('ok');
    expect([play.room(samir).you.askedToOpen, play.room(mei).you.askedToOpen]).toEqual([play.now, null]);
    expect(maySend(samir)).toBe(true);
    play.to('return');
    expect(play.room(samir).you.askedToOpen).toBeNull();
  });

  it('[FL11] is not pressed twice in a moment, nor for who may not speak, nor by whoever does not lead', () => {
    const { play, ruth, tomas, claire, samir, mei, lars, answer, about } = inDiscussion();
    expect(answer(ruth, about('askToOpen', samir))).toBe('ok');
    expect(answer(tomas, about('askToOpen', samir))).toBe('nothing-to-do');
    expect(answer(tomas, about('askToOpen', mei))).toBe('ok');
    play.wait(20 * SECOND);
    expect(answer(tomas, about('askToOpen', samir))).toBe('ok');
    expect(answer(ruth, about('askToOpen', claire))).toBe('not-allowed');
    expect(answer(ruth, about('askToOpen', lars))).toBe('not-allowed');
    expect(answer(ruth, about('askToOpen', ruth))).toBe('nothing-to-do');
    expect(answer(samir, about('askToOpen', samir))).toBe('not-leader');
    answer(ruth, about('closeLine', samir));
    expect([play.room(samir).you.askedToOpen, answer(ruth, about('askToOpen', samir))]).toEqual([
      null,
      'not-allowed',
    ]);
  });
});
