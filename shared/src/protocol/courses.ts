// The courses to choose from. Each is data that leaders may change to the minute; where a society or a paper says how long
// its groups take, it is named. Moving the chair back takes no time, nor does a call that has no minutes.

import type { StepId } from '../vocabulary.ts';
import type { PhaseKind } from './phases.ts';
import {
  COURSE_IDS,
  USUAL_EVENING,
  type CourseId,
  type Over,
  type Step,
  type WholeEvening,
} from './steps.ts';

/** How the page that offers them sorts them; `yours` are the leaders' own. */
export const COURSE_GROUPS = ['oneCase', 'twoCases', 'chair', 'special', 'yours'] as const;
export type CourseGroup = (typeof COURSE_GROUPS)[number];

export type Course = {
  readonly id: CourseId;
  readonly group: Exclude<CourseGroup, 'yours'>;
  readonly evening: WholeEvening;
  readonly steps: readonly Step[];
};

type Row = readonly [kind: PhaseKind, minutes: number | null, over?: Over];

/** A case from telling to return, with one chair moved back. */
const oneCase = (tell: number, ask: number, apart: number, back: number): readonly Row[] => [
  ['presentation', tell],
  ['questions', ask],
  ...inAndOut(apart, back),
];

/** The chair moves back, the group talks, the presenter returns. */
const inAndOut = (apart: number, back: number): readonly Row[] => [
  ['pushBack', null],
  ['discussion', apart],
  ['return', back],
];

const inCircle: Over = { presenterSeat: 'circle', voice: { presenter: 'open' } };

type Written = {
  readonly group: Course['group'];
  readonly rows: readonly Row[];
  readonly evening?: Partial<WholeEvening>;
};

const WRITTEN: Readonly<Record<CourseId, Written>> = {
  // Online trial with nurses: 45–50 minutes, once a week (NCT07278219).
  case45: {
    group: 'oneCase',
    rows: [['arrive', null], ['call', null], ...oneCase(5, 5, 25, 5), ['closing', 5]],
  },
  // American Balint Society: online groups take 60 minutes after their first meeting; Iran, online: 60 minutes
  // (doi:10.1016/j.psychres.2020.113034).
  online60: {
    group: 'oneCase',
    rows: [['arrive', 5], ['call', null], ...oneCase(10, 5, 30, 5), ['closing', 5]],
  },
  // UK psychiatry trainees: 75 minutes a week, fixed (Organising and evaluating a Balint group for trainees).
  trainees75: {
    group: 'oneCase',
    rows: [['arrive', 8], ['call', null], ...oneCase(10, 7, 35, 8), ['closing', 7]],
  },
  // Germany, chamber rules: one double hour of 90 minutes, which one case may fill; on a screen no more
  // than that at once (medico-seminare.de, psychotherapiepraxis-jaeger-sl.de).
  double90: {
    group: 'oneCase',
    rows: [['arrive', 5], ['call', 10], ...oneCase(15, 10, 35, 10), ['closing', 5]],
  },
  // Hungary: 10–15 minutes of telling, some 10 of questions, 30–60 of discussion (balintcsoport.suli.hu); Ontario, online:
  // 105 minutes.
  long105: {
    group: 'oneCase',
    rows: [['arrive', null], ['call', null], ...oneCase(15, 10, 60, 10), ['closing', 10]],
  },
  // Australia and New Zealand: 90–120 minutes, mostly two cases of some 45 (balintanz.org); in English practice 90 minutes,
  // usually two cases, 5–6 of telling and 30–40 of discussion.
  two90: {
    group: 'twoCases',
    rows: [
      ['arrive', null],
      ['call', null],
      ...oneCase(5, 5, 25, 5),
      ['call', 5],
      ...oneCase(5, 5, 25, 5),
      ['closing', 5],
    ],
  },
  // China: 60–120 minutes with one or two cases. Spain broke its long evenings with a pause
  // (doi of Atención Primaria, S0212656721002110).
  two120: {
    group: 'twoCases',
    rows: [
      ['arrive', 5],
      ['call', null],
      ...oneCase(8, 6, 30, 6),
      ['break', 10],
      ['call', null],
      ...oneCase(8, 6, 30, 6),
      ['closing', 5],
    ],
  },
  // Groups in France, and critics of push-back elsewhere (balint.ru/?p=1859): the presenter stays in the circle. Italy,
  // online: 90 minutes.
  noPushBack90: {
    group: 'chair',
    rows: [
      ['arrive', 10],
      ['call', null],
      ['presentation', 15],
      ['discussion', 50, inCircle],
      ['closing', 15],
    ],
  },
  // Stoffel: the leader stops the presenter, takes the group's answers, hands back, and stops again (balint-stoffel.de).
  inAndOut90: {
    group: 'chair',
    rows: [
      ['arrive', 10],
      ['call', null],
      ['presentation', 10],
      ['questions', 5],
      ...inAndOut(15, 5),
      ...inAndOut(15, 5),
      ...inAndOut(15, 5),
      ['closing', 5],
    ],
  },
  // Otten: who sits back may step in by their own decision where the talk misses their reality
  // (doi:10.1055/s-0043-102440).
  reEntry90: {
    group: 'chair',
    rows: [['arrive', 10], ['call', null], ...oneCase(15, 10, 40, 10), ['closing', 5]],
    evening: { reentry: 'presenter' },
  },
  // American Balint Society: the first meeting takes 90 minutes; more time for the rules and for confidentiality
  // (NCT07278219), and a round of half a minute each (balintrt.com).
  first90: {
    group: 'special',
    rows: [['arrive', 10], ['round', 15], ['call', 5], ...oneCase(10, 5, 30, 5), ['closing', 10]],
  },
  // American Balint Society, training: some 45 minutes a case, then a talk about the process (doi:10.1055/s-2006-931519).
  training105: {
    group: 'special',
    rows: [['arrive', 10], ['call', null], ...oneCase(10, 5, 35, 5), ['talk', 25], ['closing', 15]],
    evening: { debrief: true },
  },
};

/** Steps of these kinds and minutes, named `s1`, `s2` and on. */
export const numbered = (rows: readonly Row[]): readonly Step[] =>
  rows.map(([kind, minutes, over], index) => ({
    id: `s${index + 1}` as StepId,
    kind,
    minutes,
    ...(over && { over }),
  }));

/** The courses in the order in which they are offered. */
export const COURSES: readonly Course[] = COURSE_IDS.map((id) => {
  const { group, rows, evening } = WRITTEN[id];
  return { id, group, evening: { ...USUAL_EVENING, ...evening }, steps: numbered(rows) };
});
