import { describe, expect, it } from 'vitest';
import { actingBackup, leaderlessSince } from '../session/leadership.ts';
import { seatsOn } from '../session/roster.ts';
import { fullCircle } from '../testing/play.ts';

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

describe('one of several at one camera', () => {
  it('[LD2, LD4] who led and has left is no leader who is there, though the others stay', () => {
    const { play, ruth, tomas, mei, york, kofi } = withYork();
    play.backUp(mei);
    play.lead({ type: 'handOn', seat: kofi });
    play.says(york, { type: 'takeLead', as: kofi });
    for (const line of [tomas, ruth]) play.says(line, { type: 'leave' });
    play.wait(1000).says(york, { type: 'leave', as: kofi });
    expect(leaderlessSince(play.session)).toBe(play.now);
    expect(actingBackup(play.session, play.wait(30_000).now)?.line).toBe(mei);
  });

  it('[PR22] who presented and has left is away since then, not since their line came', () => {
    const { play, ruth, york, presenter } = presenting('discussion');
    play.wait(600_000).says(york, { type: 'leave', as: presenter });
    expect(play.room(ruth).leader?.chair).toMatchObject({ how: 'left', since: play.now, decideAt: play.now });
  });
});
