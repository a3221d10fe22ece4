import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import type { Stepped } from '../step.ts';
import { fullCircle } from '../testing/play.ts';
import {
  MINUTE,
  type AskId,
  type InvitationId,
  type LineId,
  type SeatId,
  type StepId,
} from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

const course = protocolOf('case45', true);

describe('commands that make no sense', () => {
  const here = () => {
    const circle = fullCircle({ ...course, outerRing: true });
    circle.play.to('discussion').rested();
    return circle;
  };
  type Circle = ReturnType<typeof here>;
  const turnOf = ({ play }: Circle) => play.session.course.turn;
  const editOf = ({ play }: Circle, ahead: readonly string[]): PersonalCommand => {
    const { madeFrom: _, steps: _steps, ...evening } = play.session.protocol;
    const { turn } = play.session.course;
    return { type: 'editCourse', turn, edition: 0, ahead: ahead as readonly StepId[] as StepId[], evening };
  };
  const lead = (of: (circle: Circle) => PersonalCommand) => (circle: Circle) => circle.play.lead(of(circle));

  const foreign = ['nobody-1', 'constructor', '__proto__'] as const;
  const named = (id: string): readonly (readonly [string, string, PersonalCommand])[] => {
    const [seat, line, invitation, ask] = [id as SeatId, id as LineId, id as InvitationId, id as AskId];
    const ofSeat = [
      'giveFloor',
      'remove',
      'closeLine',
      'freeLine',
      'askToOpen',
      'askOut',
      'askIn',
      'handOn',
      'nameBackup',
    ] as const;
    return [
      ...ofSeat.map(
        (type) => [type, type === 'giveFloor' ? 'wrong-phase' : 'no-such-seat', { type, seat }] as const,
      ),
      ['seeHelp', 'nothing-to-do', { type: 'seeHelp', seat }],
      ['admit', 'no-such-person', { type: 'admit', line, answer: 'letIn' }],
      ['answerBeside', 'no-such-person', { type: 'answerBeside', ask, letIn: true }],
      ['revokeInvitation', 'no-such-invitation', { type: 'revokeInvitation', invitation }],
      ['renewInvitation', 'no-such-invitation', { type: 'renewInvitation', invitation, hash: 'new' }],
      ['goTo', 'no-such-step', { type: 'goTo', step: id as StepId, turn: 1 }],
    ];
  };

  it.each(foreign)('[EF1] name nobody: %s', (id) => {
    const circle = here();
    const before = circle.play.session;
    const answers = named(id).map(([what, , command]) => {
      const said = 'turn' in command ? { ...command, turn: turnOf(circle) } : command;
      const answer = circle.play.lead(said);
      return [what, answer.ok ? 'ok' : answer.refusal];
    });
    expect(answers).toEqual(named(id).map(([what, refusal]) => [what, refusal]));
    expect(circle.play.session).toBe(before);
  });

  it('[DR30] are said in the name of somebody at another line', () => {
    const { play, samir, mei } = here();
    const before = play.session;
    const as = play.seat(mei);
    const own = (
      [
        'raiseHand',
        'lowerHand',
        'askToComeIn',
        'comeIn',
        'stopCase',
        'offerCase',
        'leave',
        'stepOut',
        'stepIn',
        'askHelp',
        'withdrawHelp',
        'agreeBackup',
        'stepDown',
        'stepUp',
        'takeLead',
        'stayLonger',
      ] as const
    ).map((type) => ({ type, as }));
    const beside = { type: 'askBeside', as, name: 'Ben', profession: '', site: 'Hull' } as const;
    for (const command of [...own, beside])
      expect([command.type, play.says(samir, command)]).toEqual([
        command.type,
        { ok: false, refusal: 'no-such-seat' },
      ]);
    expect(play.session).toBe(before);
  });

  it.each<readonly [string, string, (circle: Circle) => Stepped]>([
    [
      'undo twice',
      'nothing-to-do',
      (circle) => {
        lead((one) => ({ type: 'undo', turn: turnOf(one) }))(circle);
        return lead((one) => ({ type: 'undo', turn: turnOf(one) }))(circle);
      },
    ],
    ['undo of another turn', 'stale-turn', lead((one) => ({ type: 'undo', turn: turnOf(one) + 1 }))],
    ['begin twice', 'nothing-to-do', lead(() => ({ type: 'begin' }))],
    ['an edit of a step that is over', 'no-such-step', lead((one) => editOf(one, ['s2', 's7', 's8']))],
    [
      'an edit of the running step',
      'no-such-step',
      lead((one) => editOf(one, [one.play.session.course.step, 's7', 's8'])),
    ],
    ['an edit that leaves nobody a way back', 'broken-course', lead((one) => editOf(one, ['s8']))],
    ['a move of the turn before', 'stale-turn', lead((one) => ({ type: 'next', turn: turnOf(one) - 1 }))],
    [
      'a move to where one is',
      'nothing-to-do',
      lead((one) => ({ type: 'goTo', step: one.play.session.course.step, turn: turnOf(one) })),
    ],
    ['resuming what is not held', 'nothing-to-do', lead(() => ({ type: 'resume' }))],
    ['keeping what does not end', 'nothing-to-do', lead(() => ({ type: 'keepSession' }))],
    [
      'ending twice',
      'nothing-to-do',
      (circle) => {
        lead(() => ({ type: 'endSession' }))(circle);
        return lead(() => ({ type: 'endSession' }))(circle);
      },
    ],
    ['the end of a debrief that is none', 'wrong-phase', lead(() => ({ type: 'endDebrief' }))],
    [
      'opening a session again',
      'nothing-to-do',
      ({ play }) =>
        play.do(
          {
            type: 'open',
            id: play.session.id,
            group: '',
            protocol: course,
            invitations: play.session.invitations,
          },
          { kind: 'door' },
        ),
    ],
    [
      'anything once it is over',
      'over',
      (circle) => {
        circle.play.lead({ type: 'endSession' });
        circle.play.wait(MINUTE).tick();
        return circle.play.lead({ type: 'hold' });
      },
    ],
  ])('[EF1, CM1, CM30, CM40, TM7] %s is refused', (_what, refusal, press) => {
    const circle = here();
    const answer = press(circle);
    expect(answer.ok ? 'ok' : answer.refusal).toBe(refusal);
    const before = circle.play.session;
    press(circle);
    expect(circle.play.session).toBe(before);
  });
});
