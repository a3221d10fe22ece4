import { describe, expect, it } from 'vitest';
import { grantsOf } from '../session/grants.ts';
import { seatsOn } from '../session/roster.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';

/** A circle in which Claire, Kofi and Elena sit at York, at one camera. */
const withYork = () => {
  const circle = fullCircle();
  const { play } = circle;
  const answer = play.askTogether('open', 'York', ['Claire Dubois', 'Kofi Mensah', 'Elena Petrova']);
  const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  play.connect(york);
  play.lead({ type: 'admit', line: york, answer: 'letIn' });
  const [presenter, kofi, elena] = seatsOn(play.session, york).map(({ seat }) => seat);
  return { ...circle, york, presenter: presenter!, kofi: kofi!, elena: elena! };
};

/** The same, in the step of this kind, and one of York presents. */
const presenting = (kind: 'presentation' | 'discussion') => {
  const all = withYork();
  all.play.to('call').lead({ type: 'choosePresenter', seat: all.presenter });
  all.play.to(kind);
  return all;
};

const microphoneOf = ({ session, now }: Play, line: LineId) =>
  grantsOf(session, now).find((grant) => grant.line === line)?.microphone;

describe('one of several at one camera', () => {
  it('[LD5, LD7] is not named to lead, and nobody sits down beside who is: all at one page would lead', () => {
    const { play, ruth, mei, kofi } = withYork();
    for (const type of ['nameBackup', 'handOn'] as const)
      expect(play.lead({ type, seat: kofi })).toMatchObject({ refusal: 'cannot-lead' });
    const beside = { type: 'askBeside', name: 'Ola', profession: '', site: 'Hull' } as const;
    for (const type of ['nameBackup', 'handOn'] as const) {
      play.lead({ type, seat: play.seat(mei) });
      expect(play.says(mei, beside)).toMatchObject({ refusal: 'one-person-link' });
      play.lead({ type, seat: null });
    }
    expect(play.says(mei, beside).ok).toBe(true);
    expect(play.room(ruth).leader?.beside).toHaveLength(1);
  });

  it('[SI2, LD5, LD7] nor is whoever is left alone there: with their page those who have left would be back', () => {
    const { play, york, presenter, kofi, elena } = withYork();
    for (const as of [presenter, kofi]) play.says(york, { type: 'leave', as });
    for (const type of ['nameBackup', 'handOn'] as const)
      expect(play.lead({ type, seat: elena })).toMatchObject({ refusal: 'cannot-lead' });
    // By a device of their own they can.
    const came = play.ask('open', 'Elena Petrova');
    const own = came.ok ? came.result.line! : expect.fail(came.refusal);
    expect(play.lead({ type: 'admit', line: own, answer: 'letIn', seat: elena }).ok).toBe(true);
    play.connect(own);
    expect(play.lead({ type: 'nameBackup', seat: elena }).ok).toBe(true);
  });

  it('[PR22] who presented and has left is away since then, not since their line came', () => {
    const { play, ruth, york, presenter } = presenting('discussion');
    play.wait(600_000).says(york, { type: 'leave', as: presenter });
    expect(play.room(ruth).leader?.chair).toMatchObject({ how: 'left', since: play.now, decideAt: play.now });
  });

  it('[SI5, SO1] who sits apart is silent while all the others there have stepped out', () => {
    const { play, york, kofi, elena } = presenting('presentation');
    play.lead({ type: 'sitApart', apart: true });
    play.to('discussion').says(york, { type: 'stepOut', as: kofi });
    expect(microphoneOf(play, york)).toBe(true);
    play.says(york, { type: 'stepOut', as: elena });
    expect([microphoneOf(play, york), play.room(york).you.why]).toEqual([false, 'phase']);
  });

  it('[DR31, SO1] who tells the case and steps out takes their voice with them: the others need the floor', () => {
    const { play, york, presenter, kofi } = presenting('presentation');
    expect(microphoneOf(play, york)).toBe(true);
    play.says(york, { type: 'stepOut', as: presenter });
    expect([microphoneOf(play, york), play.room(york).you.why]).toEqual([false, 'floor']);
    play.lead({ type: 'giveFloor', seat: kofi });
    expect(microphoneOf(play, york)).toBe(true);
  });

  it('[FL10, FL11] has a line that leaders close, or ask to open, wherever it may speak', () => {
    const { play, york, presenter, kofi } = presenting('presentation');
    expect(play.lead({ type: 'askToOpen', seat: presenter }).ok).toBe(true);
    expect(play.lead({ type: 'closeLine', seat: kofi }).ok).toBe(true);
    expect([microphoneOf(play, york), play.room(york).you.why]).toEqual([false, 'closed']);
    expect(play.lead({ type: 'closeLine', seat: presenter })).toMatchObject({ refusal: 'nothing-to-do' });
    play.lead({ type: 'freeLine', seat: presenter });
    expect(microphoneOf(play, york)).toBe(true);
    play.to('discussion');
    expect(play.lead({ type: 'closeLine', seat: kofi })).toMatchObject({ refusal: 'nothing-to-do' });
    play.lead({ type: 'sitApart', apart: true });
    expect(play.lead({ type: 'closeLine', seat: kofi }).ok).toBe(true);
    expect(microphoneOf(play, york)).toBe(false);
  });

  it('[SI1, SI3, LD9] is no supervisor: several come neither by their link nor to it', () => {
    const { play } = fullCircle();
    const no = { refusal: 'one-person-link' };
    expect(play.askTogether('lena', 'York', ['Lena', 'Ben'])).toMatchObject(no);
    const lena = play.enter('lena', 'Lena');
    play.lead({ type: 'admit', line: lena, answer: 'letIn' });
    expect(play.says(lena, { type: 'askBeside', name: 'Ben', profession: '', site: 'York' })).toMatchObject(
      no,
    );
  });

  it('[SI3, DR30] is joined by nobody while all have left, and they find their places again', () => {
    const { play, york, presenter, kofi, elena } = withYork();
    const who = { name: 'Ben', profession: '', site: '' };
    play.says(york, { type: 'askBeside', as: presenter, ...who });
    for (const as of [presenter, kofi, elena]) play.says(york, { type: 'leave', as });
    const answer = { type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: true } as const;
    expect(play.lead(answer)).toMatchObject({ refusal: 'no-such-seat' });
    play.connect(york, 'another page');
    expect(seatsOn(play.session, york).map(({ gone }) => gone)).toEqual([null, null, null]);
    expect(play.lead(answer).ok).toBe(true);
  });
});
