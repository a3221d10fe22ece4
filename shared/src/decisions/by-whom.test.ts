import { describe, expect, it } from 'vitest';
import { circle } from '../testing/answers.ts';
import { fullCircle, Play } from '../testing/play.ts';
import type { AskId, LineId, MediaIdentity, SeatId } from '../vocabulary.ts';
import type { Actor, Command } from './command.ts';

describe('who a command comes from', () => {
  const { play, mei } = fullCircle();
  const line: Actor = { kind: 'line', line: mei };
  const door: Actor = { kind: 'door' };
  const server: Actor = { kind: 'server' };
  const identity = 'identity' as MediaIdentity;
  const { id, group, protocol, invitations } = play.session;
  const person = { name: 'Ola', profession: '', rulesAccepted: true, takeOver: false };

  it.each<readonly [Command, readonly Actor[]]>([
    [{ type: 'open', id, group, protocol, invitations }, [line, server]],
    [{ type: 'enter', hash: 'hash-open', ...person }, [line, server]],
    [{ type: 'connect', line: mei, page: 'another', sit: true }, [line, door]],
    [{ type: 'disconnect', line: mei, identity, seen: play.now }, [line, door]],
    [{ type: 'restart' }, [line, door]],
    [{ type: 'tick' }, [line, door]],
    [{ type: 'leave' }, [door, server]],
    [{ type: 'hold' }, [door, server]],
  ])('[EF1] $type is taken from nobody else', (command, others) => {
    const before = play.session;
    for (const by of others)
      expect([by.kind, play.do(command, by)]).toEqual([by.kind, { ok: false, refusal: 'not-allowed' }]);
    // Not even a new session is opened by a line.
    if (command.type === 'open') expect(new Play().do(command, line)).toMatchObject({ ok: false });
    expect(play.session).toBe(before);
  });

  it('[EF1] a line that nobody knows, and one that has only been at the door, are nobody’s', () => {
    const { play } = fullCircle();
    const ghost = 'nobody' as LineId;
    expect(play.view(ghost)).toBeNull();
    expect(play.says(ghost, { type: 'leave' })).toMatchObject({ refusal: 'not-in-room' });
    expect(play.says(ghost, { type: 'goAway' })).toMatchObject({ refusal: 'not-in-room' });
    expect(play.connect(ghost)).toMatchObject({ refusal: 'not-in-room' });
    const waits = play.enter('open', 'Ola');
    expect(play.says(waits, { type: 'raiseHand' })).toMatchObject({ refusal: 'not-in-room' });
    play.says(waits, { type: 'goAway' });
    expect(play.says(waits, { type: 'goAway' })).toMatchObject({ refusal: 'not-in-room' });
    expect(play.connect(waits)).toMatchObject({ refusal: 'left' });
  });
});

describe('a person who is not there', () => {
  type Gone = 'nobody' | 'removed' | 'left';
  const asking = (gone: Gone) => {
    const all = fullCircle();
    const { play, samir } = all;
    play.to('presentation');
    const seat = gone === 'nobody' ? ('nobody' as SeatId) : play.seat(samir);
    if (gone === 'removed') play.lead({ type: 'remove', seat });
    if (gone === 'left') play.says(samir, { type: 'leave' });
    return { ...all, seat };
  };

  it.each([
    ['giveFloor', 'FL1'],
    ['closeLine', 'FL10'],
    ['askToOpen', 'FL11'],
    ['nameBackup', 'LD5'],
    ['handOn', 'LD7'],
    ['askOut', 'OR1'],
    ['askIn', 'OR1'],
  ] as const)('is given nothing by %s [%s]', (type, _rule) => {
    for (const gone of ['nobody', 'removed', 'left'] as const) {
      const { play, seat } = asking(gone);
      expect([gone, play.lead({ type, seat })]).toEqual([gone, { ok: false, refusal: 'no-such-seat' }]);
    }
  });

  it.each([
    ['takeFloor', 'nothing-to-do'],
    ['freeLine', 'nothing-to-do'],
    ['remove', 'ok'],
  ] as const)('[FL1, FL10, DR11] has a place as long as it is kept: %s', (type, left) => {
    for (const gone of ['nobody', 'removed', 'left'] as const) {
      const { play, seat } = asking(gone);
      const answer = play.lead({ type, seat });
      expect([gone, answer.ok ? 'ok' : answer.refusal]).toEqual([
        gone,
        gone === 'left' ? left : 'no-such-seat',
      ]);
    }
  });

  it('[PR24, CM2] is not chosen to present', () => {
    for (const gone of ['nobody', 'removed', 'left'] as const) {
      const { play, samir } = fullCircle('case45', true, false);
      const seat = gone === 'nobody' ? ('nobody' as SeatId) : play.seat(samir);
      if (gone === 'removed') play.lead({ type: 'remove', seat });
      if (gone === 'left') play.says(samir, { type: 'leave' });
      const answer = play.lead({ type: 'choosePresenter', seat });
      expect([gone, answer]).toEqual([gone, { ok: false, refusal: 'no-such-seat' }]);
    }
  });

  it('[SI3] is taken back only by the page that asked for them', () => {
    const { play, mei, samir } = fullCircle();
    play.says(mei, { type: 'askBeside', name: 'Ola', profession: '', site: 'Hull' });
    const { ask } = play.session.beside[0]!;
    const no = { refusal: 'no-such-person' };
    expect(play.says(samir, { type: 'withdrawBeside', ask })).toMatchObject(no);
    expect(play.says(mei, { type: 'withdrawBeside', ask: 'another' as AskId })).toMatchObject(no);
    expect(play.says(mei, { type: 'withdrawBeside', ask }).ok).toBe(true);
    expect(play.session.beside).toEqual([]);
  });
});

describe('who stays in the inner ring', () => {
  it('[OR1] a leader who has stepped down, and whoever leads on or in their place', () => {
    const { play, answer, seat } = circle();
    const out = (who: Parameters<typeof seat>[0], by: typeof who = 'ruth') =>
      answer(by, { type: 'askOut', seat: seat(who) });
    // Only a course with an outer ring for members asks anybody out.
    const session = play.session;
    play.session = { ...session, protocol: { ...session.protocol, outerRing: true } };
    answer('tomas', { type: 'stepDown' });
    expect([out('tomas'), out('ruth')]).toEqual(['not-a-leaders-place', 'not-a-leaders-place']);
    answer('ruth', { type: 'handOn', seat: seat('samir') });
    expect(out('samir')).toBe('not-a-leaders-place');
    answer('samir', { type: 'takeLead' });
    expect([out('samir', 'samir'), out('ruth', 'samir')]).toEqual([
      'not-a-leaders-place',
      'not-a-leaders-place',
    ]);
    answer('samir', { type: 'nameBackup', seat: seat('mei') });
    expect(out('mei', 'samir')).toBe('not-a-leaders-place');
    answer('samir', { type: 'nameBackup', seat: null });
    expect(out('mei', 'samir')).toBe('ok');
    expect([out('mei', 'samir'), out('claire', 'samir')]).toEqual(['nothing-to-do', 'not-a-leaders-place']);
  });
});
