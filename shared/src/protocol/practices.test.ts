import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { PRACTICES } from '../testing/practices.ts';
import { goesBackFromEverywhere, toTheEnd } from '../testing/run-course.ts';
import { planOf } from './cases.ts';
import { readCourse, writeCourse } from './course-file.ts';
import { COURSES, numbered } from './courses.ts';
import { minutesOf } from './presets.ts';
import { USUAL_EVENING } from './steps.ts';

/** What a leader would load: the file is all that is left of it. */
const fromFile = (name: string, steps: ReturnType<typeof numbered>) => {
  const read = readCourse(
    writeCourse({ name: 'Ours', protocol: { ...USUAL_EVENING, madeFrom: null, steps } }),
  );
  return read.ok ? read.protocol : expect.fail(`${name}: ${JSON.stringify(read.refusals)}`);
};

describe('how schools run their groups', () => {
  it.each(PRACTICES)('[CF1] $who: from a file to the end of the evening', ({ who, minutes, cases, rows }) => {
    const protocol = fromFile(who, numbered(rows));
    expect(minutesOf(protocol.steps)).toBe(minutes);
    expect(new Set(planOf(protocol.steps).cases.filter((one) => one !== null)).size).toBe(cases);
    const { play } = fullCircle(protocol);
    expect(toTheEnd(play)).toEqual(rows.map(([kind]) => kind));
    goesBackFromEverywhere(protocol);
  });

  it.each(COURSES)('[CF1] $id: from a file to the end of the evening', ({ id, steps }) => {
    const { play } = fullCircle(fromFile(id, steps));
    expect(toTheEnd(play)).toEqual(steps.map(({ kind }) => kind));
  });
});
