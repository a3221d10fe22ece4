import { describe, expect, it } from 'vitest';
import { fileNameOf } from './course-files.ts';

describe('the name of a course’s file', () => {
  it.each([
    ['Our Thursday', 'Our-Thursday.balint.json'],
    ['../../etc/passwd', 'etcpasswd.balint.json'],
    ['小组 <b>', '小组-b.balint.json'],
    ['', 'course.balint.json'],
  ])('of %j is %s', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});
