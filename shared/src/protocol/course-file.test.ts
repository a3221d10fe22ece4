import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocols } from '../testing/protocols.ts';
import type { StepId } from '../vocabulary.ts';
import { readCourse, writeCourse, type FileRefusal } from './course-file.ts';
import { protocolOf } from './presets.ts';
import { protocolShape } from './read.ts';
import { COURSE_IDS, USUAL_EVENING, type WholeEvening } from './steps.ts';

const own = (id: (typeof COURSE_IDS)[number]) => ({ ...protocolOf(id, true), madeFrom: null });
const refusalsOf = (text: string): readonly FileRefusal[] => {
  const answer = readCourse(text);
  return answer.ok ? [] : answer.refusals;
};

const evenings: fc.Arbitrary<WholeEvening> = fc.record({
  reentry: fc.constantFrom('leaders', 'presenter'),
  outerRing: fc.boolean(),
  presenterWait: fc.integer({ min: 0, max: 600 }),
  leavingMinutes: fc.option(fc.integer({ min: 1, max: 60 })),
  debrief: fc.boolean(),
});
const titles = fc.constantFrom(undefined, 'Wer hat einen Fall?', 'Qui a un cas ?', '组长', 'a"\\b');

describe('a course as a file', () => {
  it.each(COURSE_IDS)('[CF1] keeps %s as it is', (id) => {
    expect(readCourse(writeCourse({ name: id, protocol: protocolOf(id, true) }))).toEqual({
      ok: true,
      name: id,
      protocol: own(id),
    });
  });

  it('[CF1] is read as it was written, whatever leaders have made of it, and the server takes it', () => {
    fc.assert(
      fc.property(protocols(), evenings, fc.array(titles, { maxLength: 14 }), (course, evening, names) => {
        const steps = course.steps.map((step, at) => {
          const title = names[at];
          return title === undefined ? step : { ...step, title };
        });
        const protocol = { ...evening, madeFrom: null, steps };
        const text = writeCourse({ name: 'Ours', protocol });
        expect(readCourse(text)).toEqual({ ok: true, name: 'Ours', protocol });
        expect(readCourse(`\uFEFF${text}`)).toEqual({ ok: true, name: 'Ours', protocol });
        expect(protocolShape.parse(protocol)).toEqual(protocol);
      }),
    );
  });

  it('[CF1] has room for the longest course that there may be', () => {
    const voice = { leader: 'none', presenter: 'floor', member: 'none', outer: 'floor' } as const;
    const camera = { leader: 'none', presenter: 'none', member: 'none', outer: 'none' } as const;
    const steps = Array.from({ length: 40 }, (_, at) => ({
      id: `step-with-a-long-id-${String(at).padStart(4, '0')}` as StepId,
      kind: 'presentation' as const,
      minutes: 18,
      title: '谁'.repeat(60),
      over: { voice, camera, memberClock: 'none' as const },
    }));
    const protocol = { ...USUAL_EVENING, madeFrom: null, steps };
    const text = writeCourse({ name: '谁'.repeat(60), protocol });
    expect(text.length).toBeLessThan(32 * 1024);
    expect(readCourse(text)).toMatchObject({ ok: true, protocol });
  });

  it('[CF1] may be of an older version: without ids, with one tick for the story, and nothing after the end', () => {
    const rows = [
      { kind: 'call', minutes: null },
      { kind: 'presentation', minutes: 5 },
    ];
    const file = { format: 'tele-balint course', name: 'Old', steps: rows };
    const asBefore = { ...USUAL_EVENING, leavingMinutes: null, debrief: false, madeFrom: null };
    const steps = [
      { id: 's1', kind: 'call', minutes: null },
      { id: 's2', kind: 'presentation', minutes: 5 },
    ];
    expect(readCourse(JSON.stringify({ ...file, version: 2, steps }))).toEqual({
      ok: true,
      name: 'Old',
      protocol: { ...asBefore, steps },
    });
    expect(readCourse(JSON.stringify({ ...file, version: 1, protectStory: true }))).toEqual({
      ok: true,
      name: 'Old',
      protocol: { ...asBefore, steps },
    });
    expect(readCourse(JSON.stringify({ ...file, version: 1, protectStory: false }))).toMatchObject({
      protocol: { steps: [steps[0], { ...steps[1], over: { voice: { member: 'open' } } }] },
    });
    expect(refusalsOf(JSON.stringify({ ...file, version: 1, protectStory: 'no' }))).toEqual([
      { row: null, field: 'protectStory', reason: 'unknown-field' },
    ]);
    expect(
      refusalsOf(JSON.stringify({ ...file, version: 1, steps: [null, [], 3] })).map(({ row }) => row),
    ).toEqual(expect.arrayContaining([1, 2, 3]));
  });
});
