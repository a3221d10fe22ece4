import { describe, expect, it } from 'vitest';
import { leads } from '../session/leadership.ts';
import { casePresenter } from '../session/roster.ts';
import { property } from '../testing/along.ts';
import { circle, type Presses } from '../testing/answers.ts';
import { fullCircle } from '../testing/play.ts';
import { SECOND, type LineId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

describe('a backup', () => {
  it('[LD5] counts once they agree, and only they are asked', () => {
    const { play, ruth, samir, seat, answer, you, leaderless } = circle();
    expect(answer('ruth', { type: 'nameBackup', seat: seat('mei') })).toBe('ok');
    expect([you('mei').standsIn, you('samir').standsIn]).toEqual(['asked', null]);
    expect(play.room(ruth).leader?.backup).toEqual({ seat: seat('mei'), agreed: false });
    expect(JSON.stringify(play.room(samir))).not.toContain('"agreed"');
    leaderless();
    expect([you('mei').leads, play.room(samir).session.leaderless]).toEqual([false, true]);
    expect(answer('mei', { type: 'agreeBackup' })).toBe('ok');
    expect([you('mei').leads, play.room(samir).session.leaderless]).toEqual([true, false]);
  });

  it.each<[string, Presses]>([
    [
      'agreeing twice',
      [
        ['mei', 'agreeBackup', 'ok'],
        ['mei', 'agreeBackup', 'nothing-to-do'],
      ],
    ],
    [
      'agreeing in another’s place',
      [
        ['samir', 'agreeBackup', 'nothing-to-do'],
        ['ruth', 'agreeBackup', 'nothing-to-do'],
        ['lars', 'declineBackup', 'nothing-to-do'],
      ],
    ],
    [
      'taking it back after agreeing',
      [
        ['mei', 'agreeBackup', 'ok'],
        ['mei', 'declineBackup', 'ok'],
        ['mei', 'agreeBackup', 'nothing-to-do'],
        ['mei', 'declineBackup', 'nothing-to-do'],
      ],
    ],
  ])('[LD5] %s', (_what, presses) => {
    const { seat, answer } = circle();
    answer('ruth', { type: 'nameBackup', seat: seat('mei') });
    for (const [who, type, expected] of presses)
      expect([who, type, answer(who, { type } as PersonalCommand)]).toEqual([who, type, expected]);
  });

  it('[LD5] is nobody any more where leaders name another one, and each is asked anew', () => {
    const { seat, answer, you } = circle();
    answer('ruth', { type: 'nameBackup', seat: seat('mei') });
    answer('mei', { type: 'agreeBackup' });
    expect(answer('tomas', { type: 'nameBackup', seat: seat('samir') })).toBe('ok');
    expect(answer('ruth', { type: 'nameBackup', seat: seat('samir') })).toBe('nothing-to-do');
    expect([you('mei').standsIn, you('samir').standsIn]).toEqual([null, 'asked']);
  });
});

describe('a leader who steps down', () => {
  it('[LD6] is a member at once, can present, and leads again with one press', () => {
    const { play, ruth, tomas, samir, seat, answer, you } = circle();
    expect(answer('ruth', { type: 'stepDown' })).toBe('ok');
    expect(you('ruth')).toMatchObject({ leads: false, role: 'member' });
    expect(play.room(ruth).leader).toBeNull();
    expect(play.room(samir).places.find((one) => one.seat === seat('ruth'))?.role).toBe('member');
    expect(answer('ruth', { type: 'hold' })).toBe('not-leader');
    expect(answer('tomas', { type: 'choosePresenter', seat: seat('ruth') })).toBe('ok');
    const { turn } = play.session.course;
    const discussion = play.session.protocol.steps.find(({ kind }) => kind === 'discussion')!.id;
    expect(answer('tomas', { type: 'goTo', step: discussion, turn })).toBe('ok');
    expect(play.room(ruth).you.may.microphone).toBe(false);
    expect(answer('ruth', { type: 'stepUp' })).toBe('not-a-leaders-place');
    expect(play.room(tomas).you.seats[0].can).not.toContain('stepDown');
    play.rested();
    const closing = play.session.protocol.steps.find(({ kind }) => kind === 'closing')!.id;
    expect(answer('tomas', { type: 'goTo', step: closing, turn: play.session.course.turn })).toBe('ok');
    expect(answer('ruth', { type: 'stepUp' })).toBe('ok');
    expect(you('ruth')).toMatchObject({ leads: true, role: 'leader' });
  });

  it.each<[string, Presses]>([
    [
      'twice, and up twice',
      [
        ['ruth', 'stepDown', 'ok'],
        ['ruth', 'stepDown', 'not-leader'],
        ['ruth', 'stepUp', 'ok'],
        ['ruth', 'stepUp', 'nothing-to-do'],
      ],
    ],
    [
      'both at once: one stays',
      [
        ['ruth', 'stepDown', 'ok'],
        ['tomas', 'stepDown', 'nobody-else-leads'],
      ],
    ],
    [
      'by whoever is no leader',
      [
        ['mei', 'stepDown', 'not-leader'],
        ['mei', 'stepUp', 'nothing-to-do'],
        ['lars', 'stepUp', 'nothing-to-do'],
        ['claire', 'stepUp', 'nothing-to-do'],
      ],
    ],
  ])('[LD6] %s', (_what, presses) => {
    const { answer } = circle();
    for (const [who, type, expected] of presses)
      expect([who, type, answer(who, { type } as PersonalCommand)]).toEqual([who, type, expected]);
  });

  it('[LD6] needs another one who is there, and nobody leads once that one has gone, until they step up', () => {
    const { play, tomas, mei, answer } = circle();
    play.disconnect(tomas);
    expect(answer('ruth', { type: 'stepDown' })).toBe('nobody-else-leads');
    play.connect(tomas);
    expect(answer('ruth', { type: 'stepDown' })).toBe('ok');
    play.disconnect(tomas);
    expect(play.wait(30 * SECOND).room(mei).session.leaderless).toBe(true);
    expect(answer('ruth', { type: 'stepUp' })).toBe('ok');
    expect(play.room(mei).session.leaderless).toBe(false);
  });

  it('[LD1] keeps their place: nobody removes them', () => {
    const { seat, answer } = circle();
    answer('ruth', { type: 'stepDown' });
    expect(answer('tomas', { type: 'remove', seat: seat('ruth') })).toBe('not-a-leaders-place');
  });

  it('[LD6] who leads again is not made a presenter by an undo', () => {
    const { play, seat, answer } = circle();
    const go = (kind: string) => {
      play.rested();
      const step = play.session.protocol.steps.find((one) => one.kind === kind)!.id;
      return answer('tomas', { type: 'goTo', step, turn: play.session.course.turn });
    };
    answer('ruth', { type: 'stepDown' });
    answer('tomas', { type: 'choosePresenter', seat: seat('ruth') });
    expect([go('return'), go('closing')]).toEqual(['ok', 'ok']);
    expect(answer('ruth', { type: 'stepUp' })).toBe('ok');
    expect(answer('tomas', { type: 'undo', turn: play.session.course.turn })).toBe('nothing-to-do');
  });
});

describe('who leads, in every session', { timeout: 240_000 }, () => {
  it('[LD2, LD6, LD7] nobody leads who was not named, and no presenter of the running case does', () => {
    property(({ session, now, log }) => {
      const named = new Set(
        log.flatMap((event) =>
          event.type === 'backupNamed' || event.type === 'leadershipOffered' ? [event.seat] : [],
        ),
      );
      for (const seat of session.seats.filter((one) => leads(session, one, now))) {
        expect(seat.role === 'leader' || seat.role === 'coLeader' || named.has(seat.seat)).toBe(true);
        expect(casePresenter(session)).not.toBe(seat.seat);
      }
    });
  });

  it('[CM33] leaders see from each other who pressed what, and nobody else does', () => {
    const { play, ruth, tomas, samir } = fullCircle();
    const line = (one: LineId) => play.room(one).leader?.last;
    play.says(tomas, { type: 'closeDoor' });
    const last = { by: play.seat(tomas), what: 'closeDoor', at: play.now };
    expect([line(ruth), line(tomas)]).toEqual([last, last]);
    expect(play.says(ruth, { type: 'closeDoor' }).ok).toBe(false);
    expect(line(ruth)).toEqual(last);
    expect(JSON.stringify(play.room(samir))).not.toContain('closeDoor"');
    play.says(ruth, { type: 'endSession' });
    expect(line(tomas)).toMatchObject({ by: play.seat(ruth), what: 'endSession' });
  });
});
