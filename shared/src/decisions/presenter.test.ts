import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { NO_MEDIA } from '../media-report.ts';
import { SECOND, type LineId } from '../vocabulary.ts';

describe('the presenter and the leaders', () => {
  it('[PR1] "I need to come in" is private to the leaders', () => {
    const { play, ruth, tomas, claire, samir } = fullCircle();
    play.to('discussion');
    expect(play.says(claire, { type: 'askToComeIn' }).ok).toBe(true);
    expect(play.room(ruth).leader?.ask?.seen).toBe(false);
    expect(play.room(tomas).leader?.ask?.seat).toBe(play.seat(claire));
    expect(JSON.stringify(play.room(samir))).not.toMatch(/"ask":\{/);
    play.says(tomas, { type: 'seeAsk' });
    expect(play.room(claire).you.seats[0].comeIn).toBe('seen');
    play.says(claire, { type: 'withdrawAsk' });
    expect(play.room(claire).you.seats[0].comeIn).toBe('none');
  });

  it('[PR1] the signal stays while leaders go from push-back to discussion and back, and ends with the return', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('pushBack').says(claire, { type: 'askToComeIn' });
    play.says(ruth, { type: 'seeAsk' });
    const asked = play.room(ruth).leader?.ask;
    expect(asked).toMatchObject({ seat: play.seat(claire), seen: true });
    for (const kind of ['discussion', 'pushBack', 'discussion'] as const) {
      expect(play.to(kind).room(ruth).leader?.ask).toEqual(asked);
      expect(play.room(claire).you.seats[0].comeIn).toBe('seen');
    }
    play.to('return').to('discussion');
    expect(play.room(claire).you.seats[0].comeIn).toBe('none');
  });

  it('[PR2] one press of a leader brings the presenter back to this case’s return', () => {
    const { play, claire } = fullCircle();
    play.to('discussion');
    play.lead({ type: 'bringBack', turn: play.session.course.turn });
    expect(play.room(claire).course.kind).toBe('return');
    expect(play.room(claire).you.may.microphone).toBe(true);
  });

  it('[PR6] from closing on the presenter is an ordinary member', () => {
    const { play, claire } = fullCircle();
    play.to('closing');
    expect(play.room(claire).presenter).toBeNull();
    expect(play.room(claire).you.may.microphone).toBe(true);
  });

  it('[PR4] nobody can open the voice of a presenter sitting back', () => {
    const { play, claire } = fullCircle();
    play.to('discussion');
    expect(play.lead({ type: 'openVoice', part: 'member', voice: 'open' }).ok).toBe(false);
    expect(play.lead({ type: 'giveFloor', seat: play.seat(claire) }).ok).toBe(false);
    expect(play.room(claire).you.may.microphone).toBe(false);
  });

  it('[LD1] leader and co-leader have the same rights, and a leader cannot remove a leader', () => {
    const { play, ruth, tomas } = fullCircle();
    expect(play.room(tomas).you.seats[0].can).toEqual(play.room(ruth).you.seats[0].can);
    expect(play.says(tomas, { type: 'remove', seat: play.seat(ruth) })).toMatchObject({
      refusal: 'not-a-leaders-place',
    });
  });

  it('[LD2] the named backup leads on after 30 s without a leader, and a leader who comes back leads at once', () => {
    const { play, ruth, tomas, mei } = fullCircle();
    play.backUp(mei);
    play.to('discussion');
    [ruth, tomas].forEach((line) => play.disconnect(line));
    expect(play.wait(29 * SECOND).room(mei).you.seats[0].leads).toBe(false);
    expect(play.wait(SECOND).room(mei).you.seats[0].leads).toBe(true);
    expect(play.says(mei, { type: 'hold' }).ok).toBe(true);
    play.connect(tomas);
    expect(play.room(mei).you.seats[0].leads).toBe(false);
  });

  it('[LD2] the 30 s count from the last sign of life, never from before the line came or after now', () => {
    const { play, ruth, tomas, claire, mei } = fullCircle();
    play.backUp(mei);
    play.wait(60 * SECOND).disconnect(ruth);
    play.wait(10 * SECOND).disconnect(tomas, 12 * SECOND);
    const since = play.session.lines[tomas]?.since;
    expect(since).toBe(play.now - 12 * SECOND);
    expect(play.wait(17 * SECOND).room(mei).you.seats[0].leads).toBe(false);
    expect(play.wait(3 * SECOND).room(mei).you.seats[0].leads).toBe(true);
    const came = play.session.lines[claire]?.since;
    play.disconnect(claire, 3_600 * SECOND);
    expect(play.session.lines[claire]?.since).toBe(came);
    play.connect(claire);
    play.disconnect(claire, -60 * SECOND);
    expect(play.session.lines[claire]?.since).toBe(play.now);
  });

  it('[LD2] nobody unnamed, and no presenter of the running case, is ever promoted', () => {
    const { play, ruth, tomas, claire, samir } = fullCircle();
    play.backUp(claire);
    play.to('discussion');
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.wait(60 * SECOND);
    expect(play.room(claire).you.seats[0].leads).toBe(false);
    expect(play.room(samir).you.seats[0].leads).toBe(false);
  });

  it('[LD4] while nobody leads, a presenter sitting back may come in alone and a floor counts as open', () => {
    const { play, ruth, tomas, claire, samir } = fullCircle();
    play.to('presentation');
    expect(play.room(samir).you.may.microphone).toBe(false);
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.wait(30 * SECOND);
    expect(play.room(samir).you.may.microphone).toBe(true);
    play.connect(ruth);
    play.to('discussion');
    expect(play.says(claire, { type: 'comeIn' })).toMatchObject({ refusal: 'not-leader' });
    play.disconnect(ruth);
    play.wait(30 * SECOND);
    expect(play.room(claire).you.seats[0].comeIn).toBe('now');
    expect(play.says(claire, { type: 'comeIn' }).ok).toBe(true);
    expect(play.room(claire).course.kind).toBe('return');
  });

  it('[PR1] where the course leaves it to the presenter, they come in alone, and nobody else does', () => {
    const { play, claire, samir } = fullCircle('reEntry90');
    play.to('discussion');
    expect(play.room(claire).you.seats[0].comeIn).toBe('now');
    expect(play.room(claire).you.seats[0].can).toContain('comeIn');
    expect(play.says(samir, { type: 'comeIn' }).ok).toBe(false);
    expect(play.says(claire, { type: 'comeIn' }).ok).toBe(true);
    expect(play.room(claire).course.kind).toBe('return');
    expect(play.room(claire).you.may.microphone).toBe(true);
    expect(play.says(claire, { type: 'comeIn' }).ok).toBe(false);
  });

  it('[LD4] while nobody leads, what leaders opened or closed does not count, and the chair stays silent', () => {
    const { play, ruth, tomas, claire, samir, lars } = fullCircle();
    play.to('discussion').lead({ type: 'openVoice', part: 'member', voice: 'none' });
    play.lead({ type: 'openVoice', part: 'outer', voice: 'open' });
    const speak = () => [samir, lars, claire].map((line) => play.room(line).you.may.microphone);
    [ruth, tomas].forEach((line) => play.disconnect(line));
    expect(play.wait(29 * SECOND) && speak()).toEqual([false, true, false]);
    expect(play.wait(SECOND) && speak()).toEqual([true, false, false]);
    expect(play.room(samir).course.memberVoice).toBe('open');
    play.connect(ruth);
    expect(speak()).toEqual([false, true, false]);
  });

  it('[LD2] a backup who leads on cannot touch the leaders’ own links', () => {
    const { play, ruth, tomas, mei } = fullCircle();
    play.backUp(mei);
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.wait(30 * SECOND);
    const { invitation } = play.session.invitations[0]!;
    const id = 'inv-new' as typeof invitation;
    const no = { ok: false, refusal: 'not-leader' };
    expect(play.says(mei, { type: 'renewInvitation', invitation, hash: 'mine' })).toEqual(no);
    expect(play.says(mei, { type: 'revokeInvitation', invitation })).toEqual(no);
    const add = { type: 'addInvitation', invitation: id, hash: 'mine', name: null } as const;
    expect(play.says(mei, { ...add, kind: 'leader', role: 'coLeader' })).toEqual(no);
    expect(play.says(mei, { ...add, kind: 'open', role: 'member' }).ok).toBe(true);
  });

  it('[EN6] the chair is told "confirmed" only when the media server has said so', () => {
    const { play, claire } = fullCircle();
    play.to('discussion');
    const confirmed = (unconfirmed: readonly LineId[]) => {
      const view = play.view(claire, { ...NO_MEDIA, unconfirmed });
      return view?.kind === 'room' && view.you.confirmed;
    };
    expect([confirmed([claire]), confirmed([])]).toEqual([false, true]);
  });

  it('[PR6] a presenter who leaves keeps the chair, one who is removed presents no more', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('discussion');
    play.says(claire, { type: 'leave' });
    expect(play.room(ruth).presenter).toBe(play.seat(claire));
    play.lead({ type: 'remove', seat: play.seat(claire) });
    expect(play.room(ruth).presenter).toBeNull();
    expect(play.rested().lead({ type: 'next', turn: play.session.course.turn }).ok).toBe(true);
    expect(play.room(ruth).presenter).toBeNull();
  });

  it('[PR1] the signal of a presenter who leaves goes with them', () => {
    const { play, ruth, claire } = fullCircle();
    play.to('discussion');
    play.says(claire, { type: 'askToComeIn' });
    play.says(claire, { type: 'leave' });
    expect(play.room(ruth).leader?.ask).toBeNull();
  });
});
