// How schools say that they run their groups, each as the steps that a leader of theirs would write.

import type { PhaseKind } from '../protocol/phases.ts';
import type { Over } from '../protocol/steps.ts';

type Rows = readonly (readonly [kind: PhaseKind, minutes: number | null, over?: Over])[];
type Practice = {
  readonly who: string;
  readonly minutes: number;
  readonly cases: number;
  readonly rows: Rows;
};

/** A case of telling, questions, discussion and return. */
const told = (tell: number, ask: number | null, apart: number, back: number): Rows => [
  ['call', null],
  ['presentation', tell],
  ...(ask === null ? [] : ([['questions', ask]] as const)),
  ['pushBack', null],
  ['discussion', apart],
  ['return', back],
];

const stays: Over = { presenterSeat: 'circle', voice: { presenter: 'open' } };

export const PRACTICES: readonly Practice[] = [
  {
    who: 'Australia and New Zealand, 120 minutes, two cases of some 45',
    minutes: 120,
    cases: 2,
    rows: [['arrive', 10], ...told(8, 4, 28, 5), ['break', 10], ...told(8, 4, 28, 5), ['closing', 10]],
  },
  {
    who: 'English practice, 90 minutes, usually two cases, 5–6 of telling, 30–40 of discussion',
    minutes: 90,
    cases: 2,
    rows: [...told(6, 3, 30, 4), ...told(6, 3, 30, 4), ['closing', 4]],
  },
  {
    who: 'Hungary, 10–15 of telling, some 10 of questions, up to 60 of discussion',
    minutes: 90,
    cases: 1,
    rows: [...told(15, 10, 60, 3), ['closing', 2]],
  },
  {
    who: 'UK, one practitioner: 20, 15 and 5, then 45 minutes of open talk',
    minutes: 90,
    cases: 1,
    rows: [['arrive', 5], ...told(20, null, 15, 5), ['talk', 45]],
  },
  {
    who: 'Germany, one double hour',
    minutes: 90,
    cases: 1,
    rows: [['arrive', 5], ...told(15, 10, 45, 10), ['closing', 5]],
  },
  {
    who: 'Germany, at most 15 minutes a case',
    minutes: 90,
    cases: 6,
    rows: Array.from({ length: 6 }, () => told(3, 2, 8, 2)).flat(),
  },
  {
    who: 'American training: some 45 minutes a case, then a talk about the process',
    minutes: 75,
    cases: 1,
    rows: [...told(10, 5, 25, 5), ['talk', 30]],
  },
  {
    who: 'American online groups: the first meeting 90 minutes',
    minutes: 90,
    cases: 1,
    rows: [['arrive', 15], ['round', 15], ...told(10, 5, 30, 5), ['closing', 10]],
  },
  {
    who: 'American online groups: 60 minutes after the first meeting',
    minutes: 60,
    cases: 1,
    rows: [['quiet', 2], ...told(10, 5, 33, 5), ['closing', 5]],
  },
  {
    who: 'UK psychiatry trainees, 75 minutes a week, fixed',
    minutes: 75,
    cases: 1,
    rows: [['arrive', 5], ...told(10, 5, 40, 10), ['closing', 5]],
  },
  {
    who: 'Czech and Baltic adaptation: fantasies about the case and about the others, solutions, reflection',
    minutes: 90,
    cases: 1,
    rows: [
      ['call', null],
      ['presentation', 15],
      ['questions', 15],
      ['discussion', 20],
      ['discussion', 20],
      ['discussion', 10, stays],
      ['return', 10],
    ],
  },
  {
    who: 'China, 60–120 minutes, one or two cases',
    minutes: 120,
    cases: 2,
    rows: [...told(10, 5, 35, 5), ...told(10, 5, 35, 5), ['round', 10]],
  },
  {
    who: 'Online trial with nurses, 45–50 minutes',
    minutes: 50,
    cases: 1,
    rows: [...told(10, 8, 22, 5), ['closing', 5]],
  },
  {
    who: 'Iran, online, 60 minutes',
    minutes: 60,
    cases: 1,
    rows: [['arrive', 5], ...told(10, 5, 30, 5), ['closing', 5]],
  },
  {
    who: 'Spain, 180 minutes a month with a pause of 15',
    minutes: 180,
    cases: 2,
    rows: [['arrive', 10], ...told(15, 10, 40, 10), ['break', 15], ...told(15, 10, 40, 10), ['closing', 5]],
  },
  {
    who: 'Ontario, online, 105 minutes with a meditation',
    minutes: 105,
    cases: 1,
    rows: [['quiet', 10], ...told(15, 10, 50, 10), ['closing', 10]],
  },
  {
    who: 'Educators who moved to a screen: 90 instead of 150 minutes',
    minutes: 90,
    cases: 1,
    rows: [['round', 10], ...told(15, 10, 40, 10), ['closing', 5]],
  },
  {
    who: 'Italy, online, 90 minutes',
    minutes: 90,
    cases: 1,
    rows: [['arrive', 5], ...told(15, 10, 45, 10), ['closing', 5]],
  },
];
