import { describe, expect, it } from 'vitest';
import { circle, type Who } from '../testing/answers.ts';
import { fullCircle } from '../testing/play.ts';
import type { InvitationId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

describe('leadership that is handed on', () => {
  it('[LD7] goes over in the moment in which somebody agrees, and not before', () => {
    const { play, tomas, samir, seat, answer, you } = circle();
    expect(answer('ruth', { type: 'handOn', seat: seat('mei') })).toBe('ok');
    expect([you('mei').handedBy, you('samir').handedBy]).toEqual([seat('ruth'), null]);
    expect([you('ruth').leads, you('mei').leads]).toEqual([true, false]);
    expect(play.room(tomas).leader?.handing).toEqual({ by: seat('ruth'), seat: seat('mei') });
    expect(answer('mei', { type: 'takeLead' })).toBe('ok');
    expect([you('ruth').leads, you('mei').leads]).toEqual([false, true]);
    expect(play.room(samir).places.find((one) => one.seat === seat('mei'))?.role).toBe('leader');
    expect(answer('mei', { type: 'hold' })).toBe('nothing-to-do');
    expect(answer('ruth', { type: 'stepUp' })).toBe('ok');
  });

  it('[LD7] goes over at once to a backup who has agreed and is there', () => {
    const { play, mei, seat, answer, you } = circle();
    play.backUp(mei);
    expect(answer('ruth', { type: 'handOn', seat: seat('mei') })).toBe('ok');
    expect([you('ruth').leads, you('mei').leads, play.session.backup]).toEqual([false, true, null]);
  });

  it('[LD7] can be taken after whoever asked has left, who leads again on coming back', () => {
    const { play, ruth, seat, answer, you } = circle();
    answer('ruth', { type: 'handOn', seat: seat('mei') });
    answer('ruth', { type: 'leave' });
    expect(answer('mei', { type: 'takeLead' })).toBe('ok');
    play.connect(ruth);
    expect([you('ruth').leads, you('mei').leads]).toEqual([true, true]);
  });

  it.each<
    [string, readonly (readonly [Who, PersonalCommand | 'mei' | 'claire' | 'lars' | 'tomas', string])[]]
  >([
    [
      'taken twice, and by another',
      [
        ['ruth', 'mei', 'ok'],
        ['samir', { type: 'takeLead' }, 'nothing-to-do'],
        ['mei', { type: 'takeLead' }, 'ok'],
        ['mei', { type: 'takeLead' }, 'nothing-to-do'],
      ],
    ],
    [
      'two leaders asking: the later one counts, the same again is nothing',
      [
        ['ruth', 'mei', 'ok'],
        ['tomas', 'mei', 'nothing-to-do'],
        ['tomas', { type: 'handOn', seat: null }, 'ok'],
        ['ruth', { type: 'handOn', seat: null }, 'nothing-to-do'],
        ['mei', { type: 'takeLead' }, 'nothing-to-do'],
      ],
    ],
    [
      'declined',
      [
        ['ruth', 'mei', 'ok'],
        ['mei', { type: 'declineLead' }, 'ok'],
        ['mei', { type: 'takeLead' }, 'nothing-to-do'],
        ['mei', { type: 'declineLead' }, 'nothing-to-do'],
      ],
    ],
    [
      'to whoever leads already, listens in the outer ring, or by whoever does not lead',
      [
        ['ruth', 'tomas', 'not-a-leaders-place'],
        ['ruth', 'lars', 'not-a-leaders-place'],
        ['mei', 'claire', 'not-leader'],
      ],
    ],
  ])('[LD7] %s', (_what, presses) => {
    const { seat, answer } = circle();
    for (const [who, what, expected] of presses) {
      const command = typeof what === 'string' ? ({ type: 'handOn', seat: seat(what) } as const) : what;
      expect([who, what, answer(who, command)]).toEqual([who, what, expected]);
    }
  });

  it('[LD7] never goes to the presenter of the running case, also where they became it after they were asked', () => {
    const { play, seat, answer } = circle();
    expect(answer('ruth', { type: 'handOn', seat: seat('claire') })).toBe('ok');
    play.to('discussion');
    expect(answer('claire', { type: 'takeLead' })).toBe('not-a-leaders-place');
    answer('ruth', { type: 'handOn', seat: null });
    expect(answer('ruth', { type: 'handOn', seat: seat('claire') })).toBe('not-a-leaders-place');
  });

  it('[LD7] is not a backup’s who only stands in, and leaves leaders’ links where they are', () => {
    const { play, mei, seat, answer, leaderless } = circle();
    play.backUp(mei);
    const add = { type: 'addInvitation', hash: 'new', name: null, kind: 'leader', role: 'coLeader' } as const;
    leaderless();
    expect(answer('mei', { type: 'handOn', seat: seat('samir') })).toBe('not-leader');
    play.connect(play.session.seats[0]!.line);
    answer('ruth', { type: 'handOn', seat: seat('samir') });
    answer('samir', { type: 'takeLead' });
    const link = { ...add, invitation: 'inv-new' as InvitationId };
    expect(answer('samir', link)).toBe('not-leader');
  });

  it('[LD7] ends hand, floor and case of whoever leads now', () => {
    const { play, mei, seat, answer } = circle();
    play.to('presentation').says(mei, { type: 'raiseHand' });
    answer('ruth', { type: 'handOn', seat: seat('mei') });
    answer('mei', { type: 'takeLead' });
    expect(play.session.course.hands).toEqual([]);
    expect(play.room(mei).you.may.microphone).toBe(true);
  });

  it('[LD6, LD7] is nobody’s to take from a leader who has stepped down since', () => {
    const { play, ruth, mei } = fullCircle();
    play.lead({ type: 'handOn', seat: play.seat(mei) });
    play.says(ruth, { type: 'stepDown' });
    expect(play.room(mei).you.seats[0].handedBy).toBeNull();
    expect(play.says(mei, { type: 'takeLead' })).toMatchObject({ refusal: 'nothing-to-do' });
  });
});
