import { describe, expect, it } from 'vitest';
import { grantsOf } from '../session/grants.ts';
import { seatsOn } from '../session/roster.ts';
import { fullCircle } from '../testing/play.ts';
import { MINUTE } from '../vocabulary.ts';

/** York, where Ola and Ben sit at one camera; Ben leads since Ola had left, and both are back with their page. */
const ledFromYork = () => {
  const all = fullCircle();
  const { play } = all;
  const answer = play.askTogether('open', 'York', ['Ola', 'Ben']);
  const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  play.lead({ type: 'admit', line: york, answer: 'letIn' });
  play.connect(york);
  const [ola, ben] = seatsOn(play.session, york).map(({ seat }) => seat);
  play.says(york, { type: 'leave', as: ola! });
  play.lead({ type: 'handOn', seat: ben! });
  expect(play.says(york, { type: 'takeLead' }).ok).toBe(true);
  play.says(york, { type: 'leave' });
  play.connect(york, 'another page');
  return { ...all, york, ola: ola!, ben: ben! };
};

describe('a camera of several at which one leads', () => {
  it('[DR30, LD7] says as a leader what leaders say, and by name what is somebody’s own', () => {
    const { play, york, ola, ben } = ledFromYork();
    expect(play.room(york).you.seats.map(({ seat, leads }) => [seat, leads])).toEqual([
      [ola, false],
      [ben, true],
    ]);
    expect(play.says(york, { type: 'closeDoor' }).ok).toBe(true);
    expect(play.room(york).leader?.last).toMatchObject({ by: ben, what: 'closeDoor' });
    const no = { ok: false, refusal: 'no-such-seat' };
    for (const type of ['stepOut', 'askHelp', 'leave'] as const)
      expect([type, play.says(york, { type })]).toEqual([type, no]);
    expect(play.says(york, { type: 'stepOut', as: ola }).ok).toBe(true);
    expect(play.session.out[ben]).toBeUndefined();
  });

  it('[SI3, LD5] takes nobody in besides', () => {
    const { play, york, ola } = ledFromYork();
    const beside = { type: 'askBeside', as: ola, name: 'Eve', profession: '', site: '' } as const;
    expect(play.says(york, beside)).toEqual({ ok: false, refusal: 'one-person-link' });
  });

  it('[LV2] stays with the members once the evening has ended', () => {
    const { play, york, tomas, mei } = ledFromYork();
    expect(play.says(tomas, { type: 'endSession', stay: true }).ok).toBe(true);
    play.wait(MINUTE).tick();
    const spaces = new Map(grantsOf(play.session, play.now).map(({ line, space }) => [line, space]));
    expect([york, mei, tomas].map((line) => spaces.get(line))).toEqual(['circle', 'circle', 'debrief']);
  });
});

describe('a presenter who sits apart', () => {
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
