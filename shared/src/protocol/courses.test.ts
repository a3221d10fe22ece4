import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { goesBackFromEverywhere, toTheEnd } from '../testing/run-course.ts';
import { planOf } from './cases.ts';
import { COURSE_GROUPS, COURSES, type Course } from './courses.ts';
import { minutesOf, protocolOf, protectsStory } from './presets.ts';
import { COURSE_IDS } from './steps.ts';

const shapeOf = ({ id, steps, group }: Course) => [
  id,
  group,
  minutesOf(steps),
  new Set(planOf(steps).cases.filter((one) => one !== null)).size,
  planOf(steps).rows.filter(({ presenterSeat }) => presenterSeat === 'back').length / 2,
];

describe('the courses to choose from', () => {
  it('[PH4] take the minutes that they are named by, with as many cases and chairs moved back', () => {
    expect(COURSES.map(shapeOf)).toEqual([
      ['case45', 'oneCase', 45, 1, 1],
      ['online60', 'oneCase', 60, 1, 1],
      ['trainees75', 'oneCase', 75, 1, 1],
      ['double90', 'oneCase', 90, 1, 1],
      ['long105', 'oneCase', 105, 1, 1],
      ['two90', 'twoCases', 90, 2, 2],
      ['two120', 'twoCases', 120, 2, 2],
      ['noPushBack90', 'chair', 90, 1, 0],
      ['inAndOut90', 'chair', 90, 1, 3],
      ['reEntry90', 'chair', 90, 1, 1],
      ['first90', 'special', 90, 1, 1],
      ['training105', 'special', 105, 1, 1],
    ]);
    expect(new Set(COURSES.map(({ group }) => group)).size).toBe(COURSE_GROUPS.length - 1);
  });

  it('[PH4] have everything inside the German double hour, finding the case too', () => {
    const { steps } = COURSES.find(({ id }) => id === 'double90')!;
    expect(steps.filter(({ minutes }) => minutes === null).map(({ kind }) => kind)).toEqual(['pushBack']);
  });

  it('[PH4] protect the story unless somebody unticks it', () => {
    for (const id of COURSE_IDS) {
      expect(protectsStory(protocolOf(id, true).steps)).toBe(true);
      expect(protectsStory(protocolOf(id, false).steps)).toBe(false);
      expect(protocolOf(id, true).steps).toEqual(COURSES.find((course) => course.id === id)!.steps);
    }
  });

  it('[PH4] let the presenter come in alone in free re-entry, and the leaders decide everywhere else', () => {
    const free = COURSE_IDS.filter((id) => protocolOf(id, true).reentry === 'presenter');
    expect(free).toEqual(['reEntry90']);
  });

  it.each(COURSE_IDS)('[CM7] %s runs to its end, step by step', (id) => {
    const { play } = fullCircle(protocolOf(id, true));
    expect(toTheEnd(play)).toEqual(play.session.protocol.steps.map(({ kind }) => kind));
  });

  it.each(COURSE_IDS)(
    '[PR2] in %s one press leads back from every step at which the presenter sits back',
    (id) => {
      const seen = goesBackFromEverywhere(protocolOf(id, true));
      const back = planOf(protocolOf(id, true).steps).rows.filter((row) => row.presenterSeat === 'back');
      expect(seen).toBe(back.length);
    },
  );
});
