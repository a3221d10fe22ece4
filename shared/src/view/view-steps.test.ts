import { expect, it } from 'vitest';
import { COURSES } from '../protocol/courses.ts';
import { protocolOf } from '../protocol/presets.ts';
import { evolve } from '../session/evolve.ts';
import type { Step } from '../protocol/steps.ts';
import { fullCircle } from '../testing/play.ts';
import { later, MINUTE, type StepId } from '../vocabulary.ts';
import { stepViews } from './view-steps.ts';

it('[CM10] every page reads of each step its case, its title and its row as it holds', () => {
  const steps = COURSES.find(({ group }) => group === 'twoCases')?.steps ?? [];
  const cases = stepViews(steps).map((one) => [one.kind, one.case]);
  expect(cases).toEqual([
    ...[
      ['arrive', null],
      ['call', null],
    ],
    ...[0, 1].flatMap((of) => [
      ...(of === 1 ? [['call', null]] : []),
      ...['presentation', 'questions', 'pushBack', 'discussion', 'return'].map((kind) => [kind, of]),
    ]),
    ['closing', null],
  ]);
  const own: Step = { id: 's1' as StepId, kind: 'talk', minutes: 5, title: 'Tea' };
  const floor: Step = { ...own, id: 's2' as StepId, over: { voice: { member: 'floor' } } };
  const { title: _, ...plain } = floor;
  expect(stepViews([own, plain])).toMatchObject([
    { ...own, row: { voice: { member: 'open' }, needsPresenter: false } },
    { id: 's2', title: null, row: { voice: { member: 'floor', leader: 'open' } } },
  ]);
});

it('[TM1] members have a clock where their step has one, and leaders wherever it has a time', () => {
  const over = { memberClock: 'none' } as const;
  const step = (id: string, more: Partial<Step> = {}): Step => ({
    ...{ id: id as StepId, kind: 'talk', minutes: 5 },
    ...more,
  });
  const steps = [step('s1'), step('s2', { over }), step('s3', { minutes: null })];
  const { play, ruth, mei } = fullCircle({ ...protocolOf('case45', true), steps });
  const clocks = () => [mei, ruth].map((line) => play.room(line).course.clock?.endsAt ?? null);
  const next = () => play.rested().lead({ type: 'next', turn: play.session.course.turn });
  expect(new Set(clocks()).size).toBe(1);
  next();
  expect(clocks()).toEqual([null, later(play.now, 5 * MINUTE)]);
  next();
  expect(clocks()).toEqual([null, null]);
});

it('[LG9, CM32] of a move that an older program wrote down nobody is named', () => {
  const { play, ruth } = fullCircle();
  const step = play.session.protocol.steps[1]!.id;
  play.session = evolve(play.session, {
    ...{ type: 'moved', at: play.now, step, endsAt: null, left: null, by: null },
  });
  expect(play.room(ruth).leader).toMatchObject({ moved: null, undo: null });
  expect(play.room(ruth).course.index).toBe(1);
});
