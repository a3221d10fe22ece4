import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import type { Step } from '../protocol/steps.ts';
import { fullCircle } from '../testing/play.ts';
import { SECOND, type InvitationId, type LineId, type SeatId, type StepId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

type Evening = ReturnType<typeof fullCircle>;
type Who = Exclude<keyof Evening, 'play'>;
type Press = readonly [
  who: Who,
  command: (seat: (who: Who) => ReturnType<Evening['play']['seat']>) => PersonalCommand,
];

const plain = (who: Who, type: PersonalCommand['type']): Press => [who, () => ({ type }) as PersonalCommand];
const about = (who: Who, type: PersonalCommand['type'], whom: Who): Press => [
  who,
  (seat) => ({ type, seat: seat(whom) }) as PersonalCommand,
];
const lena = 'inv-lena' as InvitationId;
const link = { kind: 'open', role: 'member', name: null } as const;

/** What is pressed first, and what is pressed twice then: the second time is nothing. */
const TWICE: readonly (readonly [
  rule: string,
  where: 'arrive' | 'presentation' | 'discussion',
  ...Press[],
])[] = [
  ['CM33', 'arrive', plain('ruth', 'closeDoor')],
  ['CM33', 'arrive', plain('ruth', 'closeDoor'), plain('ruth', 'openDoor')],
  ['TM3', 'presentation', plain('ruth', 'hold')],
  ['TM3', 'presentation', plain('ruth', 'hold'), plain('tomas', 'resume')],
  ['CM4', 'arrive', plain('ruth', 'endSession')],
  ['CM4', 'arrive', plain('ruth', 'endSession'), plain('tomas', 'keepSession')],
  ['FL1', 'presentation', plain('mei', 'raiseHand')],
  ['FL1', 'presentation', plain('mei', 'raiseHand'), plain('mei', 'lowerHand')],
  ['FL1', 'presentation', about('ruth', 'giveFloor', 'mei')],
  ['FL1', 'presentation', about('ruth', 'giveFloor', 'mei'), about('tomas', 'takeFloor', 'mei')],
  ['FL10', 'discussion', about('ruth', 'closeLine', 'mei')],
  ['FL10', 'discussion', about('ruth', 'closeLine', 'mei'), about('tomas', 'freeLine', 'mei')],
  ['PR1', 'discussion', plain('claire', 'askToComeIn')],
  ['PR1', 'discussion', plain('claire', 'askToComeIn'), plain('claire', 'withdrawAsk')],
  ['PR1', 'discussion', plain('claire', 'askToComeIn'), plain('ruth', 'seeAsk')],
  ['PR20', 'presentation', plain('claire', 'stopCase')],
  ['PR24', 'arrive', plain('mei', 'offerCase')],
  ['PR24', 'arrive', plain('mei', 'offerCase'), plain('mei', 'withdrawOffer')],
  ['CM2', 'arrive', about('ruth', 'choosePresenter', 'mei')],
  ['LD5', 'arrive', about('ruth', 'nameBackup', 'mei')],
  ['LD5', 'arrive', about('ruth', 'nameBackup', 'mei'), plain('mei', 'agreeBackup')],
  ['LD5', 'arrive', about('ruth', 'nameBackup', 'mei'), plain('mei', 'declineBackup')],
  ['LD6', 'arrive', plain('ruth', 'stepDown'), plain('ruth', 'stepUp')],
  ['LD7', 'arrive', about('ruth', 'handOn', 'mei')],
  ['LD7', 'arrive', about('ruth', 'handOn', 'mei'), plain('mei', 'takeLead')],
  ['LD7', 'arrive', about('ruth', 'handOn', 'mei'), plain('mei', 'declineLead')],
  ['SO1', 'arrive', plain('mei', 'stepOut')],
  ['SO1', 'arrive', plain('mei', 'stepOut'), plain('mei', 'stepIn')],
  ['HP1', 'arrive', plain('mei', 'askHelp')],
  ['HP1', 'arrive', plain('mei', 'askHelp'), plain('mei', 'withdrawHelp')],
  ['HP1', 'arrive', plain('mei', 'askHelp'), about('ruth', 'seeHelp', 'mei')],
  ['QT1', 'arrive', ['ruth', () => ({ type: 'tellQuiet', on: false })]],
  ['OR1', 'arrive', about('ruth', 'askOut', 'mei')],
  ['OR1', 'arrive', about('ruth', 'askOut', 'mei'), about('tomas', 'askIn', 'mei')],
  ['DR10', 'arrive', ['ruth', () => ({ type: 'revokeInvitation', invitation: lena })]],
  ['DR10', 'arrive', ['ruth', () => ({ type: 'renewInvitation', invitation: lena, hash: 'another' })]],
  [
    'DR10',
    'arrive',
    ['ruth', () => ({ type: 'addInvitation', invitation: 'inv-new' as InvitationId, hash: 'new', ...link })],
  ],
];

const named = TWICE.map(([rule, where, ...presses]) => {
  const { type } = presses.at(-1)![1](() => '' as SeatId);
  return [rule, type, where, presses] as const;
});

it.each(named)('[%s] %s pressed again is nothing', (_rule, _type, where, presses) => {
  const evening = fullCircle({ ...protocolOf('case45', true), outerRing: true });
  const { play } = evening;
  if (where !== 'arrive') play.to(where);
  const seat = (who: Who) => play.seat(evening[who]);
  const said = ([who, command]: Press) => {
    const answer = play.wait(2 * SECOND).says(evening[who], command(seat));
    return answer.ok ? 'ok' : answer.refusal;
  };
  for (const press of presses) expect(said(press)).toBe('ok');
  const before = play.session;
  const again = said(presses.at(-1)!);
  expect(again).toBe('nothing-to-do');
  expect(play.session).toBe(before);
});

it('[LD6] a backup who only stands in has nothing to step down from', () => {
  const { play, ruth, tomas, mei } = fullCircle();
  play.backUp(mei);
  for (const line of [ruth, tomas]) play.disconnect(line);
  play.wait(30 * SECOND);
  expect(play.room(mei).you.seats[0]).toMatchObject({ leads: true, role: 'member' });
  expect(play.says(mei, { type: 'stepDown' })).toEqual({ ok: false, refusal: 'nothing-to-do' });
});

describe('what follows for the media server', () => {
  it('[EF4] from a step in which nothing differs but who is seen, and from one in which nothing does', () => {
    const step = (id: string, more: Partial<Step> = {}): Step => ({
      ...{ id: id as StepId, kind: 'talk', minutes: null },
      ...more,
    });
    const unseen = step('s3', { over: { camera: { outer: 'none' } } });
    const steps = [step('s1'), step('s2'), unseen, step('s4')];
    const { play, lars, mei } = fullCircle({ ...protocolOf('case45', true), steps });
    const camera = (line: LineId) => play.room(line).you.may.camera;
    const told = () => {
      const answer = play.rested().lead({ type: 'next', turn: play.session.course.turn });
      return [answer.ok && answer.effects.rights, camera(lars), camera(mei)];
    };
    expect([told(), told(), told()]).toEqual([
      [false, true, true],
      [true, false, true],
      [true, true, true],
    ]);
  });
});
