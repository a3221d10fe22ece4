import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { tally, triesOf } from '../testing/fuzz-tally.ts';
import { brokenText } from '../testing/mutations.ts';
import { readCourse, writeCourse } from './course-file.ts';
import { protocolOf } from './presets.ts';
import { protocolShape } from './read.ts';
import { COURSE_IDS } from './steps.ts';

const FILES = COURSE_IDS.map((id) => writeCourse({ name: id, protocol: protocolOf(id, true) }));

it('[CF2] a file is read as what the server takes too, or refused, whatever was done to it', () => {
  const numRuns = triesOf(800, 20_000);
  let read = 0;
  fc.assert(
    fc.property(brokenText(FILES), (text) => {
      const answer = readCourse(text);
      if (!answer.ok) {
        expect(answer.refusals.length).toBeGreaterThan(0);
        return;
      }
      read += 1;
      const { name, protocol } = answer;
      expect(protocolShape.parse(protocol)).toEqual(protocol);
      expect(readCourse(writeCourse({ name, protocol }))).toEqual(answer);
    }),
    { numRuns },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
  // Some of it stays a course: a title is changed, or nothing that counts.
  expect(read).toBeGreaterThan(0);
  tally('course files', numRuns);
}, 600_000);
