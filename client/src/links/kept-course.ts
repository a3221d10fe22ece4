// The course of their own that a leader used last, in their own browser: as the text of its file.

import { type NamedCourse, readCourse, writeCourse } from '@tele-balint/shared/protocol/course-file';
import { COURSE, isShared } from './remembered.ts';

/** To be called when a leader has chosen a course of their own; at a shared computer nothing is kept. */
export const keepCourse = (course: NamedCourse): void => {
  if (isShared()) return;
  try {
    localStorage.setItem(COURSE, writeCourse(course));
  } catch {
    // A browser without storage keeps none.
  }
};

/** The course that was kept; none where it cannot be read or run any more. */
export const keptCourse = (): NamedCourse | null => {
  try {
    const read = readCourse(localStorage.getItem(COURSE) ?? '');
    return read.ok ? { name: read.name, protocol: read.protocol } : null;
  } catch {
    return null;
  }
};
