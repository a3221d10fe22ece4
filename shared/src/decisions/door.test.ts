import { describe, expect, it } from 'vitest';
import { fullCircle, Play } from '../testing/play.ts';
import { tellApart } from '../session/lookalikes.ts';
import { cleanName } from '../session/names.ts';
import { protocolOf } from '../protocol/presets.ts';
import { emptySession } from '../session/session.ts';
import { SECOND, type Instant, type InvitationId, type SessionId } from '../vocabulary.ts';
import type { DoorCommand } from './command.ts';
import { decide } from './decide.ts';

describe('the door', () => {
  it('[DR1] the open link always waits and is let in by name', () => {
    const { play, ruth } = fullCircle();
    const line = play.enter('open', 'Anneke');
    expect(play.view(line)).toMatchObject({ kind: 'door', reason: 'by-name' });
    expect(play.room(ruth).leader?.waiting.flatMap(({ people }) => people.map(({ name }) => name))).toEqual([
      'Anneke',
    ]);
    play.lead({ type: 'admit', line, answer: 'letIn' });
    expect(play.view(line)?.kind).toBe('room');
  });

  it('[DR2] a personal link comes in through an open door and waits at a closed one', () => {
    const play = new Play('case45', true, ['anna', 'bert']);
    play.connect(play.enter('ruth', 'Ruth'));
    expect(play.view(play.enter('anna', 'Anna'))?.kind).toBe('room');
    play.lead({ type: 'closeDoor' });
    expect(play.view(play.enter('bert', 'Bert'))).toMatchObject({ kind: 'door', reason: 'door-closed' });
  });

  it('[DR2] who comes with a personal link before the first leader comes in with them', () => {
    const play = new Play('case45', true, ['anna']);
    const anna = play.enter('anna', 'Anna');
    const open = play.enter('open', 'Bert');
    expect(play.view(anna)).toMatchObject({ kind: 'door', reason: 'no-leader-yet' });
    play.enter('ruth', 'Ruth');
    expect(play.view(anna)?.kind).toBe('room');
    expect(play.view(open)?.kind).toBe('door');
  });

  it('[DR2] while nobody leads, a personal link waits at an open door too', () => {
    const play = new Play('case45', true, ['anna', 'bert']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    play.disconnect(ruth);
    expect(play.view(play.enter('anna', 'Anna'))?.kind).toBe('room');
    play.wait(30 * SECOND);
    const bert = play.enter('bert', 'Bert');
    expect(play.view(bert)).toMatchObject({ kind: 'door', reason: 'no-leader-yet' });
    play.connect(ruth);
    expect(play.view(bert)?.kind).toBe('room');
  });

  it('[DR10] a session opens only with a leader’s link, and with links that are of one kind each', () => {
    const link = { invitation: 'inv-a' as InvitationId, hash: 'hash-a', name: null } as const;
    const leader = { ...link, kind: 'leader', role: 'leader' } as const;
    const open = (...invitations: Extract<DoorCommand, { type: 'open' }>['invitations'][number][]) =>
      decide(
        emptySession,
        {
          type: 'open',
          id: 'session' as SessionId,
          group: '',
          protocol: protocolOf('case45', true),
          invitations,
        },
        { by: { kind: 'door' }, now: 0 as Instant, fresh: () => 'id' },
      );
    const member = { ...link, invitation: 'inv-b' as InvitationId, hash: 'hash-b', kind: 'open' } as const;
    expect(open(leader, { ...member, role: 'member' }).ok).toBe(true);
    const no = { ok: false, refusal: 'not-allowed' };
    expect(open({ ...member, role: 'member' })).toEqual(no);
    expect(open(leader, { ...member, role: 'leader' })).toEqual(no);
    expect(open(leader, { ...member, role: 'member', hash: leader.hash })).toEqual(no);
    expect(open(leader, { ...member, role: 'member', invitation: leader.invitation })).toEqual(no);
  });

  it.each(['presentation', 'questions', 'discussion'] as const)(
    '[DR3] the door closes itself when a case is entered at its %s, and once leaders opened it, it stays open',
    (first) => {
      const { play } = fullCircle();
      play.to('call');
      expect(play.session.door).toBe('open');
      play.to(first);
      expect(play.session.door).toBe('closed');
      play.lead({ type: 'openDoor' });
      for (const kind of ['presentation', 'questions', 'pushBack', 'closing', 'presentation'] as const)
        expect(play.to(kind).session.door).toBe('open');
    },
  );

  it('[DR4] "at the next phase" lets in with the next move, "not today" for good', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    play.lead({ type: 'closeDoor' });
    const bert = play.enter('open', 'Bert');
    play.lead({ type: 'admit', line: bert, answer: 'nextPhase' });
    expect(play.view(bert)).toMatchObject({ reason: 'next-phase' });
    play.to('call');
    expect(play.view(bert)?.kind).toBe('room');
    const anna = play.enter('anna', 'Anna');
    play.lead({ type: 'admit', line: anna, answer: 'notToday' });
    expect(play.view(anna)).toMatchObject({ kind: 'over', reason: 'not-today' });
    expect(play.ask('anna', 'Anna')).toEqual({ ok: false, refusal: 'not-today' });
  });

  it('[DR4] "not today" to a second browser does not shut the link of who has the seat', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    const anna = play.enter('anna', 'Anna');
    play.connect(anna);
    const other = play.enter('anna', 'Anna');
    play.lead({ type: 'admit', line: other, answer: 'notToday' });
    expect(play.view(other)).toMatchObject({ kind: 'over', reason: 'not-today' });
    expect(play.view(anna)?.kind).toBe('room');
    expect(play.view(play.enter('anna', 'Anna'))).toMatchObject({ reason: 'other-browser' });
  });

  it('[DR4] renewing a personal link takes "not today" back', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    play.lead({ type: 'closeDoor' });
    play.lead({ type: 'admit', line: play.enter('anna', 'Anna'), answer: 'notToday' });
    expect(play.ask('anna', 'Anna')).toMatchObject({ refusal: 'not-today' });
    const { invitation } = play.session.invitations.find((one) => one.hash === 'hash-anna')!;
    play.lead({ type: 'renewInvitation', invitation, hash: 'hash-new' });
    expect(play.ask('anna', 'Anna')).toMatchObject({ refusal: 'unknown-link' });
    expect(play.view(play.enter('new', 'Anna'))).toMatchObject({ kind: 'door' });
  });

  it('[DR4] somebody of the open link who got "not today" waits again when they ask again', () => {
    const { play } = fullCircle();
    play.lead({ type: 'admit', line: play.enter('open', 'Bert'), answer: 'notToday' });
    expect(play.view(play.enter('open', 'Bert'))).toMatchObject({ kind: 'door', reason: 'by-name' });
  });

  it('[DR5] another browser takes a leader’s place after one question, all are told, at most once in 10 s', () => {
    const { play, ruth, samir } = fullCircle();
    expect(play.ask('ruth', 'Ruth')).toEqual({ ok: false, refusal: 'place-taken' });
    const other = play.enter('ruth', 'Ruth', true);
    expect(play.view(ruth)).toMatchObject({ kind: 'over', reason: 'moved' });
    expect(play.room(samir).notices).toMatchObject([{ type: 'tookOver', seat: play.seat(other) }]);
    expect(play.ask('ruth', 'Ruth', true)).toEqual({ ok: false, refusal: 'too-soon' });
    expect(play.wait(10 * SECOND).ask('ruth', 'Ruth', true).ok).toBe(true);
  });

  it('[DR5] another browser with a member’s link waits, and takes the seat when let in', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    const first = play.enter('anna', 'Anna');
    const seat = play.seat(first);
    const second = play.enter('anna', 'Anna');
    expect(play.view(second)).toMatchObject({ kind: 'door', reason: 'other-browser' });
    play.lead({ type: 'admit', line: second, answer: 'letIn' });
    expect(play.seat(second)).toBe(seat);
    expect(play.view(first)).toMatchObject({ reason: 'moved' });
  });

  it('[DR5] another browser waits for a place that was left, too', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    const first = play.enter('anna', 'Anna');
    play.connect(first);
    const seat = play.seat(first);
    play.says(first, { type: 'leave' });
    const second = play.enter('anna', 'Anna');
    expect(play.view(second)).toMatchObject({ kind: 'door', reason: 'other-browser' });
    expect(play.lead({ type: 'admit', line: second, answer: 'letIn' }).ok).toBe(true);
    expect(play.seat(second)).toBe(seat);
  });

  it('[DR7] a second window asks once, the newer holds the place, at most one take-over in 10 s', () => {
    const { play, samir } = fullCircle();
    expect(play.connect(samir, 'second')).toMatchObject({ refusal: 'elsewhere' });
    const before = play.session.lines[samir]?.identity;
    expect(play.connect(samir, 'second', true).ok).toBe(true);
    expect(play.session.lines[samir]?.identity).not.toBe(before);
    expect(play.connect(samir, 'third', true)).toMatchObject({ refusal: 'too-soon' });
  });

  it('[DR7] the same page keeps its identity when its socket comes back', () => {
    const { play, samir } = fullCircle();
    const before = play.session.lines[samir]?.identity;
    play.disconnect(samir);
    play.connect(samir);
    expect(play.session.lines[samir]?.identity).toBe(before);
  });

  it('[DR8] somebody removed never comes back, with the line or the link', () => {
    const play = new Play('case45', true, ['anna']);
    play.connect(play.enter('ruth', 'Ruth'));
    const anna = play.enter('anna', 'Anna');
    play.connect(anna);
    play.lead({ type: 'remove', seat: play.seat(anna) });
    expect(play.view(anna)).toMatchObject({ kind: 'over', reason: 'removed' });
    expect(play.connect(anna)).toMatchObject({ refusal: 'removed' });
    expect(play.ask('anna', 'Anna')).toMatchObject({ refusal: 'removed' });
  });

  it('[DR8] somebody removed who comes by the open link waits again, by name', () => {
    const { play, samir } = fullCircle();
    play.lead({ type: 'remove', seat: play.seat(samir) });
    expect(play.connect(samir)).toMatchObject({ refusal: 'removed' });
    expect(play.view(play.enter('open', 'Samir'))).toMatchObject({ kind: 'door', reason: 'by-name' });
  });

  it('[DR11] leaving keeps the place, and the same browser comes back to it', () => {
    const { play, samir, mei } = fullCircle();
    play.says(samir, { type: 'leave' });
    expect(play.view(samir)).toMatchObject({ kind: 'over', reason: 'left' });
    expect(play.room(mei).places.find((one) => one.line === samir)?.presence).toBe('left');
    play.connect(samir, 'new page');
    expect(play.room(samir).places.find((one) => one.line === samir)?.presence).toBe('here');
  });

  it('[DR12] names carry no control or bidirectional marks, and equal names are told apart', () => {
    expect(cleanName(' Dr\u202e X\u0000\u200b  (Leader)\n')).toBe('Dr X (Leader)');
    expect(tellApart('Anna', ['ANNA', 'Anna (2)'])).toBe('Anna (3)');
  });

  it('[DR13] nobody comes in without accepting the ground rules', () => {
    const play = new Play();
    const command = {
      type: 'enter',
      hash: 'hash-ruth',
      name: 'Ruth',
      profession: '',
      takeOver: false,
    } as const;
    expect(play.do({ ...command, rulesAccepted: false }, { kind: 'door' })).toMatchObject({
      refusal: 'rules-not-accepted',
    });
    expect(play.do({ ...command, name: '', rulesAccepted: true }, { kind: 'door' })).toMatchObject({
      refusal: 'no-name',
    });
  });
});
