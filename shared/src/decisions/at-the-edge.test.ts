import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import { besides } from '../session/envelopes.ts';
import { PLACES } from '../session/rings.ts';
import { seatsOn } from '../session/roster.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { HOUR, later, MINUTE, SECOND, type InvitationId, type LineId } from '../vocabulary.ts';

const course = protocolOf('case45', true);
const at = (play: Play, kind: string) => play.session.protocol.steps.find((one) => one.kind === kind)!.id;

const withYork = () => {
  const all = fullCircle({ ...course, outerRing: true });
  const answer = all.play.askTogether('open', 'York', ['Ola', 'Ben']);
  const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  all.play.lead({ type: 'admit', line: york, answer: 'letIn' });
  all.play.connect(york);
  const [ola, ben] = seatsOn(all.play.session, york).map(({ seat }) => seat);
  return { ...all, york, ola: ola!, ben: ben! };
};

describe('the evening’s end', () => {
  it('[TM5] is moved from where it is, or from now, and never before now', () => {
    const { play, ruth } = fullCircle();
    const until = () => play.room(ruth).session.until! - play.now;
    const before = until();
    expect(play.lead({ type: 'moveEnd', minutes: -5 }).ok).toBe(true);
    expect(until()).toBe(before - 5 * MINUTE);
    play.wait(until() - 2 * MINUTE).lead({ type: 'moveEnd', minutes: -5 });
    expect(until()).toBe(0);
    expect(play.lead({ type: 'moveEnd', minutes: -5 })).toEqual({ ok: false, refusal: 'nothing-to-do' });
    play.wait(10 * MINUTE);
    expect(play.lead({ type: 'moveEnd', minutes: -5 })).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(play.lead({ type: 'moveEnd', minutes: 5 }).ok).toBe(true);
    expect(until()).toBe(5 * MINUTE);
  });

  it('[TM5] is known before it begins by its date alone, and no more once that has passed', () => {
    const minutes = course.steps.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
    const play = new Play('case45', true, [], HOUR);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    const until = () => play.room(ruth).session.until;
    const planned = later(play.now, HOUR + minutes * MINUTE);
    expect(until()).toBe(planned);
    play.wait(HOUR + minutes * MINUTE - 1);
    expect(until()).toBe(planned);
    play.wait(1);
    expect(until()).toBeNull();
    play.begin();
    expect(play.session.evening?.endsAt).toBe(later(planned, minutes * MINUTE));
  });

  it('[LV5, TM6] announced, and then nobody there until long after it: all is over, and nobody stays', () => {
    const { play } = fullCircle();
    play.lead({ type: 'endSession', stay: true });
    for (const { line } of play.session.seats) play.disconnect(line);
    play.wait(3 * HOUR).tick();
    expect(play.session).toMatchObject({ status: 'ended', leaving: null });
  });
});

describe('a step that leaders have changed', () => {
  it('[CM40, TM1] has its whole time when one goes back to it, whatever it had left before', () => {
    const { play, ruth } = fullCircle();
    const turn = () => play.session.course.turn;
    play
      .to('discussion')
      .wait(20 * MINUTE)
      .lead({ type: 'back', turn: turn() });
    const { madeFrom: _, steps, ...evening } = play.session.protocol;
    const ahead = steps.slice(steps.findIndex(({ kind }) => kind === 'discussion')).map(({ id }) => id);
    const edit = { type: 'editCourse', edition: 0, ahead, evening: { ...evening, debrief: false } } as const;
    expect(play.lead({ ...edit, turn: turn() }).ok).toBe(true);
    play.to('return').rested().lead({ type: 'back', turn: turn() });
    const { kind, clock } = play.room(ruth).course;
    expect([kind, clock?.endsAt]).toEqual(['discussion', later(play.now, 25 * MINUTE)]);
  });
});

describe('at a camera of several', () => {
  it('[OR1] nobody is asked out where one of them has to stay in, and else all of them are', () => {
    const { play, ola, ben } = withYork();
    const rings = () => [ola, ben].map((seat) => play.session.rings[seat]);
    play.to('call').lead({ type: 'choosePresenter', seat: ola });
    const out = { type: 'askOut', seat: ben } as const;
    expect(play.lead(out)).toEqual({ ok: false, refusal: 'not-a-leaders-place' });
    play.lead({ type: 'choosePresenter', seat: play.session.seats[4]!.seat });
    expect([play.lead(out).ok, rings()]).toEqual([true, ['outer', 'outer']]);
    expect(play.lead(out)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect([play.lead({ type: 'askIn', seat: ola }).ok, rings()]).not.toContain('outer');
  });

  it('[FL11] the word that one of them may open their microphone stands on the page of all', () => {
    const { play, york, mei, ola, ben } = withYork();
    play.to('discussion');
    for (const seat of [ben, ola]) {
      expect(play.lead({ type: 'askToOpen', seat }).ok).toBe(true);
      expect([play.room(york).you.askedToOpen, play.room(mei).you.askedToOpen]).toEqual([play.now, null]);
      play.wait(SECOND);
    }
  });
});

describe('a link that is given anew', () => {
  /** A circle whose inner ring is full, with a personal and a leader’s link that were taken back unused. */
  const full = () => {
    const { play } = fullCircle();
    const more = (name: string, kind: 'personal' | 'leader', role: 'member' | 'coLeader') => {
      const invitation = `inv-${name}` as InvitationId;
      const added = play.lead({ type: 'addInvitation', invitation, hash: `hash-${name}`, kind, role, name });
      const revoked = play.lead({ type: 'revokeInvitation', invitation });
      expect([name, added.ok, revoked.ok]).toEqual([name, true, true]);
    };
    more('mei2', 'personal', 'member');
    more('lead2', 'leader', 'coLeader');
    for (let n = 5; n < PLACES.inner; n += 1) {
      const line = play.enter('open', `Member ${'abcdefghijkl'[n] ?? ''}`);
      expect(play.lead({ type: 'admit', line, answer: 'letIn' }).ok).toBe(true);
    }
    return play;
  };

  it('[DR10, DR14] is refused to a leader for whom there is no place, and to nobody else', () => {
    const play = full();
    const renew = (name: string) =>
      play.lead({
        ...{ type: 'renewInvitation', invitation: `inv-${name}` as InvitationId, hash: `again-${name}` },
      });
    expect(renew('lead2')).toEqual({ ok: false, refusal: 'too-many' });
    expect(renew('mei2').ok).toBe(true);
    expect(renew('tomas').ok).toBe(true);
    play.lead({ type: 'remove', seat: play.session.seats.at(-1)!.seat });
    expect(renew('lead2').ok).toBe(true);
  });
});

describe('the voice of a step', () => {
  it('[FL3] that hangs on the floor is closed already, and one that is open is not opened again', () => {
    const { play } = fullCircle();
    const said = (voice: 'open' | 'none', part: 'member' | 'outer' = 'member') => {
      const answer = play.lead({ type: 'openVoice', part, voice });
      return answer.ok ? 'ok' : answer.refusal;
    };
    play.to('presentation');
    expect([said('none'), said('open'), said('open'), said('none')]).toEqual([
      ...['nothing-to-do', 'ok', 'nothing-to-do', 'ok'],
    ]);
    play.to('discussion');
    expect([said('open'), said('none'), said('none')]).toEqual(['nothing-to-do', 'ok', 'nothing-to-do']);
    expect([said('none', 'outer'), said('open', 'outer')]).toEqual(['nothing-to-do', 'ok']);
  });
});

describe('what follows for the media server', () => {
  it('[EF4] from a page that takes its place over, a move, a removal, and nothing from a hand', () => {
    const { play, mei, samir } = fullCircle();
    const identity = (line: LineId) => play.session.lines[line]?.identity;
    const effects = (answer: ReturnType<Play['do']>) =>
      answer.ok ? answer.effects : expect.fail(answer.refusal);
    const old = identity(mei);
    expect(effects(play.connect(mei, 'another page', true))).toEqual({ rights: true, evict: [old] });
    const turn = play.session.course.turn;
    const moved = play.lead({ type: 'goTo', step: at(play, 'presentation'), turn });
    expect(effects(moved)).toEqual({ rights: true, evict: [] });
    expect(effects(play.says(samir, { type: 'raiseHand' }))).toEqual({ rights: false, evict: [] });
    const out = identity(samir);
    const removed = play.lead({ type: 'remove', seat: play.seat(samir) });
    expect(effects(removed)).toEqual({ rights: false, evict: [out] });
  });
});

describe('an envelope', () => {
  it('[SK6] goes to whoever sits in the space of its sender, and to nobody who has left or waits', () => {
    const { play, ruth, mei, samir, york, ola, ben } = withYork();
    const waits = play.enter('open', 'Eve');
    play.says(samir, { type: 'leave' });
    const all = [ruth, mei, samir, york, waits, 'nobody' as LineId];
    expect(besides(play.session, mei, all)).toEqual([ruth, york]);
    expect(besides(play.session, samir, all)).toEqual([]);
    play.says(york, { type: 'leave', as: ola });
    expect(besides(play.session, mei, all)).toEqual([ruth, york]);
    play.says(york, { type: 'leave', as: ben });
    expect(besides(play.session, mei, all)).toEqual([ruth]);
    play.lead({ type: 'endSession', stay: true });
    play.wait(MINUTE).tick();
    expect(besides(play.session, mei, all)).toEqual([]);
  });
});
