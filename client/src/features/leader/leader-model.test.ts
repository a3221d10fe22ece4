import { describe, expect, it } from 'vitest';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { Instant, LineId, SeatId } from '@tele-balint/shared/vocabulary';
import {
  areAllLetIn,
  callsOf,
  comesBackAs,
  handsOf,
  isFromSite,
  letInTogether,
  mayEnd,
  membersOf,
  mustChoose,
  nextStep,
  otherLeaders,
  peopleOf,
  stepRows,
  voiceRows,
} from './leader-model.ts';
import { clockText } from '../../state/clock-text.ts';
import { firstNameOf } from '../../state/places.ts';
import { place } from '../../testing/place.ts';
import { eveningOf, stepTime } from './time-model.ts';
import { leader, view } from './testing.ts';
import { youAs } from '../../testing/you.ts';

describe('what leaders see', () => {
  it('[LE1] exact time of the step, and over it "+1:20"', () => {
    expect(clockText(761_000)).toBe('12:41');
    expect(stepTime(view, 151_000)).toEqual({ passed: '2:30', whole: '5:00', over: null, share: 50 });
    expect(stepTime(view, 381_000)).toMatchObject({ over: '+1:20', share: 100 });
  });

  it('[LE1] a held clock stands still', () => {
    const clock = { since: 0 as Instant, endsAt: 60_000 as Instant, held: 30_000 as Instant };
    const held = { ...view, course: { ...view.course, clock } };
    expect(stepTime(held, 99_000)?.passed).toBe('0:30');
  });

  it('[LE1] the evening’s end is a time of day: what is left, and what the plan needs, held or not', () => {
    const at = (minutes: number) => minutes * 60_000;
    const ends = { kind: 'runs', endsAt: at(60) };
    expect(eveningOf(view, leader, at(1))).toEqual({ ...ends, left: 59, needs: 43 });
    expect(eveningOf(view, leader, at(48) + 59_000)).toEqual({ ...ends, left: 12, needs: 38 });
    expect(eveningOf(view, leader, at(62))).toMatchObject({ left: -2 });
    const clock = { since: 0 as Instant, endsAt: at(5) as Instant, held: at(1) as Instant };
    const held = { ...view, course: { ...view.course, clock } };
    expect(eveningOf(held, leader, at(20))).toEqual({ ...ends, left: 40, needs: 42 });
  });

  it('[LE63] before it begins leaders read when it is to, or how long it takes', () => {
    const waits = (change: object) =>
      eveningOf(view, { ...leader, session: { ...leader.session, begunAt: null, needs: 45, ...change } }, 0);
    const date = new Date(2026, 11, 3, 18, 30).getTime() as Instant;
    expect(waits({ endsAt: null })).toEqual({ kind: 'free', minutes: 45 });
    expect(waits({ startsAt: date })).toMatchObject({
      kind: 'planned',
      begins: expect.stringMatching(/^Thu, Dec 3, .*30/),
    });
  });

  it('[CM2] a session that begins with its case says that a presenter must be chosen first', () => {
    const session = { ...view.session, begun: false };
    expect(mustChoose({ ...view, session, presenter: null })).toBe(true);
    expect(mustChoose({ ...view, session })).toBe(false);
    expect(mustChoose({ ...view, presenter: null })).toBe(false);
  });

  it('[LE10] steps are done, now or ahead', () => {
    expect(stepRows(view).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'now',
      ...Array.from({ length: 5 }, () => 'ahead'),
    ]);
  });

  it('[CM2] next says when a presenter must be chosen first', () => {
    const inCall = { ...view, presenter: null, course: { ...view.course, index: 1, kind: 'call' as const } };
    expect(nextStep(inCall)).toMatchObject({ step: { kind: 'presentation' }, choose: true });
    expect(nextStep({ ...inCall, presenter: 'Mei' as SeatId })?.choose).toBe(false);
    expect(nextStep({ ...view, presenter: null })).toMatchObject({
      step: { kind: 'questions' },
      choose: false,
    });
    expect(nextStep({ ...view, course: { ...view.course, index: 7 } })).toBeNull();
  });

  it('[FL1] hands stand in order; the floor is offered only where the step gives it', () => {
    expect(handsOf(view, leader).map(({ place: { name }, floor }) => [name, floor])).toEqual([['Mei', true]]);
    const open = { ...leader, voices: { member: 'open', outer: 'none' } } as const;
    expect(handsOf({ ...view, leader: open }, open)[0]?.floor).toBe(false);
    expect(handsOf({ ...view, you: youAs({ seat: 'Ruth', can: [] }) }, leader)[0]?.floor).toBe(false);
  });

  it('[LD1] nor is a leader who has stepped down offered for removal', () => {
    const link = {
      kind: 'leader',
      role: 'leader',
      state: 'used',
      seat: 'Mei' as SeatId,
      name: null,
    } as const;
    const invitations = [{ ...link, invitation: 'i' as never }];
    const mei = peopleOf({ ...view, leader: { ...leader, invitations } }).find(
      ({ place: { name } }) => name === 'Mei',
    );
    expect(mei?.removable).toBe(false);
  });

  it('[LD1] a leader is never offered for removal; who has left only to free the place', () => {
    const listed = peopleOf(view).map(({ place: { name }, removable, left }) => [name, removable, left]);
    expect(listed).toEqual([
      ['Tomás', false, false],
      ['Claire', true, false],
      ['Mei', true, false],
      ['Jonas', true, true],
    ]);
    expect(peopleOf(view).find(({ left }) => left)?.floor).toBe(false);
    expect(peopleOf({ ...view, you: youAs({ seat: 'Ruth', can: [] }) }).some(({ left }) => left)).toBe(false);
    expect(membersOf(view).map(({ name }) => name)).toEqual(['Claire', 'Mei']);
    expect(otherLeaders(view).map(({ name }) => name)).toEqual(['Tomás']);
  });

  it('[FL3] voices are offered for members, and for the outer ring if somebody sits there', () => {
    expect(voiceRows(view, leader)).toEqual([{ part: 'member', voice: 'floor' }]);
    const observed = { ...view, places: [...view.places, place('Noor', { sits: 'row' })] };
    expect(voiceRows(observed, leader)).toHaveLength(2);
    const talk = { ...view, course: { ...view.course, kind: 'discussion' } } as const;
    const open = { ...leader, voices: { ...leader.voices, member: 'open' } } as const;
    expect(voiceRows(talk, open)).toEqual([]);
    expect(voiceRows(talk, leader)).toHaveLength(1);
  });

  it('[HP2] a call for help counts until a leader sees to it', () => {
    const call = { seat: 'Mei' as SeatId, since: 0 as Instant, seen: false };
    const count = (helps: LeaderView['helps']) => callsOf({ ...leader, helps });
    expect(count([call]) - count([])).toBe(1);
    expect(count([{ ...call, seen: true }]) - count([])).toBe(0);
  });

  it('[CR26] says first names where only one person bears it', () => {
    const named = (...names: readonly string[]) => ({ ...view, places: names.map((name) => place(name)) });
    expect(firstNameOf(named('Claire Dubois', 'Mei Lin'), 'Claire Dubois' as SeatId)).toBe('Claire');
    expect(firstNameOf(named('Claire Dubois', 'Claire Roy'), 'Claire Roy' as SeatId)).toBe('Claire Roy');
  });

  it('[DR17] offers those who wait the place of their own name, whatever its case', () => {
    const waiting = {
      line: 'new-line' as LineId,
      people: [{ name: 'mei', profession: '', notLeader: false }],
      site: '',
      lacks: 0,
      since: 0 as Instant,
      present: true,
      nextPhase: false,
      forSeat: null,
      mayBe: ['Mei', 'Jonas'] as SeatId[],
      givesWay: false,
    };
    expect(comesBackAs(view, waiting).map(({ seat }) => seat)).toEqual(['Mei']);
    expect(comesBackAs(view, { ...waiting, mayBe: ['Jonas' as SeatId] })).toEqual([]);
    expect(isFromSite(view, waiting, view.places[0]!)).toBe(false);
  });

  it('[SI4] offers somebody alone the place of their first name at a camera that others keep', () => {
    const york = ['Mei Lin', 'Jonas Weber'].map((name) =>
      place(name, { seat: name as SeatId, line: 'york' as LineId, site: 'York' }),
    );
    const room = { ...view, places: york };
    const alone = {
      ...{ line: 'new-line' as LineId, people: [{ name: 'mei', profession: '', notLeader: false }] },
      ...{ site: '', lacks: 0, since: 0 as Instant, present: true, nextPhase: false, forSeat: null },
      ...{ mayBe: york.map(({ seat }) => seat), givesWay: false },
    };
    expect(comesBackAs(room, alone).map(({ seat }) => seat)).toEqual(['Mei Lin']);
    expect(isFromSite(room, alone, york[0]!)).toBe(true);
    expect(isFromSite(room, { ...alone, people: [...alone.people, ...alone.people] }, york[0]!)).toBe(false);
  });

  it('[LE60] everybody who waits can be let in together, but who calls for a look', () => {
    const waits = (name: string, change: object = {}, notLeader = false) => ({
      line: `${name}-waits` as LineId,
      people: [{ name, profession: '', notLeader }],
      site: '',
      lacks: 0,
      since: 0 as Instant,
      present: true,
      nextPhase: false,
      forSeat: null,
      mayBe: [],
      givesWay: false,
      ...change,
    });
    const [wim, zoe] = [waits('Wim'), waits('Zoe', { nextPhase: true })];
    expect(letInTogether([wim, zoe])).toEqual([wim, zoe]);
    expect(letInTogether([wim])).toEqual([]);
    const odd = [waits('Rut', { forSeat: 'Ruth' }), waits('Ruth', {}, true)];
    expect(letInTogether([wim, ...odd, zoe])).toEqual([wim, zoe]);
    expect(letInTogether([wim, ...odd])).toEqual([]);
    const twin = waits('Wim', { givesWay: true });
    expect(letInTogether([twin, zoe, wim])).toEqual([zoe, wim]);
    expect(letInTogether([twin, wim])).toEqual([]);
    expect([[twin, zoe, wim], [wim, zoe, ...odd], [wim]].map(areAllLetIn)).toEqual([true, false, false]);
  });

  it('[LE61] the end can be announced until it is', () => {
    const leads = { ...view, you: youAs({ seat: 'Ruth', leads: true, can: ['endSession'] }) };
    expect([mayEnd(leads), mayEnd(view)]).toEqual([true, false]);
    expect(mayEnd({ ...leads, session: { ...view.session, endsAt: 1 as Instant } })).toBe(false);
  });

  it('[LE17] a closed drawer counts what calls for a leader', () => {
    const ask = { seat: 'Claire' as SeatId, since: 0 as Instant, seen: false };
    expect(callsOf({ ...leader, ask })).toBe(2);
    expect(callsOf({ ...leader, ask: { ...ask, seen: true } })).toBe(1);
  });
});
