import { describe, expect, it } from 'vitest';
import { NO_MEDIA, type MediaReport } from '../media-report.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { seatsOn } from '../session/roster.ts';
import { MINUTE, SECOND, type InvitationId, type LineId } from '../vocabulary.ts';

const leaders = (play: Play, line: LineId, media: MediaReport = NO_MEDIA) => {
  const view = play.view(line, media);
  return view?.kind === 'room' && view.leader !== null ? view.leader : expect.fail('does not lead');
};

describe('what only leaders see', () => {
  it('[EN6] names everybody at a line that is not confirmed, and of an empty one those who were removed', () => {
    const { play, ruth, samir, mei } = fullCircle();
    const since = play.now;
    const unenforced = [samir, mei].map((line) => ({ line, since, mayBeHeard: true, mayBeSeen: false }));
    const told = () => leaders(play, ruth, { ...NO_MEDIA, unenforced }).unenforced;
    const of = (line: LineId) => play.session.seats.find((one) => one.line === line)!.seat;
    const both = [of(samir), of(mei)].map((seat) => ({ seat, since, mayBeHeard: true, mayBeSeen: false }));
    expect(told()).toEqual(both);
    play.lead({ type: 'remove', seat: of(samir) });
    expect(told()).toEqual(both);
    const york = play.askTogether('open', 'York', ['Claire', 'Kofi']);
    const line = york.ok ? york.result.line! : expect.fail(york.refusal);
    play.lead({ type: 'admit', line, answer: 'letIn' });
    const [first, second] = seatsOn(play.session, line).map(({ seat }) => seat);
    play.lead({ type: 'remove', seat: first! });
    const media = { ...NO_MEDIA, unenforced: [{ ...unenforced[0]!, line }] };
    expect(leaders(play, ruth, media).unenforced.map(({ seat }) => seat)).toEqual([second]);
  });

  it('[EN5] names whose program sent something under another name, as long as they have a place', () => {
    const { play, ruth, samir, mei } = fullCircle();
    const media = { ...NO_MEDIA, disguised: [samir, mei] };
    expect(leaders(play, ruth, media).disguised).toEqual([play.seat(samir), play.seat(mei)]);
    play.says(samir, { type: 'leave' });
    expect(leaders(play, ruth, media).disguised).toEqual([play.seat(mei)]);
  });

  it('[HP1] has the calls for help in the order in which they came', () => {
    const { play, ruth, samir, mei, lars } = fullCircle();
    for (const line of [mei, lars, samir]) {
      play.says(line, { type: 'askHelp' });
      play.wait(3 * SECOND);
    }
    play.lead({ type: 'seeHelp', seat: play.seat(lars) });
    expect(leaders(play, ruth).helps.map(({ seat, seen }) => [seat, seen])).toEqual([
      [play.seat(mei), false],
      [play.seat(lars), true],
      [play.seat(samir), false],
    ]);
    expect(play.lead({ type: 'seeHelp', seat: play.seat(lars) })).toMatchObject({ refusal: 'nothing-to-do' });
  });

  it('[LE1] says who is away and since when, and nobody who has left', () => {
    const { play, ruth, samir, mei } = fullCircle();
    expect(leaders(play, ruth).away).toEqual([]);
    play.wait(MINUTE).disconnect(mei);
    const since = play.now;
    play.says(samir, { type: 'leave' });
    play.wait(MINUTE);
    expect(leaders(play, ruth).away).toEqual([{ seat: play.seat(mei), since }]);
  });

  it('[CM32] says who moved, and nothing before the first move', () => {
    const { play, ruth, tomas } = fullCircle();
    expect([leaders(play, ruth).moved, leaders(play, ruth).undo]).toEqual([null, null]);
    expect(play.says(tomas, { type: 'next', turn: play.session.course.turn }).ok).toBe(true);
    const by = play.seat(tomas);
    expect(leaders(play, ruth)).toMatchObject({
      ...{ moved: { by, at: play.now }, undo: { by, until: play.now + 10 * SECOND } },
      rests: true,
    });
    play.wait(10 * SECOND);
    expect(leaders(play, ruth)).toMatchObject({ moved: { by }, undo: null, rests: false });
  });

  it('[DR10] tells of each link whether it is unused, taken back or somebody’s', () => {
    const { play, ruth } = fullCircle();
    const of = (name: string) =>
      leaders(play, ruth).invitations.find(({ invitation }) => invitation === `inv-${name}`);
    const personal = { kind: 'personal', role: 'supervisor', name: 'lena' };
    expect(of('lena')).toMatchObject({ ...personal, state: 'fresh', seat: null });
    const lena = play.enter('lena', 'Lena');
    expect(of('lena')).toMatchObject({ ...personal, state: 'used', seat: play.seat(lena) });
    expect(of('open')).toMatchObject({ kind: 'open', state: 'used', seat: null });
    play.lead({ type: 'revokeInvitation', invitation: 'inv-lena' as InvitationId });
    expect(of('lena')).toMatchObject({ state: 'revoked', seat: play.seat(lena) });
  });

  it('[PR1] shows the presenter’s signal only while they sit back', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('discussion').says(claire, { type: 'askToComeIn' });
    const since = play.now;
    expect(leaders(play, ruth).ask).toEqual({ seat: play.seat(claire), since, seen: false });
    play.wait(SECOND).lead({ type: 'seeAsk' });
    expect(leaders(play, ruth).ask).toEqual({ seat: play.seat(claire), since, seen: true });
    play.to('return');
    expect(leaders(play, ruth).ask).toBeNull();
  });

  it('[SI3] keeps who was asked for while that page goes on at another browser', () => {
    const play = new Play('case45', true, ['mei']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    const mei = play.enter('mei', 'Mei');
    play.connect(mei);
    play.says(mei, { type: 'askBeside', name: 'Ola', profession: 'GP', site: 'Hull' });
    play.says(ruth, { type: 'closeDoor' });
    const other = play.enter('mei', 'Mei');
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
    play.connect(other);
    const [asked] = leaders(play, ruth).beside;
    expect(asked).toMatchObject({
      line: other,
      name: 'Ola',
      profession: 'GP',
      site: 'Hull',
      notLeader: false,
    });
    expect(play.room(other).you.beside).toEqual([{ id: asked!.ask, name: 'Ola' }]);
    expect(play.lead({ type: 'answerBeside', ask: asked!.ask, letIn: true }).ok).toBe(true);
    expect(seatsOn(play.session, other).map(({ name, site }) => [name, site])).toEqual([
      ['Mei', 'Hull'],
      ['Ola', 'Hull'],
    ]);
  });
});
